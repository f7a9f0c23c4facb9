// How often the answers of an organization are guessed from what yearly rounds opened, by those who subtract one year's
// histograms from the next's: simulated, from a seed.
#pragma once

#include <cstdint>

namespace ccop::exposure::guessing {

/// Yearly rounds, and who casts in them. Everybody answers each question.
struct Years {
  int casters = 20;     // in the first round
  int join = 1;         // before each later one
  int leave = 0;        // before each later one
  double change = 0.1;  // the part of all answers that changes in a year
  int rounds = 4;
  int evenness = 1;  // the more, the nearer the levels of a question are to being equally frequent; 1: any mixture
};

/// A mean over simulated worlds, and its standard error.
struct Figure {
  double mean = 0;
  double error = 0;
};

/// Of 100 answers of those who join, how many are guessed right. Where nobody joins, of those who leave; where nobody
/// does either, of one who casts always.
struct Guesses {
  /// By the most frequent level of the round in which they cast. Who joins is like the others: nobody who sees that
  /// round alone can do better.
  Figure base;
  /// How many more by the level whose count grew the most, among equals the one at which more stand; for those who
  /// leave, the one that shrank.
  Figure by_growth;
  /// How many more by who knows how the levels of each question are spread and how often answers change, and weighs all
  /// ways in which one histogram can have become the other. With one question nobody can do better.
  Figure by_model;
  /// By all the others, who tell each other what they answered, and subtract it: how many of 100.
  Figure by_pooling;
};
[[nodiscard]] Guesses guess(const Years&, int worlds, std::uint64_t seed);

/// How many more than the base by who knows, besides the model, what kinds of organizations there are, and finds out
/// from all questions together which joined. Of one that joins alone nobody can know more. Of several, one takes all
/// for their mean.
[[nodiscard]] Figure guess_by_kind(const Years&, int worlds, std::uint64_t seed);

/// Of the questions of one round: to how many all give the same answer, and to how many all but one.
struct Alike {
  Figure all;
  Figure all_but_one;
};
[[nodiscard]] Alike alike(int casters, int worlds, std::uint64_t seed);

}  // namespace ccop::exposure::guessing
