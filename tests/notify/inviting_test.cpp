// Who is invited to which meeting, and what of it goes into whose box.
#include "notify/mail/inviting.hpp"

#include "community/meetings/commands.hpp"
#include "community/membership/commands.hpp"
#include "community/scenario.hpp"
#include "notify/mail/collect.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace ccop::notify {
namespace {

using namespace community;
using community::testing::Scenario;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Two Members, a meeting that was announced with an open and an executive session, and a box for one of its people.
class AMeetingForCalendars : public ::testing::Test {
 protected:
  AMeetingForCalendars() {
    members = story.members(2);
    meeting = story.meeting();
    open = story.session(meeting, SessionKind::open);
    executive = story.session(meeting, SessionKind::executive);
    story.ask(story.secretary(), PublishMeeting{meeting});
  }
  [[nodiscard]] std::vector<Invite> of(PersonId person) const { return invites(story.now, story.time)[person]; }
  /// One round of the mail office for this person, up to what waits to be sent.
  void take_in_for(PersonId person) {
    take_in(box, {}, story.time);
    take_in_invites(
        box, of(person),
        {[&] { return wants; }, [&] { return has_address; }, [&](auto&, auto&) { return is_called_the_same; }},
        story.time);
  }
  /// All that waits is taken over by the relay.
  void send() {
    for (Item& item : box.items)
      if (item.standing == Standing::waiting) item.mail = "id", item.standing = Standing::accepted;
  }
  [[nodiscard]] std::vector<std::string> waiting() const {
    std::vector<std::string> words;
    for (const Item& item : box.items)
      if (item.standing == Standing::waiting) words.push_back(item.words);
    return words;
  }
  [[nodiscard]] const Invite& last() const { return *box.items.back().invite; }
  /// Its end is another, for its sessions lie within it.
  void moves(std::chrono::milliseconds by, const char* details = "meeting") {
    const Meeting& now = meetings(story.now).all[meeting];
    const Ruling ruling =
        story.ask(story.secretary(), ChangeMeeting{meeting, words(details), now.starts, now.ends + by, now.time_zone,
                                                   now.capacity, now.commitment_minutes});
    EXPECT_TRUE(std::holds_alternative<std::vector<Act>>(ruling));
  }
  static ContentHash words(const char* text) { return community::testing::words(text); }

