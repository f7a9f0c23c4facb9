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

/// It is taken apart with its last piece, however small that is.
TEST_F(ABusyHost, TakesNoFileApartBesideThoseThatTakeLong) {
  EXPECT_THAT(ask("GET", "/api/elections/0", ""), problem("server-is-busy"));
  EXPECT_THAT(
      ask("POST", "/api/exchange/uploads/piece?id=x&last=yes", "x", {{"content-type", "application/octet-stream"}}),
      problem("server-is-busy"));
}

/// It may be checked against all ballots. Whose signature does not hold is told at once.
TEST(AHostWithoutTime, ChecksNoProofAndTakesWhatNeedsNone) {
  const ccop::testing::TemporaryFolder folder;
  SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
  options.heavy_waiting = 0;
  ServedSite served{folder, "harbour", "", options};
  const std::string cookie = served.sign_in();
  const auto post = [&](ccop::testing::Device& device, Command command, std::vector<store::Content> contents = {}) {
    const auto submission = device.asks(served.site->live(), std::move(command), contents);
    Json body{{"request", encode(submission.request)},
              {"contents", Json::array()},
              {"signature", Json::parse(to_json(submission.signature))}};
    for (const store::Content& content : contents)
      body["contents"].push_back({{"salt", to_base64url(bytes_of(content.salt))}, {"text", content.text}});
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           "POST", "/api/acts", body.dump(), {{"cookie", cookie.substr(0, cookie.find(';'))}});
  };
  const RegisterVotingKey proved{OrganizationId{0}, 2026, {}, "key", {}, {"1", "2"}};
  EXPECT_THAT(post(served.secretary, proved), problem("server-is-busy"));
  ccop::testing::Device stranger{"a stranger's", PersonId{0}};
  EXPECT_THAT(post(stranger, proved), problem("signature-does-not-hold"));
  const store::Content profile{std::string(16, 's'), R"({"name":"Ada"})"};
  EXPECT_EQ(post(served.secretary, RegisterPerson{store::content_hash(profile)}, {profile}).status, 200u);
}

}  // namespace
}  // namespace ccop::server
