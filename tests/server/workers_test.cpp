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
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(workers.take(std::to_string(i % 7), [&] { ++done; }));
  workers.stop();
  EXPECT_EQ(done, 100);
  EXPECT_FALSE(workers.take("1", [&] { ++done; }));
}

TEST(TheWorkers, TakeNoMoreThanMayWait) {
  std::promise<void> begun, go;
  Workers workers{1, 2};
  ASSERT_TRUE(workers.take("one", [&] {
    begun.set_value();
    go.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(workers.take("one", [] {}));
  EXPECT_TRUE(workers.take("another", [] {}));
  EXPECT_FALSE(workers.take("a third", [] {}));
  go.set_value();
}

TEST(TheWorkers, LetNobodyWaitForAllThatAnotherAskedFor) {
  std::promise<void> begun, go;
  std::string order;  // one thread writes it
  Workers workers{1, 40};
  ASSERT_TRUE(workers.take("one", [&] {
    begun.set_value();
    go.get_future().wait();
  }));
  begun.get_future().wait();
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(workers.take("one", [&] { order += '1'; }));
  EXPECT_FALSE(workers.take("one", [] {})) << "a quarter of all that may wait is anybody's own";
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(workers.take("another", [&] { order += '2'; }));
  go.set_value();
  workers.stop();
  EXPECT_EQ(order, "121211111111");
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
