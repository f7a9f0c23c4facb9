// Answers that take long are made beside the threads that read and write from the network, and not too many at a time.
#include "server/kernel/workers.hpp"

#include "community/keyboxes/commands.hpp"
#include "server/demo_site.hpp"

#include <atomic>
#include <future>

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

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

/// A file is taken apart with its last piece, however small that is; a proof is checked against all ballots.
TEST_F(ABusyHost, TakesNoFileApartAndChecksNoProofBesideThoseThatTakeLong) {
  EXPECT_THAT(ask("GET", "/api/elections/0", ""), problem("server-is-busy"));
  EXPECT_THAT(
      ask("POST", "/api/exchange/uploads/piece?id=x&last=yes", "x", {{"content-type", "application/octet-stream"}}),
      problem("server-is-busy"));
  ccop::testing::Device device{"a member's", PersonId{5}};
  const auto posted = [&](Command command) {
    const auto submission = device.asks(site().live(), std::move(command));
    return Json{{"request", encode(submission.request)},
                {"contents", Json::array()},
                {"signature", Json::parse(to_json(submission.signature))}}
        .dump();
  };
  EXPECT_THAT(ask("POST", "/api/acts", posted(RegisterVotingKey{OrganizationId{1}, 2026, {}, "key", {}, {"1", "2"}})),
              problem("server-is-busy"));
  EXPECT_NE(ask("POST", "/api/acts", posted(RegisterPerson{store::content_hash({std::string(16, 's'), "x"})})).status,
            503u);
}

}  // namespace
}  // namespace ccop::server
