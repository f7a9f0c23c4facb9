// What a Lead answers for, and what becomes of a group without one (clauses 5.8, 6.7, 6.8, 7.5).
#include "community/groups/acts.hpp"
#include "community/groups/working.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AWorkingGroup : public ::testing::Test, protected WithGroup {
 protected:
  AWorkingGroup() { founded(); }
  PersonId lead() const { return seats[1]; }
};

TEST_F(AWorkingGroup, IsActiveFromItsKickoffOn) {  // clause 6.8
  EXPECT_THAT(ask(seats[2], HoldKickoff{group, time}), refused_for("only-the-lead", clause::lead_organizations));
  EXPECT_THAT(ask(lead(), HoldKickoff{group, time + hours{1}}),
              refused_for("kickoff-was-in-the-past", clause::by_mid_year));
  EXPECT_THAT(ask(lead(), HoldKickoff{group, began - days{1}}), refused_for("kickoff-was-in-the-past"));
  EXPECT_THAT(ask(lead(), HoldKickoff{group, time}), led_to<KickoffHeld>());
  EXPECT_EQ(the_group().state, GroupState::active);
}

TEST_F(AWorkingGroup, ListsTheDocumentsThatItsLeadNames) {  // clause 5.8
  const ContentHash guide = words("a guide");
  EXPECT_THAT(ask(seats[2], AddGroupDocument{group, guide}), refused_for("only-the-lead", clause::lead_organizations));
  EXPECT_THAT(ask(lead(), AddGroupDocument{group, guide}), led_to<GroupDocumentAdded>());
  EXPECT_THAT(ask(lead(), AddGroupDocument{group, guide}), refused_for("document-is-listed"));
  EXPECT_THAT(ask(seats[2], DropGroupDocument{group, guide}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), DropGroupDocument{group, words("another")}), refused_for("document-is-not-listed"));
  EXPECT_TRUE(the_group().lists(guide));
  EXPECT_THAT(ask(lead(), DropGroupDocument{group, guide}), led_to<GroupDocumentDropped>());
  EXPECT_THAT(the_group().documents, IsEmpty());
}

TEST_F(AWorkingGroup, ListsSoManyDocumentsAndNoMore) {
  for (int i = 0; i < 200; ++i)
    ASSERT_THAT(ask(lead(), AddGroupDocument{group, words("document " + std::to_string(i))}),
                led_to<GroupDocumentAdded>());
  EXPECT_THAT(ask(lead(), AddGroupDocument{group, words("one more")}), refused_for("documents-within"));
  ask(lead(), DropGroupDocument{group, words("document 7")});
  EXPECT_THAT(ask(lead(), AddGroupDocument{group, words("one more")}), led_to<GroupDocumentAdded>());
}

TEST_F(AWorkingGroup, MeetsWhenItsLeadCallsIt) {  // clauses 5.1, 5.8
  const Time starts = time + days{7};
  const auto call = [&](PersonId person, Time from, Time until, const std::string& zone = "Europe/Zurich") {
    return ask(person, CallGroupMeeting{group, words("agenda"), from, until, zone});
  };
  EXPECT_THAT(call(seats[2], starts, starts + hours{2}), refused_for("only-the-lead", clause::lead_organizations));
  EXPECT_THAT(call(lead(), starts, starts), refused_for("group-meeting-lasts", clause::ways_of_working));
  EXPECT_THAT(call(lead(), starts, starts + days{4}), refused_for("group-meeting-lasts"));
  EXPECT_THAT(call(lead(), time, time + hours{2}), refused_for("group-meeting-is-ahead"));
  EXPECT_THAT(call(lead(), time + days{1000}, time + days{1001}), refused_for("group-meeting-is-ahead"));
  EXPECT_THAT(call(lead(), starts, starts + hours{2}, ""), refused_for("group-meeting-needs-time-zone"));
  EXPECT_THAT(call(lead(), starts, starts + hours{2}), led_to<GroupMeetingCalled>());
  ASSERT_THAT(the_group().meetings, SizeIs(1));
  EXPECT_EQ(the_group().meetings[0].starts, starts);
}