  Scenario story{"tests/charters/harbour.toml"};
  std::vector<PersonId> members;
  MeetingId meeting;
  SessionId open, executive;
  Box box;
  bool wants{true};
  bool has_address{true};
  bool is_called_the_same{};
};

TEST_F(AMeetingForCalendars, IsForSeatsAndOfficesOnceItIsAnnounced) {
  for (const PersonId person : {story.secretary(), members[0], members[1]}) {
    ASSERT_THAT(of(person), SizeIs(1)) << person.value;
    EXPECT_EQ(of(person)[0].starts, meetings(story.now).all[meeting].starts);
    EXPECT_THAT(of(person)[0].sessions, SizeIs(2));
  }
  const MeetingId planned = story.meeting();
  for (const auto& [person, theirs] : invites(story.now, story.time))
    for (const Invite& invite : theirs) EXPECT_NE(invite.meeting, planned) << "nobody was told yet";
  story.pass(days{4});
  EXPECT_THAT(invites(story.now, story.time), IsEmpty()) << "it is over";
}

TEST_F(AMeetingForCalendars, IsForAColleagueOnceTheyAreClearedAndWithoutItsExecutiveSession) {  // clauses 4.4, 6.4
  const PersonId colleague = story.person();
  story.ask(members[1], InviteRepresentative{meeting, colleague});
  EXPECT_THAT(of(colleague), IsEmpty());
  story.ask(members[0], ClearInvitation{{0}});
  ASSERT_THAT(of(colleague), SizeIs(1));
  ASSERT_THAT(of(colleague)[0].sessions, SizeIs(1));
  EXPECT_EQ(of(colleague)[0].sessions[0].session, open);
  story.ask(members[1], WithdrawInvitation{{0}});
  EXPECT_THAT(of(colleague), IsEmpty());
}

TEST_F(AMeetingForCalendars, IsForAGuestWithTheirOwnSessionsAlone) {  // clause 6.2
  const SessionId other = story.session(meeting, SessionKind::open);
  const PersonId guest = people(story.now).all.next();
  story.ask(story.secretary(), AdmitGuest{meeting, words("guest"), {other}, community::testing::token("guest")});
  ASSERT_THAT(of(guest), SizeIs(1));
  ASSERT_THAT(of(guest)[0].sessions, SizeIs(1));
  EXPECT_EQ(of(guest)[0].sessions[0].session, other);
}

TEST_F(AMeetingForCalendars, IsToldOnce) {
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.request"));
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.request"));
  send();
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
  box = from_json<Box>(to_json(box));  // the host starts anew
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(AMeetingForCalendars, IsToldAgainWithAHigherNumberWhereItsTimesItsPlaceOrItsSessionsChange) {
  take_in_for(members[1]);
  send();
  std::uint32_t number = last().sequence;
  const auto is_told = [&](const char* what) {
    take_in_for(members[1]);
    EXPECT_THAT(waiting(), ElementsAre("invitation.change")) << what;
    EXPECT_GT(last().sequence, number) << what;
    number = last().sequence;
    send();
  };
  moves(hours{1});
  is_told("its times");
  moves({}, "another place");
  is_told("its place");
  const Session& now = meetings(story.now).sessions[open];
  story.ask(story.secretary(), ChangeSession{open, words("session"), now.starts + hours{1}, now.ends + hours{1}});
  is_told("the times of a session");
  story.ask(story.secretary(), RemoveSession{open});
  is_told("a session less");
  story.session(meeting, SessionKind::open);
  is_told("a session more");
}

TEST_F(AMeetingForCalendars, IsNotToldAgainWhereItIsCalledTheSame) {
  take_in_for(members[1]);
  send();
  moves({}, "another description");
  is_called_the_same = true;
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_EQ(last().details, words("another description"));
}

TEST_F(AMeetingForCalendars, IsToldWithItsLastStateAloneAfterSeveralChanges) {
  take_in_for(members[1]);
  moves(hours{1});
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.request"));
  EXPECT_EQ(last().ends, meetings(story.now).all[meeting].ends);
  send();
  moves(hours{1});
  take_in_for(members[1]);
  moves(hours{1});
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.change"));
  EXPECT_EQ(last().ends, meetings(story.now).all[meeting].ends);
  moves(-hours{2});
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty()) << "it was changed, and changed back";
}

TEST_F(AMeetingForCalendars, IsTakenBackOnceWhereItIsCancelled) {
  take_in_for(members[1]);
  send();
  const std::uint32_t number = last().sequence;
  story.ask(story.secretary(), CancelMeeting{meeting, words("why")});
  take_in_for(members[1]);
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.cancel"));
  EXPECT_TRUE(last().is_cancelled);
  EXPECT_GT(last().sequence, number);
  send();
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(AMeetingForCalendars, IsNotTakenBackFromWhoWasNeverInvited) {
  take_in_for(members[1]);
  story.ask(story.secretary(), CancelMeeting{meeting, words("why")});
  take_in_for(members[1]);
  EXPECT_THAT(box.items, IsEmpty());
}

TEST_F(AMeetingForCalendars, IsNotTakenBackFromWhomTheInvitationNeverReached) {
  take_in_for(members[1]);
  box.items[0].standing = Standing::refused;
  take_in_for(members[1]);
  EXPECT_TRUE(box.items.at(0).is_lost());
  EXPECT_THAT(box.items, SizeIs(1)) << "it is not tried by itself";
  story.ask(story.secretary(), CancelMeeting{meeting, words("why")});
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_FALSE(box.items.at(0).is_lost());
}

TEST_F(AMeetingForCalendars, IsTakenBackFromWhoLosesTheirPlaceWithoutWhatChangedSince) {
  take_in_for(members[1]);
  send();
  const Invite known = last();
  story.resigns(*membership(story.now).seat_of(members[1], story.time));
  moves(hours{5}, "elsewhere");
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.cancel"));
  EXPECT_EQ(last().ends, known.ends);
  EXPECT_EQ(last().details, known.details);
}

TEST_F(AMeetingForCalendars, IsToldAnewWithAHigherNumberToWhoGetsTheirPlaceBack) {
  const PersonId colleague = story.person();
  const auto invited = [&] {
    const InvitationId id = meetings(story.now).invitations.next();
    story.ask(members[1], InviteRepresentative{meeting, colleague});
    story.ask(members[0], ClearInvitation{id});
    take_in_for(colleague);
    return id;
  };
  const InvitationId first = invited();
  send();
  story.ask(members[1], WithdrawInvitation{first});
  take_in_for(colleague);
  send();
  const std::uint32_t number = last().sequence;
  EXPECT_TRUE(last().is_cancelled);
  invited();
  EXPECT_THAT(waiting(), ElementsAre("invitation.request"));
  EXPECT_FALSE(last().is_cancelled);
  EXPECT_GT(last().sequence, number);
}

TEST_F(AMeetingForCalendars, IsTakenBackNoMoreOnceItIsOver) {
  take_in_for(members[1]);
  send();
  story.pass(days{4});
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_FALSE(box.items.at(0).is_current);
  story.pass(days{100});
  take_in_for(members[1]);
  EXPECT_THAT(box.items, IsEmpty());
}

TEST_F(AMeetingForCalendars, IsNotToldToWhoWantsNoInvitationsButWhatTheyHaveIsPutRight) {
  wants = false;
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
  wants = true;
  take_in_for(members[1]);
  send();
  moves(hours{1});
  wants = false;
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.change"));
}

TEST_F(AMeetingForCalendars, IsNotToldToWhoHasNoAddressUntilThereIsOne) {
  has_address = false;
  take_in_for(members[1]);
  EXPECT_THAT(box.items, IsEmpty()) << "nothing is lost that the Secretary must look after";
  has_address = true;
  take_in_for(members[1]);
  send();
  has_address = false;
  story.ask(story.secretary(), CancelMeeting{meeting, words("why")});
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), IsEmpty());
  has_address = true;
  take_in_for(members[1]);
  EXPECT_THAT(waiting(), ElementsAre("invitation.cancel"));
}

