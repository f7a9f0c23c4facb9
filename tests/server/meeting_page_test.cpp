// The page of a meeting: the link to join for whoever may enter, in its time; and who comes, in numbers or by name.
#include "meeting_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = ServedSite::Json;

class ThePageOfAMeeting : public AMeetingAhead {
 protected:
  std::string page_for(PersonId person, MeetingId id = {0}) {
    const auto session =
        served.site->admission().sign_ins().begin(SignIn{person, {}, {}, now() + hours{1}, "t", {}, {}, {}, {}}, now());
    const Response page =
        ask("GET", "/api/meetings/" + std::to_string(id.value), {{"cookie", "ccop_harbour=" + session}});
    EXPECT_EQ(page.status, 200u);
    return page.body ? *page.body : "";
  }
  /// One that begins in ten minutes, with links of an open and of an executive session.
  MeetingId soon() {
    const MeetingId id{1};
    const auto details = content(R"({"title":"Soon"})");
    const Time from = now() + minutes{10};
    take(PlanMeeting{MeetingKind::ad_hoc, store::content_hash(details), from, from + hours{4}, "UTC", 9, 60},
         {details});
    SessionId session{3};
    for (const SessionKind kind : {SessionKind::open, SessionKind::executive}) {
      const auto title = content("one");
      const auto address = content(
          Json{{"link", kind == SessionKind::open ? "https://a.example/open" : "https://a.example/executive"}}.dump());
      take(AddSession{id, kind, store::content_hash(title), from, from + hours{2}}, {title});
      take(SetJoinLink{id, session, store::content_hash(address)}, {address});
      ++session.value;
    }
    take(PublishMeeting{id});
    take(devices.at(chair.value), InviteRepresentative{id, colleague});
    take(devices.at(chair.value), ClearInvitation{{1}});
    return id;
  }
};

TEST_F(ThePageOfAMeeting, HasItsLinksInTheirTimeForWhoeverMayEnter) {
  const MeetingId id = soon();
  EXPECT_THAT(page_for(member, id), Not(HasSubstr("a.example"))) << "the notice of discretion comes first";
  for (const PersonId person : {member, colleague}) take(devices.at(person.value), AcceptDiscretion{id});
  EXPECT_THAT(page_for(member, id), HasSubstr("https://a.example/open"));
  EXPECT_THAT(page_for(member, id), HasSubstr("https://a.example/executive"));
  EXPECT_THAT(page_for(colleague, id), HasSubstr("https://a.example/open"));
  EXPECT_THAT(page_for(colleague, id), Not(HasSubstr("https://a.example/executive")));
}

TEST_F(ThePageOfAMeeting, HasNoLinkBeforeItsTimeAndSaysWhenThatIs) {
  take(devices.at(member.value), AcceptDiscretion{meeting});
  const std::string page = page_for(member);
  EXPECT_THAT(page, Not(HasSubstr("rooms.planted")));
  EXPECT_EQ(Json::parse(page)["sessions"][0]["join"]["from"], to_rfc3339(starts - minutes{30}));
  EXPECT_TRUE(Json::parse(page)["sessions"][0]["join"]["link"].is_null());
}

TEST_F(ThePageOfAMeeting, GivesNoLinkToAMachine) {
  const MeetingId id = soon();
  take(devices.at(member.value), AcceptDiscretion{id});
  const auto seat = live().read([&](const Community& state) { return membership(state).seat_of(member, now()); });
  const std::string token = served.site->admission().tokens().begin(
      {member, {}, {}, now() + days{1}, "t", TokenUse::record, "", {}, seat}, now());
  for (const auto* path : {"/api/meetings/1", "/api/record/contents"}) {
    const Response page = ask("GET", path, {{"authorization", "Bearer " + token}});
    EXPECT_EQ(page.status, 200u);
    EXPECT_THAT(*page.body, Not(HasSubstr("a.example"))) << path;
  }
}

TEST_F(ThePageOfAMeeting, TellsWhetherALinkIsSetToWhoeverSetsItAlone) {
  EXPECT_EQ(Json::parse(page_for(secretary))["has_link"], true);
  EXPECT_EQ(Json::parse(page_for(secretary))["sessions"][2]["has_link"], false);
  for (const PersonId person : {member, colleague, guest}) EXPECT_THAT(page_for(person), Not(HasSubstr("has_link")));
}

TEST_F(ThePageOfAMeeting, CountsWhoComesForSeatsAndNamesThemToTheCommittee) {
  take(devices.at(member.value), SayComing{meeting, Coming::remotely});
  take(devices.at(colleague.value), SayComing{meeting, Coming::yes});
  const Json seat = Json::parse(page_for(member));
  EXPECT_EQ(seat["coming"], (Json{{"yes", 1}, {"no", 0}, {"remotely", 1}}));
  EXPECT_EQ(seat["own_answer"], "remotely");
  const Json committee = Json::parse(page_for(secretary))["coming"]["answers"];
  ASSERT_EQ(committee.size(), 2u);
  EXPECT_EQ(committee[0]["person"]["name"], "Member");
  EXPECT_EQ(committee[1]["coming"], "yes");
  for (const PersonId person : {colleague, guest}) EXPECT_FALSE(Json::parse(page_for(person)).contains("coming"));
  EXPECT_TRUE(Json::parse(page_for(guest))["own_answer"].is_null());
}

}  // namespace
}  // namespace ccop::server