TEST_F(AWorkingGroup, MeetsSoOftenAndNoMore) {
  const CallGroupMeeting call{group, words("agenda"), time + days{7}, time + days{7} + hours{1}, "UTC"};
  for (int i = 0; i < 500; ++i) ASSERT_THAT(ask(lead(), call), led_to<GroupMeetingCalled>()) << i;
  EXPECT_THAT(ask(lead(), call), refused_for("group-meetings-within", clause::ways_of_working));
}

TEST_F(AWorkingGroup, ChangesItsMeetingsUntilTheyBegin) {
  const Time starts = time + days{7};
  ask(lead(), CallGroupMeeting{group, words("agenda"), starts, starts + hours{2}, "UTC"});
  const ChangeGroupMeeting later{group, 0, words("agenda"), starts + days{1}, starts + days{1} + hours{1}, "UTC"};
  EXPECT_THAT(ask(seats[2], later), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), ChangeGroupMeeting{group, 1, words("agenda"), starts, starts + hours{1}, "UTC"}),
              refused_for("no-such-group-meeting", clause::the_record));
  EXPECT_THAT(ask(lead(), later), led_to<GroupMeetingChanged>());
  EXPECT_EQ(the_group().meetings[0].starts, later.starts);
  EXPECT_EQ(the_group().meetings[0].changed, 1u);
  time = later.starts;
  EXPECT_THAT(ask(lead(), later), refused_for("group-meeting-is-over", clause::lead_organizations));
  EXPECT_THAT(ask(lead(), CallOffGroupMeeting{group, 0, words("why")}), refused_for("group-meeting-is-over"));
}

TEST_F(AWorkingGroup, CallsAMeetingOffOnce) {
  ask(lead(), CallGroupMeeting{group, words("agenda"), time + days{7}, time + days{7} + hours{2}, "UTC"});
  EXPECT_THAT(ask(seats[2], CallOffGroupMeeting{group, 0, words("why")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), CallOffGroupMeeting{group, 0, words("why")}), led_to<GroupMeetingCalledOff>());
  EXPECT_TRUE(the_group().meetings[0].called_off);
  EXPECT_THAT(ask(lead(), CallOffGroupMeeting{group, 0, words("why")}), refused_for("group-meeting-is-over"));
}

TEST_F(AWorkingGroup, OwesKickoffAndPlanByTheirDates) {  // clause 6.8
  ASSERT_THAT(owed("hold-kickoff"), SizeIs(1));
  const Duty kickoff = owed("hold-kickoff")[0];
  EXPECT_EQ(kickoff.what.by, frame().kickoff_by);
  EXPECT_EQ(kickoff.seat, seat(1));
  EXPECT_EQ(kickoff.clause, clause::by_mid_year);
  ask(lead(), HoldKickoff{group, time});
  EXPECT_THAT(owed("hold-kickoff"), IsEmpty());
  ASSERT_THAT(owed("file-plan"), SizeIs(1));
  EXPECT_EQ(owed("file-plan")[0].what.by, frame().plan_by);
  EXPECT_THAT(ask(lead(), FilePlan{group, words("plan")}), led_to<PlanFiled>());
  EXPECT_THAT(owed("file-plan"), IsEmpty());
  ask(lead(), FilePlan{group, words("second plan")});
  EXPECT_THAT(the_group().plans, SizeIs(2));
}

/// Terms that say later are no excuse: mid-year is the charter's.
TEST_F(AWorkingGroup, OwesThemByMidYearAtTheLatest) {
  GroupFrame late = frame();
  late.kickoff_by = late.plan_by = late.ends = the_group().ends;
  ask(secretary(), ReviseGroup{group, words("terms"), late});
  const Time by = std::min(mid_year(), late.plan_by);
  EXPECT_EQ(owed("file-plan")[0].what.by, by);
  EXPECT_THAT(owed("file-plan")[0].announced_at, ElementsAre(by - days{30}, by - days{14}, by - days{3}));
}

