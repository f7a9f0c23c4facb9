// Answers that take long are made beside the threads that read and write from the network, and not too many at a time.
#include "server/kernel/workers.hpp"

#include "server/demo_site.hpp"

#include <atomic>
#include <future>

namespace ccop::server {
namespace {

TEST(TheWorkers, DoWhatTheyTookBeforeTheyStop) {
  std::atomic<int> done{};
  Workers workers{2, 100};
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(workers.take([&] { ++done; }));
  workers.stop();
  EXPECT_EQ(done, 100);
  EXPECT_FALSE(workers.take([&] { ++done; }));
}

TEST(TheWorkers, TakeNoMoreThanMayWait) {
  std::promise<void> begun, go;
  Workers workers{1, 2};
  ASSERT_TRUE(workers.take([&] {
    begun.set_value();
    go.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(workers.take([] {}));
  EXPECT_TRUE(workers.take([] {}));
  EXPECT_FALSE(workers.take([] {}));
  go.set_value();
}

class ABusyHost : public DemoSite {
 protected:
  [[nodiscard]] SiteOptions options_of_site() const override {
    SiteOptions options = DemoSite::options_of_site();
    options.heavy_waiting = 0;
    return options;
  }
};

TEST_F(ABusyHost, SaysSoOfWhatTakesLongAndGoesOnWithTheRest) {
  EXPECT_THAT(ask("GET", "/api/record/contents", ""), problem("server-is-busy"));
  EXPECT_EQ(ask("GET", "/api/motions", "").status, 200u);
}

}  // namespace
}  // namespace ccop::server
