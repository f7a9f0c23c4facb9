// Which member a refusal names, so that a form shows it there.
#include "at_the_door.hpp"

namespace ccop::server {
namespace {

using namespace community;

class AFormsField : public AtTheDoor {
 protected:
  /// The answer to a meeting that the Secretary plans.
  Response plans(const std::string& text, Time starts, Time ends) {
    const store::Content details{std::string(16, 's'), text};
    const PlanMeeting planning{MeetingKind::ad_hoc, store::content_hash(details), starts, ends, "Europe/Rome", 20, 60};
    return post("/api/acts", sent(device_of(secretary).asks(live(), planning, {details})), sign_in(secretary));
  }
  Response prepares(const Json& command) {
    return post("/api/acts/prepare", {{"command", command}}, sign_in(secretary));
  }
  [[nodiscard]] Time soon() const { return live().now() + days{7}; }
};

TEST_F(AFormsField, IsNamedByARuleThatSpeaksOfIt) {
  const Response late = plans(R"({"title":"A pier"})", soon() + days{3000}, soon() + days{3001});
  EXPECT_THAT(late, problem("meeting-is-soon"));
  EXPECT_EQ(json(late)["field"], "starts");
  const Response backwards = plans(R"({"title":"A pier"})", soon(), soon() - hours{1});
  EXPECT_THAT(backwards, problem("meeting-ends-after-it-starts"));
  EXPECT_EQ(json(backwards)["field"], "ends");
}

TEST_F(AFormsField, IsNamedWhereItIsTooLongInATextThatComesAlong) {
  const Response refused = plans(R"({"title":")" + std::string(301, 'a') + "\"}", soon(), soon() + hours{1});
  EXPECT_THAT(refused, problem("content-has-another-form"));
  EXPECT_EQ(json(refused)["field"], "title");
}

TEST_F(AFormsField, IsNamedWhereItIsNotWhatBelongsThere) {
  const Response bad = prepares({{"type", "end-mandate"}, {"mandate", "x"}});
  EXPECT_THAT(bad, problem("bad-input"));
  EXPECT_EQ(json(bad)["field"], "mandate");
}

TEST_F(AFormsField, OffersWhomTheRulesAllowAndSaysWhyNotTheOthers) {
  const auto invites = [&](PersonId person) {
    return Json{{"type", "invite-representative"}, {"meeting", meeting.value}, {"person", person.value}};
  };
  const PersonId another = registered("Another");
  const Json told = json(post("/api/acts/barred",
                              {{"commands", {invites(member), invites(another), invites(colleague)}}}, sign_in(chair)));
  ASSERT_EQ(told["barred"].size(), 2u) << told;
  EXPECT_EQ(told["barred"][0]["place"], 0);
  EXPECT_EQ(told["barred"][0]["problem"]["key"], "has-a-seat-already");
  EXPECT_EQ(told["barred"][1]["place"], 2);
  EXPECT_EQ(told["barred"][1]["problem"]["key"], "invited-already");
  EXPECT_EQ(told["barred"][1]["problem"]["field"], "person");
}

TEST_F(AFormsField, IsNoneWhereTheRefusalIsAboutTheWhole) {
  const Json refused = json(prepares({{"type", "end-absence"}}));
  EXPECT_TRUE(refused.contains("key"));
  EXPECT_FALSE(refused.contains("field"));
  const Json unread = json(post("/api/acts/prepare", Json::array(), sign_in(secretary)));
  EXPECT_TRUE(unread.contains("key"));
  EXPECT_FALSE(unread.contains("field"));
}

}  // namespace
}  // namespace ccop::server
