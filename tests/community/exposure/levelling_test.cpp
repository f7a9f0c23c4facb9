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
  /// The first seats: one less than may join.
  static constexpr std::size_t unanswered = fewest_apart - 1;

  AnAssessmentAskedAgain() : state(adopted(of_a_state())), events(adopted(of_events())) {
    hold(called(call_of({{state, 1}, {events, {}}})), as_before_but({}));
    EXPECT_EQ(ballot(RoundId{0}).outcome, ElectionOutcome::counted);
  }
  static std::vector<std::size_t> as_before_but(std::vector<std::size_t> absent) {
    for (std::size_t seat = 0; seat < unanswered; ++seat) absent.push_back(seat);
    return all_but(std::move(absent));
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

TEST_F(AnAssessmentAskedAgain, Clause2_2_LetsJoinersWaitUntilSevenCanJoin) {
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 1}}));
  open(id);
  EXPECT_EQ(ballot(id).roll.size(), seats - unanswered) << "six were not in the totals before";
  EXPECT_THAT(answer(id, 0), refused_for("not-on-the-roll"));
  for (const std::size_t seat : as_before_but({})) EXPECT_THAT(answer(id, seat), allowed());
  close(id);
  EXPECT_EQ(differing(id), 0u);
  EXPECT_TRUE(ballot(id).left_out.empty());
}

TEST_F(AnAssessmentAskedAgain, Clause2_2_LevelsFewWhoDidNotAnswerByLot) {
  const RoundId one = again(all_but({7}));
  EXPECT_EQ(ballot(one).stage, ElectionStage::closed);
  EXPECT_EQ(ballot(one).left_out.size(), 6u) << "with the one that didn't answer seven differ";
  EXPECT_EQ(differing(one), fewest_apart);
  EXPECT_EQ(ballot(one).voters(), seats - unanswered - fewest_apart);
  EXPECT_EQ(round(one).left_out, ballot(one).left_out);
}

TEST_F(AnAssessmentAskedAgain, ThatTheLotLeavesWithTooFewIsNeverOpened) {
  story.pass(days{60});
  hold(called(call_of({{state, 2}})), first(16));
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 2}}));
  hold(id, first(15));
  EXPECT_EQ(ballot(id).outcome, ElectionOutcome::too_few)
      << "one went; without six that the lot left out nine remained";
  EXPECT_TRUE(ballot(id).left_out.empty());
}

/// One that comes and six that go differ by seven, and are one and six all the same.
TEST_F(AnAssessmentAskedAgain, CountsThoseWhoComeApartFromThoseWhoGo) {
  of<Membership>(story.now).organizations[{seats}].until.reset();
  people.push_back(story.representative(membership(story.now).organizations[{seats}].key));
  story.pass(days{300});
  const RoundId id = called(call_of({{state, 1}}));
  prepare(id);
  register_keys(seats + 1);
  story.time = ballot(id).round->opens;
  story.settle();
  ASSERT_EQ(ballot(id).roll.size(), seats + 1) << "seven join";
  for (const std::size_t seat : all_but({1, 7})) EXPECT_THAT(answer(id, seat), allowed());
  EXPECT_THAT(answer(id, seats), allowed());
  close(id);
  const auto counted = ballot(id).casters();
  EXPECT_THAT(counted, Not(Contains(OrganizationId{0}))) << "of the seven that join six answered";
  EXPECT_THAT(counted, Not(Contains(OrganizationId{seats})));
  EXPECT_EQ(differing(id), fewest_apart) << "and beside the one that didn't answer six were left out by lot";
}

/// A comparison with the last totals alone would pass what the first tell.
TEST_F(AnAssessmentAskedAgain, IsLevelWithEveryAskingBefore) {
  const RoundId second = again(all_but({6, 7, 8, 9, 10, 11, 12}));
  decrypt(second);
  EXPECT_THAT(declare(second, story.secretary()), allowed());
  ASSERT_EQ(ballot(second).outcome, ElectionOutcome::counted);
  const RoundId third = again(all_but({6}));
  EXPECT_EQ(ballot(third).roll.size(), seats - unanswered) << "the seven that went come again";
  const auto counted = ballot(third).casters();
  for (const RoundId before : {RoundId{0}, second}) {
    const auto then = ballot(before).casters();
    std::vector<OrganizationId> came, went;
    std::ranges::set_difference(counted, then, std::back_inserter(came));
    std::ranges::set_difference(then, counted, std::back_inserter(went));
    EXPECT_THAT(came.size(), AnyOf(0u, Ge(fewest_apart)));
    EXPECT_THAT(went.size(), AnyOf(0u, Ge(fewest_apart)));
  }
}

TEST_F(AnAssessmentAskedAgain, LetsSevenJoinAtOnce) {
  of<Membership>(story.now).organizations[{seats}].until.reset();
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
  EXPECT_EQ(differing(id), fewest_apart);
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
    for (const std::size_t seat : as_before_but({7})) EXPECT_THAT(answer(id, seat), allowed());
    EXPECT_THAT(answer(id, 13, "changed " + std::to_string(i)), allowed());
    close(id);
    drawn.insert(ballot(id).left_out);
    story = kept;
  }
  EXPECT_GT(drawn.size(), 1u);
}

}  // namespace
}  // namespace ccop::community::testing
