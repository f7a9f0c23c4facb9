// Organizations that a seed makes up, what they answer year after year, and what a round opens of it.
#pragma once

#include "exposure/movements.hpp"

#include <random>

namespace ccop::exposure::guessing {

inline constexpr std::size_t questions = 106;
inline constexpr std::size_t kinds = 3;  // unripe, middling, ripe: each as frequent

using Random = std::mt19937_64;
/// A level for each question.
using Answers = std::array<std::size_t, questions>;
/// How likely each level is as the answer to a question, by the kind of organization.
using ByKind = std::array<Chances, kinds>;

/// A round: what each answered, which nobody sees, and the histograms, which all see.
struct Round {
  std::vector<Answers> answers;
  std::vector<Histogram> counts;
};

/// Organizations whose answers change, whether they cast or not: who joins is like all others.
class Organizations {
 public:
  /// The levels of a question are the nearer to being equally frequent, the higher `evenness` is; with 1 any mixture is
  /// as likely as any other.
  Organizations(int count, int evenness, Random&);

  void pass_a_year(double change);

  /// The round in which those from one to before another cast.
  [[nodiscard]] Round ask(int from, int to) const;

  /// How likely each answer is in this year, by questions.
  [[nodiscard]] const std::vector<ByKind>& chances() const { return chances_; }

 private:
  Random& random_;
  std::vector<ByKind> chances_;
  std::vector<Answers> answers_;
};

}  // namespace ccop::exposure::guessing
