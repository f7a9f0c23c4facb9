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
  Response as(PersonId person, const std::string& method, const std::string& path, const std::string& body = "") {
    const auto session =
        served.site->admission().sign_ins().begin(SignIn{person, {}, {}, now() + hours{1}, "t", {}, {}, {}, {}}, now());
    return ask(method, path, {{"cookie", "ccop_harbour=" + session}}, body);
  }
  Json coming_for(PersonId person) { return Json::parse(*as(person, "GET", "/api/meetings/0/coming").body); }
  Response said(PersonId person, const std::string& coming) {
    return as(person, "POST", "/api/coming", Json{{"meeting", 0}, {"coming", coming}}.dump());
  }
  void say(PersonId person, const std::string& coming) { EXPECT_EQ(said(person, coming).status, 200u); }
  std::string page_for(PersonId person, MeetingId id = {0}) {
    const Response page = as(person, "GET", "/api/meetings/" + std::to_string(id.value));
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

TEST_F(ThePageOfAMeeting, ListsItsGuestsForTheCommitteeAlone) {
  const Json page = Json::parse(page_for(chair, meeting));
  ASSERT_EQ(page["guest_list"].size(), 1u);
  const Json& row = page["guest_list"][0];
  EXPECT_EQ(row["person"]["name"], "Guest");
  EXPECT_EQ(row["sessions"], Json::array({open.value}));
  EXPECT_FALSE(row["came"]);
  EXPECT_EQ(row["may"], Json::array({"renew-guest-link", "revoke-guest", "correct-person"}));
  for (const PersonId person : {member, colleague})
    EXPECT_FALSE(Json::parse(page_for(person, meeting)).contains("guest_list"));
}

TEST_F(ThePageOfAMeeting, IsNoRevokedGuestsAnyMore) {
  EXPECT_EQ(as(guest, "GET", "/api/meetings/0").status, 200u);
  const auto seen = live().read([&](const Community& state) { return wording_of(state, guest); });
  take(RevokeGuest{meeting, guest, seen});
  EXPECT_EQ(as(guest, "GET", "/api/meetings/0").status, 404u);
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
  const std::uint64_t before = live().size();
  say(member, "remotely");
  say(colleague, "no");
  say(colleague, "yes");
  const Json seat = coming_for(member);
  EXPECT_EQ(seat["counts"], (Json{{"yes", 1}, {"no", 0}, {"remotely", 1}}));
  EXPECT_EQ(seat["own"], "remotely");
  EXPECT_FALSE(seat.contains("answers"));
  const Json committee = coming_for(secretary);
  ASSERT_EQ(committee["answers"].size(), 2u);
  EXPECT_EQ(committee["answers"][0]["person"]["name"], "Member");
  EXPECT_EQ(committee["answers"][1]["coming"], "yes");
  for (const PersonId person : {colleague, guest}) EXPECT_FALSE(coming_for(person).contains("counts"));
  EXPECT_TRUE(coming_for(guest)["own"].is_null());
  EXPECT_EQ(live().size(), before) << "the record would tell all its readers who comes";
}

TEST_F(ThePageOfAMeeting, AsksAnewWhetherOneComesWhereItMoves) {
  say(member, "yes");
  const auto details = content(R"({"title":"Planted symposium","place":"Planted hall","description":"d"})");
  const Meeting meant = live().read([&](const Community& state) { return meetings(state).all[meeting]; });
  const auto move = [&](Time ends) {
    take(served.secretary,
         ChangeMeeting{meeting, store::content_hash(details), meant.starts, ends, meant.time_zone, 9, 60}, {details});
  };
  move(meant.ends);
  EXPECT_EQ(coming_for(member)["own"], "yes") << "the same times";
  move(meant.ends + hours{1});
  EXPECT_TRUE(coming_for(member)["own"].is_null());
  EXPECT_EQ(coming_for(member)["counts"]["yes"], 0);
}

TEST_F(ThePageOfAMeeting, AsksWhoeverHasAPlaceThere) {
  const PersonId stranger = registered("Stranger");
  EXPECT_THAT(said(stranger, "yes"), problem("no-place-at-meeting"));
  EXPECT_EQ(coming_for(secretary)["answers"].size(), 0u);
}

TEST_F(ThePageOfAMeeting, TellsWhichItemASessionIsAtToAllWhoSeeItAndWhereTheCommitteeSaidSo) {
  const SessionId session{3};
  soon();
  const auto item = content("The first item");
  const std::string hash = to_base64url(store::content_hash(item).hash);
  take(AddAgendaItem{session, store::content_hash(item), 30}, {item});
  take(OpenSession{session});
  const auto asks = [&](PersonId person) { return as(person, "GET", "/api/sessions/3/floor"); };
  const auto floor = [&](PersonId person) { return Json::parse(*asks(person).body); };
  const auto takes = [&](PersonId person, const Json& said) { return as(person, "POST", "/api/floor", said.dump()); };

  EXPECT_TRUE(floor(member)["item"].is_null());
  EXPECT_THAT(takes(member, {{"session", 3}, {"item", hash}}), problem("only-committee-leads-sessions"));
  EXPECT_EQ(takes(chair, {{"session", 3}, {"item", hash}}).status, 200u);
  EXPECT_EQ(floor(member)["item"], hash);
  EXPECT_EQ(floor(colleague)["item"], hash) << "was cleared for the meeting";
  EXPECT_EQ(floor(member)["may_lead"], false);
  EXPECT_EQ(floor(chair)["may_lead"], true);
  EXPECT_FALSE(floor(chair)["since"].is_null());
  EXPECT_EQ(asks(guest).status, 404u) << "sees another meeting";

  EXPECT_EQ(takes(secretary, {{"session", 3}}).status, 200u) << "between two items";
  EXPECT_TRUE(floor(member)["item"].is_null());
  EXPECT_EQ(takes(chair, {{"session", 3}, {"item", hash}}).status, 200u);
  take(RemoveAgendaItem{session, store::content_hash(item)});
  EXPECT_TRUE(floor(member)["item"].is_null()) << "it is no item any more";
}

}  // namespace
}  // namespace ccop::server
