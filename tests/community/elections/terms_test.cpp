// When a position falls vacant, and until when whoever is elected serves (clauses 3.2 to 3.6).
#include "community/elections/symposium.hpp"

namespace ccop::community::testing {
namespace {

TEST_F(AnElectionOfCoChairs, Clause3_2_AMandateThatEndsByItsDateVacatesThePosition) {
  const Time until = story.time + days{700};
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], until});
  const Time mandate_ends = story.time + days{10};
  mandate_of(0).until = mandate_ends;
  story.time = mandate_ends - std::chrono::milliseconds{1};
  story.settle();
  EXPECT_EQ(bodies(story.now).co_chair(1, story.time), people[0]);
  story.time = mandate_ends;
  story.settle();
  EXPECT_EQ(bodies(story.now).co_chairs.back().vacated, mandate_ends);
  convene(MeetingKind::ad_hoc, days{60});
  EXPECT_EQ(election(call(1)).term_ends, until) << "the rest of the term, at the next executive session";
}

TEST_F(AnElectionOfCoChairs, Clause3_2_AMandateThatGoesOnWithoutAGapVacatesNothing) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], story.time + days{700}});
  const Time renewed = story.time + days{10};
  mandate_of(0).until = renewed;
  auto& all = of<Membership>(story.now);
  apply(all, RepresentativeAppointed{all.mandates.next(), members().front(), people[0], renewed, {}, {}});
  story.time = renewed;
  story.settle();
  EXPECT_EQ(bodies(story.now).co_chair(1, story.time), people[0]);
}

TEST_F(AnElectionOfCoChairs, Clause3_2_AnOrganizationThatIsNoMemberAnyMoreVacatesThePosition) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], story.time + days{700}});
  of<Membership>(story.now).organizations[members().front()].status = Status::observer;  // as by an amendment
  story.settle();
  EXPECT_EQ(bodies(story.now).co_chair(1, story.time), std::nullopt);
}

TEST_F(AnElectionOfCoChairs, Clause3_3_WhoeverIsElectedAYearLateGetsTheRestSoThatOnePositionIsVacatedEachYear) {
  publish();
  begin_session();
  const Time first_ends = meetings(story.now).sessions[session].ends;
  elects(0, 1);
  story.ask(story.secretary(), CloseCandidacies{call(1)});
  convene(MeetingKind::symposium, days{363});
  const Time second_ends = meetings(story.now).sessions[session].ends;
  EXPECT_EQ(election(call(1)).term_ends, months_after(first_ends, 24)) << "whoever had stood would serve until then";
  EXPECT_EQ(election(call(0)).term_ends, months_after(second_ends, 24));
}

TEST_F(AnElectionOfCoChairs, Clause3_3_ATermThatEndedLongAgoIsFollowedByItsRest) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{365}});
  const Time until = story.time + days{90};
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], until});
  convene(MeetingKind::symposium, days{400});
  EXPECT_EQ(election(call(1)).term_ends, months_after(until, 24));
  EXPECT_EQ(election(call(0)).term_ends, months_after(meetings(story.now).sessions[session].ends, 24));
}

TEST_F(AnElectionOfCoChairs, Clause3_3_TwoTermsThatEndTogetherAreSetApart) {
  for (const std::uint32_t position : {0u, 1u})
    story.ask(story.secretary(), SeatFoundingCoChair{position, people[position], story.time + days{90}});
  publish();
  begin_session();
  const Time ends = meetings(story.now).sessions[session].ends;
  EXPECT_EQ(election(call(0)).term_ends, months_after(ends, 24));
  EXPECT_EQ(election(call(1)).term_ends, months_after(ends, 12));
}

TEST_F(AnElectionOfCoChairs, Clause3_3_ATermOfTwoYearsFollowsOneThatEndsAboutNow) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], story.time + days{400}});
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const Time ends = meetings(story.now).sessions[session].ends;
  EXPECT_EQ(election(call(0)).term_ends, months_after(ends, 24));
}

/// Both positions would fall vacant at the symposium after the next.
TEST_F(AnElectionOfCoChairs, Clause3_3_ATermOfOneYearFollowsWhereTheOtherEndsInTwo) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], story.time + days{700}});
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const Time ends = meetings(story.now).sessions[session].ends;
  EXPECT_EQ(election(call(0)).term_ends, months_after(ends, 12));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_APositionVacatedWithLessThanSixMonthsLeftWaitsForTheSymposium) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{200}});
  story.ask(people[0], ResignCoChair{});
  convene(MeetingKind::ad_hoc, days{40});
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 0}), refused_for("elections-are-at-the-symposium"));
}

TEST_F(AnElectionOfCoChairs, Clause3_6_AfterAReturnTheNextExecutiveSessionElectsForTheSameTerm) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  story.ask(story.secretary(), RecordReturn{id, words("reason")});
  const Time ends = election(id).term_ends;
  convene(MeetingKind::ad_hoc, days{60});
  EXPECT_EQ(election(call(0)).term_ends, ends);
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 1}), refused_for("elections-are-at-the-symposium"));
}

TEST_F(AnElectionOfCoChairs, Clause3_6_SoItDoesWhereTheElectedWithdrewOrTooFewVoted) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  story.ask(people[1], StandDown{id});
  const ElectionId other = call(1);
  stand(other, {2, 3});
  prepare(other);
  open(other);
  close_unopened(other, 2);
  convene(MeetingKind::ad_hoc, days{60});
  EXPECT_EQ(election(call(0)).term_ends, election(id).term_ends);
  EXPECT_EQ(election(call(1)).term_ends, election(other).term_ends);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_WhereNobodyWasWantedThePositionWaitsForTheSymposium) {
  whole({0}, {0, 2, 3});
  convene(MeetingKind::ad_hoc, days{60});
  EXPECT_THAT(story.ask(story.secretary(), CallCandidacies{session, 0}), refused_for("elections-are-at-the-symposium"));
}

TEST_F(AnElectionOfCoChairs, Clause3_6_WhoeverSatUntilASuccessorWasToTakeTheSeatLeavesAtTheConfirmation) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[7], story.time + days{90}});
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  of<Bodies>(story.now).co_chairs.back().vacated = story.time + days{30};  // the seat passes on then
  confirm(id);
  EXPECT_FALSE(is_co_chair(story.now, people[7], story.time));
  EXPECT_EQ(bodies(story.now).co_chair(0, story.time), people[1]);
}

}  // namespace
}  // namespace ccop::community::testing
