// Planning, notice, sessions, and the committee of a symposium (clauses 3.1, 5.1, 5.7, 6.1, 6.3).
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
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), refused_for("symposium-needs-executive-day", clause::executive_day));
  ccop.ask({0}, AddSession{id, SessionKind::executive, words("s"), starts + hours{3},
                           starts + hours{5}});  // the same day is not its own
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), refused_for("symposium-needs-executive-day", clause::executive_day));
  ccop.ask({0}, AddSession{id, SessionKind::executive, words("s"), starts + days{1}, starts + days{1} + hours{2}});
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), led_to<MeetingPublished>());
  EXPECT_THAT(
      ccop.ask({0}, AddSession{id, SessionKind::open, words("s"), starts + days{1}, starts + days{1} + hours{2}}),
      refused_for("day-is-kept-for-executive-session", clause::executive_day));
  EXPECT_THAT(ccop.ask({0}, RemoveSession{{2}}), refused_for("symposium-needs-executive-day", clause::executive_day));
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
      refused_for("state-the-time-commitment", clause::ways_of_working));
}

TEST(Meetings, ArePlannedByTheCommittee) {  // clause 5.7
  Scenario ccop;
  const auto people = ccop.members(2);
  EXPECT_THAT(ccop.ask(people[1], PlanMeeting{MeetingKind::ad_hoc, words("m"), ccop.time, ccop.time + hours{1},
                                              "Europe/Rome", 9, 60}),
              refused_for("only-committee-plans", clause::management));
}

TEST(SymposiumCommittee, PlansItsOwnSymposiumAlone) {  // clause 3.1
  Scenario ccop;
  const auto people = ccop.members(3);
  const MeetingId symposium = ccop.meeting(MeetingKind::symposium);
  const MeetingId other = ccop.meeting(MeetingKind::ad_hoc);
  EXPECT_THAT(ccop.ask({0}, AppointSymposiumCommittee{other, people[2]}),
              refused_for("symposium-committee-serves-a-coming-symposium", clause::bodies));
  EXPECT_THAT(ccop.ask({0}, AppointSymposiumCommittee{symposium, people[2]}), led_to<SymposiumCommitteeAppointed>());
  const Meeting& m = meetings(ccop.now).all[symposium];
  EXPECT_THAT(ccop.ask(people[2], AddSession{symposium, SessionKind::open, words("s"), m.starts, m.starts + hours{1}}),
              led_to<SessionAdded>());
  EXPECT_THAT(ccop.ask(people[2], AddSession{other, SessionKind::open, words("s"), m.starts, m.starts + hours{1}}),
              refused_for("only-committee-plans", clause::management));
}

PlanMeeting planning(const Scenario& ccop) {
  return {MeetingKind::ad_hoc, words("m"), ccop.time + days{1}, ccop.time + days{2}, "Europe/Rome", 9, 60};
}

TEST(Meetings, HaveADateAZoneAndPlacesInReason) {
  Scenario ccop;
  auto plan = planning(ccop);
  plan.ends = plan.starts;
  EXPECT_THAT(ccop.ask({0}, plan), refused_for("meeting-ends-after-it-starts", clause::management));
  plan = planning(ccop);
  plan.starts = ccop.time - days{2};
  EXPECT_THAT(ccop.ask({0}, plan), refused_for("meeting-is-soon", clause::management));
  plan = planning(ccop);
  plan.time_zone.clear();
  EXPECT_THAT(ccop.ask({0}, plan), refused_for("meeting-needs-time-zone", clause::management));
  plan = planning(ccop);
  plan.capacity = 100001;
  EXPECT_THAT(ccop.ask({0}, plan), refused_for("capacity-too-large", clause::additional_representatives));
}

TEST(Meetings, ArePublishedByTheCommitteeOnceAndWithASession) {
  Scenario ccop;
  const MeetingId id = ccop.meeting();
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), refused_for("meeting-needs-a-session", clause::management));
  ccop.session(id, SessionKind::open);
  EXPECT_THAT(ccop.ask(ccop.representative("WHO"), PublishMeeting{id}),
              refused_for("only-committee-plans", clause::management));
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), led_to<MeetingPublished>());
  EXPECT_THAT(ccop.ask({0}, PublishMeeting{id}), refused_for("meeting-was-published", clause::management));
}

TEST(Meetings, AreCancelledBeforeTheyBegin) {
  Scenario ccop;
  const MeetingId id = ccop.meeting();
  EXPECT_THAT(ccop.ask(ccop.representative("WHO"), CancelMeeting{id, words("why")}),
              refused_for("only-committee-plans", clause::management));
  EXPECT_THAT(ccop.ask({0}, CancelMeeting{id, words("why")}), led_to<MeetingCancelled>());
  EXPECT_THAT(ccop.ask({0}, CancelMeeting{id, words("why")}), refused_for("meeting-is-over", clause::management));
  EXPECT_THAT(ccop.ask({0}, planning(ccop)), led_to<MeetingPlanned>());
  const MeetingId begun = ccop.meeting();
  const SessionId session = ccop.session(begun, SessionKind::open);
  ccop.ask({0}, PublishMeeting{begun});
  ccop.ask({0}, OpenSession{session});
  EXPECT_THAT(ccop.ask({0}, CancelMeeting{begun, words("why")}), refused_for("meeting-has-begun", clause::management));
}

TEST(SymposiumCommittee, IsAppointedByTheCommitteeFromTheMembership) {  // clause 3.1
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const MeetingId symposium = ccop.meeting(MeetingKind::symposium);
  EXPECT_THAT(ccop.ask(who, AppointSymposiumCommittee{symposium, who}),
              refused_for("only-committee-appoints-symposium-committee", clause::management));
  EXPECT_THAT(ccop.ask({0}, AppointSymposiumCommittee{symposium, ccop.person()}),
              refused_for("symposium-committee-comes-from-membership", clause::bodies));
  ccop.ask({0}, AppointSymposiumCommittee{symposium, who});
  EXPECT_THAT(ccop.ask({0}, AppointSymposiumCommittee{symposium, who}), refused_for("serves-already", clause::bodies));
}

}  // namespace
}  // namespace ccop::community
