#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Symposiums, AreNotPublishedWithoutTheirExecutiveDay) {  // clause 6.3
  Scenario ccop;
  const MeetingId id{0};
  const Time starts = ccop.time + days{60};
  ccop.ask({0}, PlanMeeting{MeetingKind::symposium, words("m"), starts, starts + days{3}, "Europe/Rome", 9, 60});
  ccop.ask({0}, AddSession{id, SessionKind::open, words("s"), starts, starts + hours{2}});
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), refused_by(clause::executive_day));
  ccop.ask({0}, AddSession{id, SessionKind::executive, words("s"), starts + hours{3},
                           starts + hours{5}});  // the same day is not its own
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), refused_by(clause::executive_day));
  ccop.ask({0}, AddSession{id, SessionKind::executive, words("s"), starts + days{1}, starts + days{1} + hours{2}});
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), led_to<MeetingPublished>());
  EXPECT_THAT(
      ccop.ask({0}, AddSession{id, SessionKind::open, words("s"), starts + days{1}, starts + days{1} + hours{2}}),
      refused_by(clause::executive_day));
  EXPECT_THAT(ccop.ask({0}, RemoveSession{{2}}), refused_by(clause::executive_day));
}

TEST(Meetings, GiveNoticeInTime) {
  Scenario ccop;
  const Time starts = ccop.time + days{13};
  ccop.ask({0}, PlanMeeting{MeetingKind::mid_year, words("m"), starts, starts + days{1}, "Europe/Rome", 9, 60});
  ccop.ask({0}, AddSession{{0}, SessionKind::open, words("s"), starts, starts + hours{2}});
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{{0}}), refused_for("notice-is-due"));
}

TEST(Meetings, StateTheTimeThatTheyCost) {  // clause 5.1
  Scenario ccop;
  EXPECT_THAT(
      ccop.ask({0}, PlanMeeting{MeetingKind::ad_hoc, words("m"), ccop.time, ccop.time + hours{1}, "Europe/Rome", 9, 0}),
      refused_by(clause::ways_of_working));
}

TEST(Meetings, ArePlannedByTheCommittee) {  // clause 5.7
  Scenario ccop;
  const auto people = ccop.members(2);
  EXPECT_THAT(ccop.ask(people[1], PlanMeeting{MeetingKind::ad_hoc, words("m"), ccop.time, ccop.time + hours{1},
                                              "Europe/Rome", 9, 60}),
              refused_by(clause::management));
}

TEST(Sessions, AreEnteredAfterTheNoticeOfDiscretion) {  // clause 5.2
  Scenario ccop;
  const auto people = ccop.members(2);
  const MeetingId meeting = ccop.meeting();
  const SessionId session = ccop.session(meeting, SessionKind::executive);
  ccop.ask({0}, PublishMeeting{meeting});
  EXPECT_THAT(ccop.ask(people[1], EnterSession{session}), refused_for("session-not-live"));
  ccop.ask({0}, OpenSession{session});
  EXPECT_THAT(ccop.ask(people[1], EnterSession{session}), refused_by(clause::discretion));
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
  EXPECT_TRUE(ccop.now.meetings.sessions[session.value].is_present(cern));
  EXPECT_TRUE(ccop.now.meetings.sessions[session.value].is_present(ccop.secretary()));
  EXPECT_FALSE(ccop.now.meetings.sessions[session.value].is_present(nobody));
}

TEST(MembersOnlySessions, KeepObserversOut) {
  Scenario ccop;
  const PersonId cern = ccop.representative("CERN");
  const MeetingId meeting = ccop.meeting();
  const SessionId session = ccop.session(meeting, SessionKind::members_only);
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask({0}, OpenSession{session});
  ccop.ask(cern, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(cern, EnterSession{session}), refused_by(clause::observers_do_not_vote));
}

TEST(Guests, EnterTheirSessionsAndNeverAnExecutiveOne) {  // clauses 6.2 and 6.4
  Scenario ccop;
  const MeetingId meeting = ccop.meeting();
  const SessionId talk = ccop.session(meeting, SessionKind::open);
  const SessionId other = ccop.session(meeting, SessionKind::open);
  const SessionId executive = ccop.session(meeting, SessionKind::executive);
  ccop.ask({0}, PublishMeeting{meeting});
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {executive}, words("t")}),
              refused_by(clause::executive_attendance));
  const PersonId guest = ccop.now.people.next();
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("g"), {talk}, words("t")}), led_to<GuestAdmitted>());
  for (const SessionId session : {talk, other, executive}) ccop.ask({0}, OpenSession{session});
  ccop.ask(guest, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(guest, EnterSession{talk}), led_to<SessionEntered>());
  EXPECT_THAT(ccop.ask(guest, EnterSession{other}), refused_by(clause::guests));
  EXPECT_THAT(ccop.ask(guest, EnterSession{executive}), refused_by(clause::executive_attendance));
  EXPECT_THAT(
      ccop.ask(guest, PlanMeeting{MeetingKind::ad_hoc, words("m"), ccop.time, ccop.time + hours{1}, "UTC", 9, 60}),
      refused_by(clause::management));
}

TEST(Guests, TakePlaces) {  // clause 4.4
  Scenario ccop;
  const MeetingId meeting = ccop.meeting(MeetingKind::ad_hoc, 1);
  const SessionId talk = ccop.session(meeting, SessionKind::open);
  ccop.ask({0}, AdmitGuest{meeting, words("g"), {talk}, words("t")});
  EXPECT_THAT(ccop.ask({0}, AdmitGuest{meeting, words("h"), {talk}, words("u")}), refused_for("meeting-is-full"));
}

TEST(Alternates, ComeToExecutiveSessionsInsteadOfTheMainRepresentative) {  // clause 4.3
  Scenario ccop;
  const auto people = ccop.members(2);
  const PersonId alternate = ccop.person();
  ccop.ask(people[1], NameAlternate{alternate, ccop.time, ccop.time + days{9}});
  const SessionId session = ccop.executive_session({});
  const MeetingId meeting = ccop.now.meetings.sessions[session.value].meeting;
  ccop.ask(alternate, AcceptDiscretion{meeting});
  EXPECT_THAT(ccop.ask(alternate, EnterSession{session}), refused_for("main-representative-attends"));
  ccop.ask(people[1], DeclareAbsence{ccop.time, ccop.time + days{1}});
  EXPECT_THAT(ccop.ask(alternate, EnterSession{session}), led_to<SessionEntered>());
}

}  // namespace
}  // namespace ccop::community