TEST_F(AMeetingForCalendars, IsToldInItsOrderWhereAMailIsOnItsWayStill) {
  take_in_for(members[1]);
  box.items[0].mail = "put off";
  moves(hours{1});
  take_in_for(members[1]);
  ASSERT_THAT(waiting(), ElementsAre("invitation.request", "invitation.change"));
  EXPECT_GT(box.items[1].invite->sequence, box.items[0].invite->sequence);
}

TEST(AnInvitationByMail, IsWantedByWhoSaidSoAndElseByWhoFollowsNoCalendarAndWantsMoreThanWhatIsUrgent) {
  Preference nothing_said;
  EXPECT_TRUE(wants_invitations(nothing_said, false));
  EXPECT_FALSE(wants_invitations(nothing_said, true));
  nothing_said.rhythm = Rhythm::urgent;
  EXPECT_FALSE(wants_invitations(nothing_said, false));
  Preference said;
  said.invitations = true;
  EXPECT_TRUE(wants_invitations(said, true));
  said.invitations = false;
  EXPECT_FALSE(wants_invitations(said, false));
}

Item invitation(Time starts) {
  Item item{
      .about = "meeting/1", .words = "invitation.request", .path = "/meetings/1", .by = {}, .since = {}, .at = {}};
  item.invite = Invite{{1}, {}, starts, starts + hours{1}, "UTC", {}, false, 1};
  return item;
}

TEST(AnInvitationByMail, WaitsForTheHourUnlessTheMeetingBeginsSoon) {
  const Time monday = from_rfc3339("2027-01-04T10:00:00.000Z").value();
  Box box;
  box.preference = {Rhythm::daily, 8, 1, "UTC", {}};
  box.items = {invitation(monday + days{30}), invitation(monday + days{2})};
  EXPECT_THAT(to_send(box, "UTC", monday), ElementsAre(1));
  EXPECT_THAT(to_send(box, "UTC", monday + hours{22}), ElementsAre(0, 1));
  box.preference.rhythm = Rhythm::urgent;  // who wants invitations all the same has chosen no hour
  EXPECT_THAT(to_send(box, "UTC", monday), ElementsAre(0, 1));
}

TEST(AnInvitationByMail, IsNotMissedByABoxOfBeforeThereWereAny) {
  const Box box = from_json<Box>(
      R"({"preference":{"rhythm":"daily","hour":8,"weekday":1,"zone":""},"items":[{"about":"notice/1","step":1,)"
      R"("words":"notice.secretary","path":"/","since":"2027-01-04T10:00:00.000Z","is_escalated":false,)"
      R"("cannot_wait":true,"is_current":true,"standing":"waiting","at":"2027-01-04T10:00:00.000Z"}],"tries":0})");
  EXPECT_TRUE(wants_invitations(box.preference, false));
  EXPECT_EQ(box.items.at(0).invite, std::nullopt);
}

TEST(AnInvitationByMail, IsNotSparedByALookAtTheDesk) {
  const Time monday = from_rfc3339("2027-01-04T10:00:00.000Z").value();
  Box box;
  box.items = {invitation(monday + days{30})};
  box.looked_at = monday;
  take_in(box, {}, monday);
  EXPECT_EQ(box.items[0].standing, Standing::waiting);
}

}  // namespace
}  // namespace ccop::notify
