// Whose answers are in the totals where the same questions are asked again: none came or went alone (clause 2.2).
#include "community/exposure/an_assessment.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Ge;
using ::testing::Not;

/// What the totals of two askings tell by their difference: whose answers are in one of them alone.
class AnAssessmentAskedAgain : public AnAssessment {
 protected:
  static constexpr std::size_t unanswered = 2;

  AnAssessmentAskedAgain() : state(adopted(of_a_state())), events(adopted(of_events())) {
    hold(called(call_of({{state, 1}, {events, {}}})), all_but({0, 1}));
    EXPECT_EQ(ballot(RoundId{0}).outcome, ElectionOutcome::counted);
  }
  /// A year later.
  RoundId again(const std::vector<std::size_t>& who) {
    story.pass(days{300});
    const RoundId id = called(call_of({{state, 1}}));
    open(id);
    for (const std::size_t seat : who)
      if (std::ranges::find(ballot(id).roll, OrganizationId{static_cast<std::uint32_t>(seat)}) != ballot(id).roll.end())
        EXPECT_THAT(answer(id, seat), allowed());
    close(id);
    return id;
  }
  std::size_t differing(RoundId id) const {
    const auto before = ballot(RoundId{0}).casters(), now = ballot(id).casters();
    std::vector<OrganizationId> differ;
    std::ranges::set_symmetric_difference(before, now, std::back_inserter(differ));
    return differ.size();
  }

  QuestionSetId state;
  QuestionSetId events;
};

TEST_F(AnAssessmentAskedAgain, Clause2_2_LetsJoinersWaitUntilThreeCanJoin) {
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 1}}));
  open(id);
  EXPECT_EQ(ballot(id).roll.size(), seats - unanswered) << "seats 0 and 1 were not in the totals before";
  EXPECT_THAT(answer(id, 0), refused_for("not-on-the-roll"));
  for (const std::size_t seat : all_but({0, 1})) EXPECT_THAT(answer(id, seat), allowed());
  close(id);
  EXPECT_EQ(differing(id), 0u);
  EXPECT_TRUE(ballot(id).left_out.empty());
}

TEST_F(AnAssessmentAskedAgain, Clause2_2_LevelsOneOrTwoWhoDidNotAnswerByLot) {
  const RoundId one = again(all_but({5}));
  EXPECT_EQ(ballot(one).stage, ElectionStage::closed);
  EXPECT_EQ(ballot(one).left_out.size(), 2u) << "with the one that didn't answer three differ";
  EXPECT_EQ(differing(one), 3u);
  EXPECT_EQ(ballot(one).voters(), seats - unanswered - 3);
  EXPECT_EQ(round(one).left_out, ballot(one).left_out);
}

TEST_F(AnAssessmentAskedAgain, ThatTheLotLeavesWithTooFewIsNeverOpened) {
  story.pass(days{60});
  hold(called(call_of({{state, 2}})), first(11));
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 2}}));
  hold(id, first(10));
  EXPECT_EQ(ballot(id).outcome, ElectionOutcome::too_few) << "one went; with two that the lot left out eight remained";
  EXPECT_TRUE(ballot(id).left_out.empty());
}

/// One that comes and two that go differ by three, and are one and two all the same.
TEST_F(AnAssessmentAskedAgain, CountsThoseWhoComeApartFromThoseWhoGo) {
  of<Membership>(story.now).organizations[{seats}].until.reset();
  people.push_back(story.representative(membership(story.now).organizations[{seats}].key));
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 1}}));
  prepare(id);
  register_keys(seats + 1);
  story.time = ballot(id).round->opens;
  story.settle();
  ASSERT_EQ(ballot(id).roll.size(), seats + 1) << "three join";
  for (const std::size_t seat : all_but({1, 5})) EXPECT_THAT(answer(id, seat), allowed());
  EXPECT_THAT(answer(id, seats), allowed());
  close(id);
  const auto counted = ballot(id).casters();
  EXPECT_THAT(counted, Not(Contains(OrganizationId{0}))) << "of the three that join two answered";
  EXPECT_THAT(counted, Not(Contains(OrganizationId{seats})));
  EXPECT_EQ(differing(id), 3u) << "and with the one that didn't answer two were left out by lot";
}

/// A comparison with the last totals alone would pass what the first tell.
TEST_F(AnAssessmentAskedAgain, IsLevelWithEveryAskingBefore) {
  const RoundId second = again(all_but({2, 3, 4}));
  decrypt(second);
  EXPECT_THAT(declare(second, story.secretary()), allowed());
  ASSERT_EQ(ballot(second).outcome, ElectionOutcome::counted);
  const RoundId third = again(all_but({2}));
  EXPECT_EQ(ballot(third).roll.size(), seats - unanswered) << "the three that went come again";
  const auto counted = ballot(third).casters();
  for (const RoundId before : {RoundId{0}, second}) {
    const auto then = ballot(before).casters();
    std::vector<OrganizationId> came, went;
    std::ranges::set_difference(counted, then, std::back_inserter(came));
    std::ranges::set_difference(then, counted, std::back_inserter(went));
    EXPECT_THAT(came.size(), AnyOf(0u, Ge(3u)));
    EXPECT_THAT(went.size(), AnyOf(0u, Ge(3u)));
  }
}

TEST_F(AnAssessmentAskedAgain, LetsThreeJoinAtOnce) {
  for (std::uint32_t i = seats; i < seats + 1; ++i) of<Membership>(story.now).organizations[{i}].until.reset();
  people.push_back(story.representative(membership(story.now).organizations[{seats}].key));
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 1}}));
  prepare(id);
  register_keys(seats + 1);
  story.time = ballot(id).round->opens;
  story.settle();
  EXPECT_EQ(ballot(id).roll.size(), seats + 1);
  for (std::size_t i = 0; i <= seats; ++i) EXPECT_THAT(answer(id, i), allowed());
  close(id);
  EXPECT_TRUE(ballot(id).left_out.empty());
  EXPECT_EQ(differing(id), 3u);
}

TEST_F(AnAssessmentAskedAgain, OfEventsCountsWhoeverAnswers) {
  story.pass(days{90});
  const RoundId id = called(call_of({{events, {}}}));
  hold(id, all_but({0}));
  EXPECT_TRUE(ballot(id).left_out.empty()) << "each quarter is asked for something else";
  EXPECT_EQ(ballot(id).voters(), seats - 1);
}

/// Whoever casts last could else choose who is left out.
TEST_F(AnAssessmentAskedAgain, HasALotThatFollowsFromEveryBallot) {
  std::set<std::vector<OrganizationId>> drawn;
  for (int i = 0; i < 6; ++i) {
    Scenario kept = story;
    story.pass(days{300});
    const RoundId id = called(call_of({{state, 1}}));
    open(id);
    for (const std::size_t seat : all_but({0, 1, 5})) EXPECT_THAT(answer(id, seat), allowed());
    EXPECT_THAT(answer(id, 13, "changed " + std::to_string(i)), allowed());
    close(id);
    drawn.insert(ballot(id).left_out);
    story = kept;
  }
  EXPECT_GT(drawn.size(), 1u);
}

}  // namespace
}  // namespace ccop::community::testing
