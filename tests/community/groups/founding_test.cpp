// How working groups come about (clauses 5.1, 5.8, 7.2, 7.4, 7.5).
#include "community/groups/acts.hpp"
#include "community/groups/working.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AProposedGroup : public ::testing::Test, protected WithGroup {};

TEST_F(AProposedGroup, IsForAPriorityThatStands) {
  EXPECT_THAT(ask(seats[1], ProposeGroup{{9}, words("t"), frame()}), refused_for("no-such-priority"));
  const PriorityId gone = proposed(time + days{300});
  ask(seats[1], WithdrawPriority{gone});
  EXPECT_THAT(ask(seats[1], ProposeGroup{gone, words("t"), frame()}),
              refused_for("group-pursues-a-priority-that-stands", clause::opt_in));
  EXPECT_THAT(ask(representative("CERN"), ProposeGroup{priority, words("t"), frame()}),
              refused_for("only-members-propose", clause::plenary_review));
}

TEST_F(AProposedGroup, StatesWhatTakingPartTakes) {  // clause 5.1
  for (const auto& [lead, member] : {std::pair{0u, 4u}, {12u, 0u}, {201u, 4u}}) {
    GroupFrame other = frame();
    other.lead_hours = lead;
    other.member_hours = member;
    EXPECT_THAT(ask(seats[1], ProposeGroup{priority, words("t"), other}),
                refused_for("hours-within", clause::ways_of_working));
  }
}

TEST_F(AProposedGroup, HasItsDatesInTheirOrder) {
  GroupFrame late_kickoff = frame();
  late_kickoff.kickoff_by = late_kickoff.plan_by + days{1};
  GroupFrame late_plan = frame();
  late_plan.plan_by = late_plan.ends + days{1};
  for (const GroupFrame& other : {late_kickoff, late_plan})
    EXPECT_THAT(ask(seats[1], ProposeGroup{priority, words("t"), other}),
                refused_for("kickoff-then-plan-then-end", clause::by_mid_year));
  GroupFrame past = frame();
  past.kickoff_by = past.plan_by = past.ends = time;
  EXPECT_THAT(ask(seats[1], ProposeGroup{priority, words("t"), past}), refused_for("work-ends-within"));
}

TEST_F(AProposedGroup, IsRevisedByItsProposerAndTheCommitteeAndKeepsEachVersion) {
  EXPECT_THAT(ask(seats[2], ReviseGroup{group, words("second"), frame()}),
              refused_for("only-group-proposer-revises", clause::work_plan));
  EXPECT_THAT(ask(seats[1], ReviseGroup{{9}, words("second"), frame()}), refused_for("no-such-group"));
  EXPECT_THAT(ask(seats[1], ReviseGroup{group, words("second"), frame()}), led_to<GroupRevised>());
  EXPECT_THAT(ask(secretary(), ReviseGroup{group, words("third"), frame()}), led_to<GroupRevised>());
  EXPECT_THAT(the_group().versions, SizeIs(3));
}

TEST_F(AProposedGroup, IsJoinedAndLeftByAnySeat) {  // clause 7.4
  const PersonId observer = representative("CERN");
  EXPECT_THAT(ask(person(), JoinGroup{group}), refused_for("only-seats-take-part", clause::opt_in));
  EXPECT_THAT(ask(seats[2], LeaveGroup{group}), refused_for("is-not-in", clause::opt_in));
  for (const PersonId one : {seats[2], observer}) EXPECT_THAT(ask(one, JoinGroup{group}), led_to<GroupJoined>());
  EXPECT_THAT(ask(seats[2], JoinGroup{group}), refused_for("is-in-already", clause::opt_in));
  EXPECT_THAT(ask(seats[2], LeaveGroup{group}), led_to<GroupLeft>());
  EXPECT_THAT(the_group().members, SizeIs(1));
}

/// Who joins signs the terms that were shown.
TEST_F(AProposedGroup, IsJoinedLedAndFoundedAsItsTermsWereSeen) {
  const Wording another{{words("another")}, {}};
  EXPECT_THAT(ask(seats[2], JoinGroup{group, another}), refused_for("reads-otherwise"));
  EXPECT_THAT(ask(seats[2], VolunteerAsLead{group, another}), refused_for("reads-otherwise"));
  gather();
  EXPECT_THAT(ask(secretary(), FoundGroup{group, seat(1), secretary(), mid_year(), another}),
              refused_for("reads-otherwise"));
}

TEST_F(AProposedGroup, HasALeadThatVolunteered) {  // clauses 5.8, 7.5
  EXPECT_THAT(ask(seats[1], TakeBackLeadOffer{group}), refused_for("volunteered-not", clause::lead_organizations));
  EXPECT_THAT(ask(seats[1], VolunteerAsLead{group}), led_to<GroupJoined>());
  EXPECT_THAT(ask(seats[1], VolunteerAsLead{group}), refused_for("volunteered-already", clause::lead_organizations));
  EXPECT_THAT(ask(seats[1], TakeBackLeadOffer{group}), led_to<LeadOfferTakenBack>());
  EXPECT_THAT(the_group().volunteers, IsEmpty());
  EXPECT_TRUE(the_group().has(seat(1)));
}