TEST_F(AWorkingGroup, MayDeclareThatItCantAndIsBlamedForNothing) {  // clause 6.8
  EXPECT_THAT(ask(seats[2], DeclareInability{group, WayOn::narrower, words("why")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), DeclareInability{group, WayOn::narrower, words("why")}), led_to<InabilityDeclared>());
  EXPECT_THAT(owed("hold-kickoff"), IsEmpty());
  EXPECT_THAT(owed("file-plan"), IsEmpty());
  EXPECT_THAT(ask(lead(), DeclareInability{group, WayOn::end, words("why")}),
              refused_for("inability-was-declared", clause::by_mid_year));
  ASSERT_THAT(owed("narrow-group"), SizeIs(1));
  EXPECT_EQ(owed("narrow-group")[0].owner, Owner::co_chairs);
  EXPECT_THAT(ask(seats[0], ReviseGroup{group, words("narrower"), frame()}), led_to<GroupRevised>());
  EXPECT_THAT(owed("narrow-group"), IsEmpty());
}

TEST_F(AWorkingGroup, MayAskToBeEnded) {
  ask(lead(), DeclareInability{group, WayOn::end, words("why")});
  EXPECT_THAT(owed("end-group"), SizeIs(1));
  EXPECT_THAT(ask(lead(), EndGroup{group, words("why")}), refused_for("only-committee-keeps-the-work-plan"));
  EXPECT_THAT(ask(seats[0], EndGroup{group, words("why")}), led_to<GroupEnded>());
  EXPECT_EQ(the_group().ending, GroupEnding::decided);
  EXPECT_THAT(owed("end-group"), IsEmpty());
}

TEST_F(AWorkingGroup, AsksOthersAtOnceWhenItsLeadStepsBack) {  // clause 7.5
  EXPECT_THAT(ask(lead(), LeaveGroup{group}), refused_for("lead-steps-back-first", clause::lead_of_group));
  EXPECT_THAT(ask(seats[3], StepBackAsLead{group, words("why")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), StepBackAsLead{group, words("why")}), led_to<LeadSteppedBack>());
  const Time ends = time + days{60};
  for (const std::size_t other : {2u, 3u}) {
    const auto all = tasks(now, seats[other], time);
    const auto asked = std::ranges::find(all, "volunteer-as-lead", &Task::kind);
    EXPECT_NE(asked, all.end());
  }
  ASSERT_THAT(owed("appoint-lead"), SizeIs(1));
  EXPECT_EQ(owed("appoint-lead")[0].what.by, ends);
}

