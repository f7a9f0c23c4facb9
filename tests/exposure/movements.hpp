// How answers move from one year to the next, and what two years' histograms say of those who joined or left: exactly,
// over all ways in which it can have happened.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace ccop::exposure::guessing {

inline constexpr std::size_t levels = 5;

/// How many stand at each level.
using Histogram = std::array<int, levels>;
/// How likely each level is.
using Chances = std::array<double, levels>;

/// The part of the answers at a level that rises by one within a year in which the part `change` of all changes, and
/// the part that falls by one. Where both can happen, four of five that change rise.
[[nodiscard]] double rising(std::size_t level, double change);
[[nodiscard]] double falling(std::size_t level, double change);

/// The chances a year later.
[[nodiscard]] Chances moved(const Chances&, double change);

/// How many of those who joined stand at each level, each way weighed by its likelihood; where nobody joined, of those
/// who left. The likelihoods' sum is comparable where the histograms are the same.
struct Weighed {
  double likelihood = 0;
  Chances at{};
};

/// What happens between two rounds: so many join, so many leave (anybody may be the one), and answers change.
class Movements {
 public:
  Movements(int join, int leave, double change);

  /// `chances` are those of one who joins.
  [[nodiscard]] Weighed weigh(const Histogram& before, const Histogram& after, const Chances& chances) const;

 private:
  struct Level;
  struct Place;
  void pass(const Level&, const std::vector<Weighed>& from, std::vector<Weighed>& to) const;
  void spread(const Level&, Place, const Weighed& from, std::vector<Weighed>& to) const;
  [[nodiscard]] std::size_t index(int joined, int left, int falling, int most_falling) const;

  int join_;
  int leave_;
  double change_;
};

}  // namespace ccop::exposure::guessing
