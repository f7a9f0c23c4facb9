// What those can guess who subtract one year's histograms from the next's: how much one that joins alone gives away,
// and how many have to join or leave together. With other numbers of worlds, and as a table: bench/guesses.cpp.
#include "exposure/guessing.hpp"

#include "community/charter/charter.hpp"
#include "exposure/movements.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace ccop::exposure::guessing {
namespace {

constexpr std::uint64_t seed = 20'261'126;

/// Points above the base that may be gained from the difference of two rounds.
constexpr double tolerated = 5;
/// The smallest round that is opened, whatever a charter says.
constexpr int smallest_round = 10;
/// As many at least have to join if any do, and to leave if any do.
constexpr int fewest_together = 7;

/// By two standard errors.
bool surely_above(Figure figure, double bound) {
  return figure.mean - 2 * figure.error > bound;
}
bool surely_below(Figure figure, double bound) {
  return figure.mean + 2 * figure.error < bound;
}

Years joined_by(int join, int casters, double change) {
  Years years;
  years.casters = casters;
  years.join = join;
  years.change = change;
  return years;
}
Years left_by(int leave, int join, int casters) {
  Years years = joined_by(join, casters, 0.1);
  years.leave = leave;
  years.rounds = 2;
  return years;
}

/// All ways in which some answers, each by chances of its own, can stand later.
void each_way(const std::vector<Chances>& answers, std::size_t next, double chance, Histogram so_far,
              const std::function<void(const Histogram&, double)>& tell) {
  if (next == answers.size()) return tell(so_far, chance);
  for (std::size_t level = 0; level < levels; ++level) {
    Histogram with_it = so_far;
    ++with_it[level];
    if (answers[next][level] > 0) each_way(answers, next + 1, chance * answers[next][level], with_it, tell);
  }
}

/// What `Movements` finds, by trying all ways: who of those before left, how each other moved, and how each that joined
/// answered.
Chances by_trying(const std::vector<std::size_t>& before, std::size_t join, bool one_leaves, const Histogram& after,
                  const Chances& chances, double change) {
  Chances at{};
  double sum = 0;
  for (std::size_t leaves = 0; leaves < (one_leaves ? before.size() : 1); ++leaves) {
    std::vector<Chances> staying;
    for (std::size_t i = 0; i < before.size(); ++i) {
      Chances stands{};
      stands[before[i]] = 1;
      if (!one_leaves || i != leaves) staying.push_back(moved(stands, change));
    }
    each_way(std::vector<Chances>(join, chances), 0, 1, {}, [&](const Histogram& joined, double joining) {
      each_way(staying, 0, joining, joined, [&](const Histogram& all, double chance) {
        if (all != after) return;
        sum += chance;
        for (std::size_t level = 0; level < levels; ++level)
          at[level] += chance * (join > 0 ? joined[level] : before[leaves] == level);
      });
    });
  }
  for (double& expected : at) expected /= sum;
  return at;
}

void expect_as_by_trying(int join, int leave, const Histogram& after) {
  const Chances chances{0.1, 0.3, 0.15, 0.25, 0.2};
  const auto tried = by_trying({0, 1, 1, 3, 4}, static_cast<std::size_t>(join), leave > 0, after, chances, 0.2);
  const Weighed weighed = Movements{join, leave, 0.2}.weigh({1, 2, 0, 1, 1}, after, chances);
  for (std::size_t level = 0; level < levels; ++level)
    EXPECT_NEAR(weighed.at[level] / weighed.likelihood, tried[level], 1e-12) << join << " " << leave << " " << level;
}

TEST(ACharter, LetsAsManyComeAndGoTogetherAsTellLittle) {
  EXPECT_EQ(community::fewest_apart, static_cast<std::uint32_t>(fewest_together)) << "whatever it says";
  EXPECT_EQ(community::Charter{}.exposure.closest, community::fewest_apart) << "where it says nothing";
}

TEST(WhoKnowsTheModel, WeighsAllWaysThatLeadFromOneHistogramToTheOther) {
  expect_as_by_trying(1, 0, {1, 2, 1, 1, 1});
  expect_as_by_trying(1, 0, {0, 2, 1, 2, 1});
  expect_as_by_trying(2, 0, {1, 1, 2, 2, 1});
  expect_as_by_trying(0, 1, {1, 1, 0, 1, 1});
  expect_as_by_trying(0, 1, {0, 2, 0, 2, 0});
  expect_as_by_trying(1, 1, {1, 2, 0, 1, 1});
  expect_as_by_trying(2, 1, {0, 3, 1, 0, 2});
}

TEST(WhoKnowsTheModel, FindsNoWayWhereNoneIs) {
  EXPECT_EQ((Movements{1, 0, 0.1}.weigh({5, 0, 0, 0, 0}, {3, 0, 0, 0, 3}, {0.2, 0.2, 0.2, 0.2, 0.2}).likelihood), 0);
}

TEST(OneThatJoinsAlone, IsGuessedFarAboveTheBaseWhileOthersHardlyChange) {
  for (const int casters : {15, 20, 50}) {
    const Guesses guesses = guess(joined_by(1, casters, 0.02), 10, seed);
    EXPECT_TRUE(surely_below(guesses.base, 60)) << casters;
    EXPECT_TRUE(surely_above(guesses.by_growth, 2 * tolerated)) << casters;
    EXPECT_TRUE(surely_above(guesses.by_model, 4 * tolerated)) << casters;
  }
}

TEST(OneThatJoinsAlone, IsGuessedByWhoKnowsTheModelHoweverMuchOthersChange) {
  EXPECT_TRUE(surely_above(guess(joined_by(1, 15, 0.1), 10, seed).by_model, 3 * tolerated));
  EXPECT_TRUE(surely_above(guess(joined_by(1, 50, 0.1), 20, seed).by_model, 1.5 * tolerated));
  EXPECT_TRUE(surely_above(guess(joined_by(1, 15, 0.3), 20, seed).by_model, 1.5 * tolerated));
}

TEST(OneThatJoinsAlone, IsLostToWhoOnlySubtractsWhenManyOthersChange) {
  EXPECT_TRUE(surely_below(guess(joined_by(1, 50, 0.1), 10, seed).by_growth, 0));
  EXPECT_TRUE(surely_below(guess(joined_by(1, 50, 0.3), 10, seed).by_growth, 0));
}

TEST(OneThatJoinsAlone, IsGuessedBetterStillFromAllQuestionsTogether) {
  Years years = joined_by(1, 50, 0.1);
  years.rounds = 2;
  const double by_each = guess(years, 50, seed).by_model.mean;
  EXPECT_TRUE(surely_above(guess_by_kind(years, 50, seed), by_each));
}

TEST(OneThatLeavesAlone, IsGuessedAsOneThatJoins) {
  EXPECT_TRUE(surely_above(guess(left_by(1, 0, 15), 40, seed).by_model, 4 * tolerated));
}

TEST(ThreeThatJoin, AreSafeFromWhoOnlySubtracts) {
  for (const int casters : {20, 50})
    EXPECT_TRUE(surely_below(guess(joined_by(3, casters, 0.1), 15, seed).by_growth, tolerated)) << casters;
}

TEST(ThreeThatJoin, AreNotSafeFromWhoKnowsTheModel) {
  for (const int casters : {15, 20, 50})
    EXPECT_TRUE(surely_above(guess(joined_by(3, casters, 0.1), 20, seed).by_model, tolerated)) << casters;
}

TEST(FiveThatJoin, AreNotSafeFromWhoKnowsTheModel) {
  EXPECT_TRUE(surely_above(guess(joined_by(5, 15, 0.1), 30, seed).by_model, tolerated));
}

TEST(AsManyAsTheRuleAsks, AreSafeFromWhoKnowsTheModelInTheSmallestRoundAndInLargerOnes) {
  for (const int casters : {smallest_round, 15, 20, 50}) {
    const Guesses guesses = guess(joined_by(fewest_together, casters, 0.1), 40, seed);
    EXPECT_TRUE(surely_below(guesses.by_model, tolerated)) << casters;
    EXPECT_TRUE(surely_below(guesses.by_growth, tolerated)) << casters;
  }
  EXPECT_TRUE(surely_below(guess(left_by(fewest_together, 0, 15), 40, seed).by_model, tolerated));
  EXPECT_TRUE(surely_below(guess(left_by(fewest_together, fewest_together, 15), 20, seed).by_model, tolerated));
}

TEST(AsManyAsTheRuleAsks, AreCountedApartAmongThoseWhoJoinAndThoseWhoLeave) {
  const int others = fewest_together - 1;
  EXPECT_TRUE(surely_above(guess(left_by(2, 1, 15), 40, seed).by_model, 2 * tolerated));
  EXPECT_TRUE(surely_above(guess(left_by(others, 1, 15), 60, seed).by_model, tolerated));
}

// Within a window only the last ballot counts, so who casts again is as all others who cast in both rounds.
TEST(WhoCastsAlways, IsGuessedWorseByWhoSubtractsThanByWhoDoesNot) {
  EXPECT_TRUE(surely_below(guess(joined_by(0, 20, 0.1), 20, seed).by_growth, 0));
}

TEST(AllTheOthers, KnowEachAnswerByPooling) {
  for (const Years& years : {joined_by(1, 15, 0.3), joined_by(7, 50, 0.1), joined_by(0, 20, 0.1), left_by(3, 0, 15)})
    EXPECT_EQ(guess(years, 1, seed).by_pooling.mean, 100);
}

TEST(Unanimity, OpensAtMostThreeQuestionsOfAThousandFromFifteenCastersOn) {
  for (const int casters : {10, 15, 20}) {
    double likely = 120;  // what a Dirichlet distribution of five levels makes of it, divided by:
    for (int i = 1; i < static_cast<int>(levels); ++i) likely /= casters + i;
    const Alike found = alike(casters, 400, seed);
    EXPECT_NEAR(found.all.mean, 106 * likely, 3 * found.all.error) << casters;
    EXPECT_GT(found.all_but_one.mean, found.all.mean) << casters;
    EXPECT_EQ(surely_below(found.all, 106 * 0.003), casters >= 15) << casters;
  }
}

}  // namespace
}  // namespace ccop::exposure::guessing
