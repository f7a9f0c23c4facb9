// What pages show as a profile, a meeting or a motion is one, whoever sends it: the host takes nothing else, over the
// wire or at the command line.
#include "community/community.hpp"
#include "community/matchers.hpp"
#include "community/scenario.hpp"
#include "device.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

namespace ccop::host {
namespace {

using namespace community;

class AProfile : public ::testing::Test {
 protected:
  void SetUp() override {
    take(secretary.founding(live, community::testing::charter_text("tests/charters/harbour.toml"), "harbour"));
    take(secretary.enrols(live));
  }
  void take(Submission submission) {
    ASSERT_TRUE(std::holds_alternative<Receipt>(live.execute(std::move(submission))));
  }
  /// "" where it was taken, else the refusal's key.
  std::string sent_as(const std::function<Command(const ContentHash&)>& command, const std::string& text) {
    const store::Content content{std::string(16, 'c'), text};
    const auto outcome = live.execute(secretary.asks(live, command(store::content_hash(content)), {content}));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    if (refusal != nullptr) EXPECT_THAT(outcome, community::testing::refused_for("content-has-another-form"));
    return refusal == nullptr ? "" : std::string{refusal->key};
  }
  static Command registering(const ContentHash& hash) { return RegisterPerson{hash}; }
  static Command correcting(const ContentHash& hash) { return CorrectPerson{{0}, hash}; }

  ccop::testing::TemporaryFolder folder;
  ccop::testing::Device secretary{"secretary"};
  LiveCommunity live{store::open_sqlite(folder.file("harbour.db"), true),
                     std::make_shared<const store::MasterKey>(sha256(bytes_of("master"))), "localhost/c/harbour/log"};
};

TEST_F(AProfile, HasANameAndTextsAlone) {
  for (const auto* odd :
       {R"({"name":7,"email":[1]})", R"({"name":""})", R"({"name":"  "})", R"({"title":"CISO"})", "[]", "not json", "",
        R"({"name":"Ada","more":"x"})", R"({"name":"Ada","name":"Bo"})", R"({"name":"Ada","email":null})"}) {
    const std::uint64_t before = live.size();
    EXPECT_EQ(sent_as(registering, odd), "content-has-another-form") << odd;
    EXPECT_EQ(sent_as(correcting, odd), "content-has-another-form") << odd;
    EXPECT_EQ(live.size(), before);
  }
  EXPECT_EQ(sent_as(registering, R"({"name":")" + std::string(201, 'a') + "\"}"), "content-has-another-form");
  EXPECT_EQ(sent_as(registering, R"({"name":")" + std::string(200, 'a') + "\"}"), "");
  EXPECT_EQ(sent_as(correcting, R"({"email":"a@example.org","name":"Ada","title":""})"), "");
}

/// A motion with an object for a title broke the page of all motions for everybody.
TEST_F(AProfile, IsNotAllThatHasAForm) {
  const auto proposing = [](const ContentHash& hash) -> Command {
    return ProposeMotion{{}, Purpose::resolution, hash, {}, Method::silence, false, {}};
  };
  EXPECT_EQ(sent_as(proposing, R"({"title":{"a":1}})"), "content-has-another-form");
  const auto planning = [&](const ContentHash& hash) -> Command {
    return PlanMeeting{
        MeetingKind::symposium, hash, live.now() + days{60}, live.now() + days{62}, "Europe/Rome", 50, 60};
  };
  EXPECT_EQ(sent_as(planning, R"({"title":"Symposium","place":9})"), "content-has-another-form");
  EXPECT_EQ(sent_as(planning, R"({"title":"Symposium","place":"Rome"})"), "");
}

}  // namespace
}  // namespace ccop::host
