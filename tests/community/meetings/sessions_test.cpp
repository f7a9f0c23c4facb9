// The programme of a meeting: its sessions, their agenda, and how they are opened and closed (clauses 5.1, 5.7, 6.3).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

/// A published meeting that lasts three days from in an hour on, with one open session.
struct WithMeeting : Scenario {
  WithMeeting() { ask(secretary(), PublishMeeting{meeting_id}); }
  AddSession adding(SessionKind kind, Time from, Time to) const { return {meeting_id, kind, words("s"), from, to}; }
  PersonId member = representative("FAO");
  MeetingId meeting_id = meeting();
  SessionId open = session(meeting_id, SessionKind::open);
  Time starts = meetings(now).all[meeting_id].starts;
};

TEST(Programmes, LieWithinTheirMeeting) {
  WithMeeting ccop;
  EXPECT_THAT(ccop.ask({0}, ccop.adding(SessionKind::open, ccop.starts - hours{1}, ccop.starts)),
              refused_for("session-outside-meeting", clause::management));
  const Meeting& m = meetings(ccop.now).all[ccop.meeting_id];
  EXPECT_THAT(ccop.ask({0}, ChangeMeeting{ccop.meeting_id, m.details, m.starts + hours{2}, m.ends, "UTC", 2, 60}),
              refused_for("session-outside-meeting", clause::management));
  EXPECT_THAT(ccop.ask({0}, AddSession{{9}, SessionKind::open, words("s"), ccop.starts, ccop.starts + hours{1}}),
              refused_for("no-such-meeting"));
}

TEST(AMeeting, IsAllThatItWasChangedTo) {
  WithMeeting ccop;
  const Meeting before = meetings(ccop.now).all[ccop.meeting_id];
  ccop.ask({0}, ChangeMeeting{ccop.meeting_id, words("elsewhere"), before.starts - minutes{30}, before.ends + days{1},
                              "Africa/Nairobi", 7, 90});
  const Meeting& after = meetings(ccop.now).all[ccop.meeting_id];
  EXPECT_EQ(after.details, words("elsewhere"));
  EXPECT_EQ(after.starts, before.starts - minutes{30});
  EXPECT_EQ(after.ends, before.ends + days{1});
  EXPECT_EQ(after.time_zone, "Africa/Nairobi");
  EXPECT_EQ(after.capacity, 7u);
  EXPECT_EQ(after.commitment_minutes, 90u);
  EXPECT_EQ(after.kind, before.kind);
}

TEST(Programmes, HaveSixtySessionsAtMost) {
  WithMeeting ccop;
  const auto another = ccop.adding(SessionKind::open, ccop.starts, ccop.starts + hours{1});
  for (int i = 1; i < 60; ++i) EXPECT_THAT(ccop.ask({0}, another), led_to<SessionAdded>());
  EXPECT_THAT(ccop.ask({0}, another), refused_for("too-many-sessions", clause::management));
}

TEST(Programmes, KeepASessionThatHasBegunOrHasMotions) {
  WithMeeting ccop;
  ccop.ask({0}, OpenSession{ccop.open});
  EXPECT_THAT(ccop.ask({0}, RemoveSession{ccop.open}), refused_for("session-has-begun", clause::management));
  const SessionId executive = ccop.session(ccop.meeting_id, SessionKind::executive);
  ccop.motion(ccop.member, executive, Method::vote);
  EXPECT_THAT(ccop.ask({0}, RemoveSession{executive}), refused_for("session-has-motions", clause::management));
  EXPECT_THAT(ccop.ask({0}, RemoveSession{{9}}), refused_for("no-such-session"));
}

TEST(Agendas, SayHowLongEachItemTakes) {  // clause 5.1
  WithMeeting ccop;
  EXPECT_THAT(ccop.ask({0}, AddAgendaItem{ccop.open, words("item"), 0}),
              refused_for("agenda-item-needs-minutes", clause::ways_of_working));
  EXPECT_THAT(ccop.ask({0}, AddAgendaItem{ccop.open, words("item"), 30}), led_to<AgendaItemAdded>());
  EXPECT_THAT(ccop.ask({0}, RemoveAgendaItem{ccop.open, words("another")}), refused_for("no-such-agenda-item"));
  ccop.ask({0}, AddAgendaItem{ccop.open, words("next item"), 30});
  EXPECT_THAT(ccop.ask({0}, RemoveAgendaItem{ccop.open, words("item")}), led_to<AgendaItemRemoved>());
  ASSERT_EQ(meetings(ccop.now).sessions[ccop.open].agenda.size(), 1u);
  EXPECT_EQ(meetings(ccop.now).sessions[ccop.open].agenda[0].item, words("next item"));
}