TEST_F(AProposedGroup, NeedsALeadAndThreeOrganizationsToBeFounded) {  // clauses 7.4, 7.5
  EXPECT_THAT(found(), refused_for("group-needs-a-lead-that-volunteered", clause::lead_of_group));
  ask(seats[1], VolunteerAsLead{group});
  ask(seats[2], JoinGroup{group});
  EXPECT_THAT(found(), refused_for("group-needs-organizations", clause::opt_in));
  EXPECT_THAT(owed("found-group"), IsEmpty());
  ask(seats[3], JoinGroup{group});
  ASSERT_THAT(owed("found-group"), SizeIs(1));
  EXPECT_EQ(owed("found-group")[0].since, time);
  EXPECT_THAT(ask(seats[1], FoundGroup{group, seat(1), secretary(), mid_year()}),
              refused_for("only-committee-keeps-the-work-plan", clause::management));
  EXPECT_THAT(ask(secretary(), FoundGroup{group, seat(2), secretary(), mid_year()}),
              refused_for("group-needs-a-lead-that-volunteered", clause::lead_of_group));
  EXPECT_THAT(found(), led_to<GroupFounded>());
  EXPECT_EQ(the_group().state, GroupState::in_formation);
  EXPECT_EQ(the_group().lead, seat(1));
  EXPECT_THAT(found(), refused_for("group-is-no-proposal", clause::work_plan));
}

TEST_F(AProposedGroup, IsFoundedForAPriorityInEffect) {  // clause 7.2
  const PriorityId other = proposed(time + days{300});
  const GroupId second = groups(now).all.next();
  ask(seats[1], ProposeGroup{other, words("t"), frame()});
  group = second;
  gather();
  EXPECT_THAT(found(), refused_for("priority-takes-effect-first", clause::plenary_review));
  decide_on(put_to_review(other), 4);
  EXPECT_THAT(found(), led_to<GroupFounded>());
}

TEST_F(AProposedGroup, HasAContactInTheCommittee) {
  gather();
  EXPECT_THAT(ask(secretary(), FoundGroup{group, seat(1), seats[2], mid_year()}),
              refused_for("contact-is-of-the-committee", clause::management));
  EXPECT_THAT(ask(secretary(), FoundGroup{group, seat(1), seats[0], mid_year()}), led_to<GroupFounded>());
}

/// The record knows no time zones: whoever founds says when the charter's day ends, and the rules hold it to the day.
TEST_F(AProposedGroup, IsHeldToTheChartersNextMidYear) {  // clause 6.8
  gather();
  for (const Time wrong : {mid_year() - days{1}, mid_year() + days{1}, mid_year() + days{365}, time - days{200}})
    EXPECT_THAT(ask(secretary(), FoundGroup{group, seat(1), secretary(), wrong}),
                refused_for("mid-year-is-the-charters", clause::by_mid_year));
  EXPECT_THAT(ask(secretary(), FoundGroup{group, seat(1), secretary(), mid_year() + hours{13}}),
              led_to<GroupFounded>());
}

TEST_F(AProposedGroup, IsWithdrawn) {
  EXPECT_THAT(ask(seats[1], WithdrawGroup{group}), led_to<GroupWithdrawn>());
  EXPECT_THAT(ask(seats[2], JoinGroup{group}), refused_for("group-is-over", clause::work_plan));
  GroupId other = proposed_group();
  group = other;
  founded();
  EXPECT_THAT(ask(secretary(), WithdrawGroup{group}), refused_for("group-is-no-proposal", clause::work_plan));
}

TEST_F(AProposedGroup, EndsByItselfWithItsTime) {
  time = frame().ends;
  settle();
  EXPECT_EQ(the_group().state, GroupState::ended);
  EXPECT_EQ(the_group().ending, GroupEnding::its_time_passed);
}

/// An organization that has left the community is not counted.
TEST_F(AProposedGroup, CountsTheOrganizationsThatBelong) {
  gather();
  of<Membership>(now).organizations[seat(3)].until = time;
  EXPECT_EQ(organizations_in(now, the_group(), time), 2u);
  EXPECT_THAT(found(), refused_for("group-needs-organizations", clause::opt_in));
}

TEST_F(AProposedGroup, AsksForTwoHundredHoursAtMost) {  // clause 5.1
  GroupFrame most = frame();
  most.lead_hours = most.member_hours = 200;
  EXPECT_THAT(ask(seats[1], ProposeGroup{priority, words("t"), most}), led_to<GroupProposed>());
}

TEST_F(AProposedGroup, LosesTheOfferToLeadOfWhoeverLeaves) {  // clause 7.5
  ask(seats[1], VolunteerAsLead{group});
  ask(seats[2], VolunteerAsLead{group});
  ask(seats[1], LeaveGroup{group});
  EXPECT_FALSE(the_group().is_offered_by(seat(1)));
  EXPECT_TRUE(the_group().is_offered_by(seat(2)));
}

/// The committee is asked to found it from the day on which the last thing that it lacked was there.
TEST_F(AProposedGroup, IsOwedItsFoundingSinceSomebodyWouldLead) {
  for (const std::size_t one : {1u, 2u, 3u}) ask(seats[one], JoinGroup{group});
  pass(days{2});
  EXPECT_THAT(owed("found-group"), IsEmpty());
  ask(seats[2], VolunteerAsLead{group});
  ASSERT_THAT(owed("found-group"), SizeIs(1));
  EXPECT_EQ(owed("found-group")[0].since, time);
}

}  // namespace
}  // namespace ccop::community