TEST_F(AWorkingGroup, IsKeptTogetherByAConvenerUntilItHasALead) {
  EXPECT_THAT(ask(secretary(), NameConvener{group, seat(2)}), refused_for("group-has-a-lead", clause::lead_of_group));
  ask(lead(), StepBackAsLead{group, words("why")});
  EXPECT_THAT(ask(secretary(), NameConvener{group, seat(0)}),
              refused_for("convener-takes-part", clause::lead_of_group));
  EXPECT_THAT(ask(secretary(), NameConvener{group, seat(2)}), led_to<ConvenerNamed>());
  EXPECT_THAT(ask(seats[2], FilePlan{group, words("plan")}), led_to<PlanFiled>());
  EXPECT_THAT(ask(seats[2], ConcludeGroup{group, words("report")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(secretary(), AppointLead{group, seat(3)}),
              refused_for("group-needs-a-lead-that-volunteered", clause::lead_of_group));
  ask(seats[3], VolunteerAsLead{group});
  EXPECT_THAT(ask(secretary(), AppointLead{group, seat(3)}), led_to<LeadAppointed>());
  EXPECT_FALSE(the_group().convener.has_value());
  EXPECT_THAT(owed("appoint-lead"), IsEmpty());
  EXPECT_THAT(ask(seats[2], VolunteerAsLead{group}), refused_for("group-has-a-lead", clause::lead_of_group));
}

TEST_F(AWorkingGroup, EndsWhereNobodyLeadsIt) {  // clause 7.5
  ask(lead(), DeclareInability{group, WayOn::new_lead, words("why")});
  EXPECT_FALSE(the_group().lead.has_value());
  pass(days{59});
  settle();
  EXPECT_TRUE(the_group().is_founded());
  pass(days{1});
  settle();
  EXPECT_EQ(the_group().state, GroupState::ended);
  EXPECT_EQ(the_group().ending, GroupEnding::without_lead);
}

/// A Lead that leaves the community leaves the group without one from that day on.
TEST_F(AWorkingGroup, IsWithoutLeadOnceThatOrganizationLeftTheCommunity) {
  const Time left = time;
  of<Membership>(now).organizations[seat(1)].until = left;
  EXPECT_EQ(without_lead_since(now, the_group(), time), left);
  EXPECT_THAT(owed("appoint-lead"), SizeIs(1));
  EXPECT_THAT(owed("hold-kickoff"), IsEmpty());
  ask(seats[2], VolunteerAsLead{group});
  EXPECT_THAT(ask(secretary(), AppointLead{group, seat(2)}), led_to<LeadAppointed>());
}

TEST_F(AWorkingGroup, HasItsMembershipManagedByItsLead) {  // clause 7.5
  EXPECT_THAT(ask(seats[2], RemoveFromGroup{group, seat(3), words("why")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), RemoveFromGroup{group, seat(0), words("why")}), refused_for("is-not-in"));
  EXPECT_THAT(ask(lead(), RemoveFromGroup{group, seat(1), words("why")}), refused_for("lead-steps-back-first"));
  EXPECT_THAT(ask(lead(), RemoveFromGroup{group, seat(3), words("why")}), led_to<GroupLeft>());
  EXPECT_FALSE(the_group().has(seat(3)));
}

TEST_F(AWorkingGroup, RestsAndGoesOn) {
  EXPECT_THAT(ask(lead(), PauseGroup{group}), refused_for("group-is-not-active", clause::work_plan));
  ask(lead(), HoldKickoff{group, time});
  EXPECT_THAT(ask(lead(), ResumeGroup{group}), refused_for("group-is-not-dormant", clause::work_plan));
  EXPECT_THAT(ask(lead(), PauseGroup{group}), led_to<GroupPaused>());
  EXPECT_EQ(the_group().state, GroupState::dormant);
  EXPECT_THAT(ask(lead(), ResumeGroup{group}), led_to<GroupResumed>());
  EXPECT_EQ(the_group().state, GroupState::active);
}

TEST_F(AWorkingGroup, IsConcludedByItsLeadWithAReport) {  // clause 5.8
  EXPECT_THAT(ask(secretary(), ConcludeGroup{group, words("report")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), ConcludeGroup{group, words("report")}), led_to<GroupConcluded>());
  EXPECT_EQ(the_group().report, words("report"));
  EXPECT_THAT(ask(lead(), FilePlan{group, words("plan")}), refused_for("group-is-over", clause::work_plan));
}

TEST_F(AWorkingGroup, EndsByItselfAfterThreeWarningsUnlessTheMembershipExtendsIt) {
  const Time ends = the_group().ends;
  time = ends - days{60};
  ASSERT_THAT(owed("group-ends"), SizeIs(1));
  EXPECT_EQ(owed("group-ends")[0].seat, seat(1));
  EXPECT_THAT(owed("group-ends")[0].announced_at, ElementsAre(ends - days{60}, ends - days{30}, ends - days{7}));
  const SessionId later = executive_session(seats);
  session = later;
  const DecisionId decision = adopted_decision();
  EXPECT_THAT(ask(lead(), ExtendGroup{group, ends + days{50}, decision}),
              refused_for("only-committee-keeps-the-work-plan"));
  EXPECT_THAT(ask(secretary(), ExtendGroup{group, ends, decision}), refused_for("work-ends-within"));
  EXPECT_THAT(ask(secretary(), ExtendGroup{group, ends + days{50}, {0}}), refused_for("decision-is-no-basis"));
  EXPECT_THAT(ask(secretary(), ExtendGroup{group, ends + days{50}, decision}), led_to<GroupExtended>());
  time = ends;
  EXPECT_FALSE(has_due(now, time));
  time = ends + days{50};
  settle();
  EXPECT_EQ(the_group().ending, GroupEnding::its_time_passed);
}

TEST_F(AWorkingGroup, EndsNoLaterForOtherTerms) {
  GroupFrame longer = frame();
  longer.ends += days{1};
  EXPECT_THAT(ask(lead(), ReviseGroup{group, words("t"), frame()}),
              refused_for("only-committee-keeps-the-work-plan", clause::management));
  EXPECT_THAT(ask(secretary(), ReviseGroup{group, words("t"), longer}),
              refused_for("founded-group-ends-no-later", clause::work_plan));
}

TEST_F(AWorkingGroup, AnswersEachStatusRoundOnce) {  // clauses 3.8, 6.7
  EXPECT_THAT(ask(lead(), OpenStatusRound{time + days{7}}), refused_for("only-committee-keeps-the-work-plan"));
  for (const Time by : {time, time + days{61}})
    EXPECT_THAT(ask(secretary(), OpenStatusRound{by}), refused_for("round-lasts-at-most", clause::group_status));
  const Time by = time + days{7};
  EXPECT_THAT(ask(secretary(), OpenStatusRound{by}), led_to<StatusRoundOpened>());
  EXPECT_THAT(ask(secretary(), OpenStatusRound{by}), refused_for("round-is-open", clause::group_status));
  ASSERT_THAT(owed("report-status"), SizeIs(1));
  EXPECT_EQ(owed("report-status")[0].what.by, by);
  EXPECT_THAT(ask(seats[2], ReportStatus{group, GroupStanding::late, words("line")}), refused_for("only-the-lead"));
  EXPECT_THAT(ask(lead(), ReportStatus{group, GroupStanding::late, words("line")}), led_to<StatusReported>());
  EXPECT_THAT(owed("report-status"), IsEmpty());
  EXPECT_EQ(the_group().reports.back().standing, GroupStanding::late);
}

TEST_F(AWorkingGroup, IsWhatItsSeatDoesWhoeverSpeaksForIt) {  // clause 4.2: the Lead is an organization
  const PersonId alternate = person();
  ask(lead(), NameAlternate{alternate, time + std::chrono::seconds{1}, time + days{90}});
  pass(hours{1});
  EXPECT_THAT(ask(alternate, FilePlan{group, words("plan")}), led_to<PlanFiled>());
}

TEST_F(AWorkingGroup, IsAskedForNothingBeforeItIsFounded) {
  const GroupId second = proposed_group();
  EXPECT_THAT(ask(lead(), FilePlan{second, words("plan")}), refused_for("group-not-founded", clause::opt_in));
}

TEST_F(AWorkingGroup, IsNotKeptByAConvenerWhoLeft) {  // clause 7.5
  ask(lead(), StepBackAsLead{group, words("why")});
  ask(secretary(), NameConvener{group, seat(2)});
  ask(seats[3], LeaveGroup{group});
  EXPECT_EQ(keeper_of(now, the_group(), time), seat(2));
  ask(seats[2], LeaveGroup{group});
  EXPECT_EQ(keeper_of(now, the_group(), time), std::nullopt);
  EXPECT_THAT(ask(seats[2], FilePlan{group, words("plan")}), refused_for("only-the-lead"));
}

TEST_F(AWorkingGroup, IsNotKeptByAnOrganizationThatLeftTheCommunity) {
  const OrganizationId convener = seat(2);
  ask(lead(), StepBackAsLead{group, words("why")});
  ask(secretary(), NameConvener{group, convener});
  of<Membership>(now).organizations[convener].until = time;
  EXPECT_EQ(keeper_of(now, the_group(), time), std::nullopt);
  EXPECT_THAT(ask(secretary(), NameConvener{group, convener}),
              refused_for("convener-takes-part", clause::lead_of_group));
}

/// An offer to lead is used up by an appointment: whoever stepped back is appointed again only if they offer it again.
TEST_F(AWorkingGroup, IsLedAgainByWhoeverOffersItAgain) {  // clause 7.5
  ask(lead(), StepBackAsLead{group, words("why")});
  ask(seats[3], VolunteerAsLead{group});
  ask(secretary(), AppointLead{group, seat(3)});
  ask(seats[3], StepBackAsLead{group, words("why")});
  EXPECT_THAT(ask(secretary(), AppointLead{group, seat(3)}),
              refused_for("group-needs-a-lead-that-volunteered", clause::lead_of_group));
  EXPECT_THAT(ask(seats[3], VolunteerAsLead{group}), led_to<LeadVolunteered>());
}

TEST_F(AWorkingGroup, MayDeclareAgainThatItCantOnceThatWasAnswered) {  // clause 6.8
  ask(lead(), DeclareInability{group, WayOn::narrower, words("why")});
  ask(seats[0], ReviseGroup{group, words("narrower"), frame()});
  EXPECT_THAT(ask(lead(), DeclareInability{group, WayOn::end, words("why")}), led_to<InabilityDeclared>());
  EXPECT_THAT(owed("end-group"), SizeIs(1));
}

TEST_F(AWorkingGroup, EndsEarlierWhereItsNewTermsSaySo) {
  GroupFrame shorter = frame();
  shorter.ends -= days{100};
  EXPECT_THAT(ask(secretary(), ReviseGroup{group, words("t"), shorter}), led_to<GroupRevised>());
  time = shorter.ends;
  settle();
  EXPECT_EQ(the_group().ending, GroupEnding::its_time_passed);
}

TEST_F(AWorkingGroup, ThatRestsIsNotWokenByTheDateOfItsKickoff) {
  ask(lead(), HoldKickoff{group, time});
  ask(lead(), PauseGroup{group});
  const Time corrected = the_group().versions.front().at;
  EXPECT_THAT(ask(lead(), HoldKickoff{group, corrected}), led_to<KickoffHeld>());
  EXPECT_EQ(the_group().kickoff, corrected);
  EXPECT_EQ(the_group().state, GroupState::dormant);
}

TEST_F(AWorkingGroup, HasItsEndAnnouncedToTheCommitteeWhileItHasNoLead) {
  time = the_group().ends - days{50};
  ask(lead(), StepBackAsLead{group, words("why")});
  ASSERT_THAT(owed("group-ends"), SizeIs(1));
  EXPECT_EQ(owed("group-ends")[0].owner, Owner::committee);
  EXPECT_EQ(owed("group-ends")[0].seat, std::nullopt);
}

/// A round asks those groups that there were when it was opened, and each new one asks them all.
TEST_F(AWorkingGroup, AnswersNoStatusRoundThatIsOlderThanItself) {  // clause 6.7
  const GroupId first = group;
  ask(secretary(), OpenStatusRound{time + days{7}});
  group = proposed_group();
  founded();
  ASSERT_THAT(owed("report-status"), SizeIs(1));
  EXPECT_EQ(owed("report-status")[0].what.group, first);
  ask(lead(), ReportStatus{first, GroupStanding::as_planned, words("line")});
  pass(days{8});
  const Time latest = time + std::chrono::seconds{1} + days{60};
  EXPECT_THAT(ask(secretary(), OpenStatusRound{latest}), led_to<StatusRoundOpened>());
  EXPECT_THAT(owed("report-status"), SizeIs(2));
}

TEST_F(AWorkingGroup, MeetsForThreeDaysAtMostAndWithinTwoYears) {  // clause 5.1
  const auto call = [&](Time from, days lasts) {
    return ask(lead(), CallGroupMeeting{group, words("agenda"), from, from + lasts, "UTC"});
  };
  EXPECT_THAT(call(time + days{7}, days{3}), led_to<GroupMeetingCalled>());
  EXPECT_THAT(call(time + std::chrono::seconds{1} + days{2 * 366}, days{1}), led_to<GroupMeetingCalled>());
}

}  // namespace
}  // namespace ccop::community