TEST(Agendas, HaveSixtyItemsAtMost) {
  WithMeeting ccop;
  for (int i = 0; i < 60; ++i) ccop.ask({0}, AddAgendaItem{ccop.open, words("item"), 1});
  EXPECT_THAT(ccop.ask({0}, AddAgendaItem{ccop.open, words("item"), 1}), refused_for("agenda-is-full"));
}

TEST(Agendas, OfClosedSessionsStayAsTheyAre) {
  WithMeeting ccop;
  ccop.ask({0}, OpenSession{ccop.open});
  ccop.ask({0}, CloseSession{ccop.open, {}});
  EXPECT_THAT(ccop.ask({0}, AddAgendaItem{ccop.open, words("item"), 30}),
              refused_for("session-is-closed", clause::management));
}

TEST(Sessions, AreOpenedByTheCommitteeOnceAndInTime) {  // clause 5.7
  WithMeeting ccop;
  EXPECT_THAT(ccop.ask(ccop.member, OpenSession{ccop.open}),
              refused_for("only-committee-opens-sessions", clause::management));
  EXPECT_THAT(ccop.ask({0}, OpenSession{ccop.open}), led_to<SessionOpened>());
  EXPECT_THAT(ccop.ask({0}, OpenSession{ccop.open}), refused_for("session-was-opened", clause::management));
  EXPECT_THAT(ccop.ask({0}, OpenSession{{9}}), refused_for("no-such-session"));

  const auto tomorrow = ccop.adding(SessionKind::open, ccop.starts + days{1}, ccop.starts + days{1} + hours{1});
  ccop.ask({0}, tomorrow);
  EXPECT_THAT(ccop.ask({0}, OpenSession{{1}}), refused_for("session-is-not-due", clause::management));
  const SessionId unannounced = ccop.session(ccop.meeting(), SessionKind::open);
  EXPECT_THAT(ccop.ask({0}, OpenSession{unannounced}), refused_for("meeting-not-published", clause::management));
}

TEST(Sessions, AreClosedByTheCommitteeWhileTheyRun) {
  WithMeeting ccop;
  EXPECT_THAT(ccop.ask({0}, CloseSession{ccop.open, {}}), refused_for("session-not-live", clause::management));
  ccop.ask({0}, OpenSession{ccop.open});
  EXPECT_THAT(ccop.ask(ccop.member, CloseSession{ccop.open, {}}), refused_for("only-committee-opens-sessions"));
  EXPECT_THAT(ccop.ask({0}, CloseSession{{9}, {}}), refused_for("no-such-session"));
}

TEST(Sessions, AreLeftByWhoeverIsThere) {
  WithMeeting ccop;
  ccop.ask({0}, OpenSession{ccop.open});
  EXPECT_THAT(ccop.ask(ccop.member, LeaveSession{ccop.open}), refused_for("is-not-present", clause::management));
  ccop.ask(ccop.member, AcceptDiscretion{ccop.meeting_id});
  ccop.ask(ccop.member, EnterSession{ccop.open});
  EXPECT_THAT(ccop.ask(ccop.member, LeaveSession{ccop.open}), led_to<SessionLeft>());
}

TEST(Discretion, IsAcceptedOnceForAMeetingThatWasAnnounced) {  // clause 5.2
  WithMeeting ccop;
  EXPECT_THAT(ccop.ask(ccop.member, AcceptDiscretion{ccop.meeting()}), refused_for("no-such-meeting"));
  EXPECT_THAT(ccop.ask(ccop.member, AcceptDiscretion{ccop.meeting_id}), led_to<DiscretionAccepted>());
  EXPECT_THAT(ccop.ask(ccop.member, AcceptDiscretion{ccop.meeting_id}),
              refused_for("discretion-accepted-already", clause::discretion));
}

}  // namespace
}  // namespace ccop::community
