// Who is let into which room (clauses 5.2, 6.2, 6.4).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Sessions, AreEnteredAfterTheNoticeOfDiscretion) {  // clause 5.2
  Scenario ccop;
  const auto people = ccop.members(2);
  const MeetingId meeting = ccop.meeting();
  const SessionId session = ccop.session(meeting, SessionKind::executive);
  ccop.ask({0}, PublishMeeting{meeting});
  EXPECT_THAT(ccop.ask(people[1], EnterSession{session}), refused_for("session-not-live"));
  ccop.ask({0}, OpenSession{session});
  EXPECT_THAT(ccop.ask(people[1], EnterSession{session}), refused_for("accept-discretion-first", clause::discretion));
  ccop.ask(people[1], AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(people[1], EnterSession{session}), led_to<SessionEntered>());
  EXPECT_THAT(ccop.ask(people[1], EnterSession{session}), refused_for("is-present-already"));
}

TEST(ExecutiveSessions, AdmitRepresentativesOfMembersAndObserversAndTheCommittee) {  // clause 6.4
  Scenario ccop;
  ccop.members(2);
  const PersonId cern = ccop.representative("CERN");
  const PersonId nobody = ccop.person();
  const SessionId session = ccop.executive_session({cern, ccop.secretary(), nobody});
  EXPECT_TRUE(meetings(ccop.now).sessions[session].is_present(cern));
  EXPECT_TRUE(meetings(ccop.now).sessions[session].is_present(ccop.secretary()));
  EXPECT_FALSE(meetings(ccop.now).sessions[session].is_present(nobody));
}

TEST(MembersOnlySessions, KeepObserversOut) {
  Scenario ccop;
  const PersonId cern = ccop.representative("CERN");
  const MeetingId meeting = ccop.meeting();
  const SessionId session = ccop.session(meeting, SessionKind::members_only);
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask({0}, OpenSession{session});
  ccop.ask(cern, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(cern, EnterSession{session}),
              refused_for("session-is-for-members", clause::observers_do_not_vote));
}

TEST(Guests, EnterTheirSessionsAndNeverAnExecutiveOne) {  // clauses 6.2 and 6.4
  Scenario ccop;
  const MeetingId meeting = ccop.meeting();
  const SessionId talk = ccop.session(meeting, SessionKind::open);
  const SessionId other = ccop.session(meeting, SessionKind::open);
  const SessionId executive = ccop.session(meeting, SessionKind::executive);
  ccop.ask({0}, PublishMeeting{meeting});
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {executive}, token("t")}),
              refused_for("guests-never-attend-executive-session", clause::executive_attendance));
  const PersonId guest = people(ccop.now).all.next();
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {talk}, token("t")}), led_to<GuestAdmitted>());
  for (const SessionId session : {talk, other, executive}) ccop.ask({0}, OpenSession{session});
  ccop.ask(guest, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(guest, EnterSession{talk}), led_to<SessionEntered>());
  EXPECT_THAT(ccop.ask(guest, EnterSession{other}), refused_for("guest-not-admitted-here", clause::guests));
  EXPECT_THAT(ccop.ask(guest, EnterSession{executive}),
              refused_for("guests-never-attend-executive-session", clause::executive_attendance));
  EXPECT_THAT(
      ccop.ask(guest, PlanMeeting{MeetingKind::ad_hoc, words("m"), ccop.time, ccop.time + hours{1}, "UTC", 9, 60}),
      refused_for("only-committee-plans", clause::management));
}

TEST(Guests, TakePlaces) {  // clause 4.4
  Scenario ccop;
  const MeetingId meeting = ccop.meeting(MeetingKind::ad_hoc, 1);
  const SessionId talk = ccop.session(meeting, SessionKind::open);
  ccop.ask({0}, AdmitGuest{meeting, words("g"), {talk}, token("t")});
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("h"), {talk}, token("u")}), refused_for("meeting-is-full"));
}

TEST(Alternates, ComeToExecutiveSessionsInsteadOfTheMainRepresentative) {  // clause 4.3
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId alternate = ccop.person();
  ccop.ask(people[1], NameAlternate{alternate, ccop.time, ccop.time + days{9}});
  const SessionId session = ccop.executive_session({});
  const MeetingId meeting = meetings(ccop.now).sessions[session].meeting;
  ccop.ask(alternate, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(alternate, EnterSession{session}), refused_for("main-representative-attends"));
  ccop.ask(people[1], DeclareAbsence{ccop.time, ccop.time + days{1}});
  EXPECT_THAT(ccop.ask(alternate, EnterSession{session}), led_to<SessionEntered>());
}

TEST(Guests, AreAdmittedByTheCommitteeToOpenSessions) {  // clause 6.2
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const MeetingId meeting = ccop.meeting();
  const SessionId members = ccop.session(meeting, SessionKind::members_only);
  const SessionId talk = ccop.session(meeting, SessionKind::open);
  EXPECT_THAT(ccop.ask(who, AdmitGuest{meeting, words("g"), {talk}, token("t")}),
              refused_for("only-committee-admits-guests", clause::guests));
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {}, token("t")}),
              refused_for("guest-needs-a-session", clause::guests));
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {members}, token("t")}),
              refused_for("guests-attend-open-sessions", clause::guests));
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {SessionId{9}}, token("t")}),
              refused_for("no-such-session"));
}

TEST(Guests, AcceptDiscretionWhereTheyAreAdmitted) {
  Scenario ccop;
  const MeetingId meeting = ccop.meeting();
  const PersonId guest = people(ccop.now).all.next();
  ccop.ask({0}, AdmitGuest{meeting, words("g"), {ccop.session(meeting, SessionKind::open)}, token("t")});
  const MeetingId other = ccop.meeting();
  ccop.session(other, SessionKind::open);
  ccop.ask({0}, PublishMeeting{other});
  EXPECT_THAT(ccop.ask(guest, AcceptDiscretion{other}), refused_for("guest-not-admitted-here", clause::guests));
}

TEST(ExecutiveSessions, AreNotForAdditionalRepresentatives) {  // clause 6.4
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId colleague = ccop.person();
  const MeetingId meeting = ccop.meeting();
  const SessionId session = ccop.session(meeting, SessionKind::executive);
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask({0}, OpenSession{session});
  ccop.ask(people[1], InviteRepresentative{meeting, colleague});
  ccop.ask(people[0], ClearInvitation{{0}});
  EXPECT_THAT(ccop.ask(colleague, EnterSession{session}),
              refused_for("executive-session-is-for-representatives", clause::executive_attendance));
}

}  // namespace
}  // namespace ccop::community
