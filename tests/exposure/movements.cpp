#include "exposure/movements.hpp"

#include <algorithm>

namespace ccop::exposure::guessing {
namespace {

constexpr double upward = 0.8;

/// To the power of 0, 1, ... `most`, each divided by its factorial.
std::vector<double> powers(double base, int most) {
  std::vector<double> found(static_cast<std::size_t>(most + 1), 1);
  double* power = found.data();
  for (int i = 1; i <= most; ++i) power[i] = power[i - 1] * base / i;
  return found;
}

}  // namespace

double rising(std::size_t level, double change) {
  if (level + 1 == levels) return 0;
  return level == 0 ? change : change * upward;
}

double falling(std::size_t level, double change) {
  return change - rising(level, change);
}

Chances moved(const Chances& chances, double change) {
  Chances later{};
  for (std::size_t level = 0; level < levels; ++level) {
    later[level] += chances[level] * (1 - change);
    if (level + 1 < levels) later[level + 1] += chances[level] * rising(level, change);
    if (level > 0) later[level - 1] += chances[level] * falling(level, change);
  }
  return later;
}

/// A level, and the weights of those who at it join, rise, fall, stay or leave.
struct Movements::Level {
  std::size_t number;
  int here;   // before
  int above;  // at the next level before
  int lost;   // by the levels up to this one, as the histograms show it
  std::vector<double> joins, rises, falls, stays, leaves;
};

/// Up to the level: how many joined and left, and how many fall from it.
struct Movements::Place {
  int joined;
  int left;
  int fall;
};

Movements::Movements(int join, int leave, double change) : join_(join), leave_(leave), change_(change) {}

// From the lowest level to the highest. How many rise from a level to the next is known as soon as it is known how many
// fall back: the difference of the two is what the levels up to there have lost. What is the same for all ways (the
// factorials of the histogram before) is left out.
Weighed Movements::weigh(const Histogram& before, const Histogram& after, const Chances& chances) const {
  std::vector<Weighed> reached(index(join_, leave_, 0, 0) + 1);
  reached[0].likelihood = 1;
  int lost = 0;
  for (std::size_t i = 0; i < levels; ++i) {
    const int here = before[i];
    const int above = i + 1 < levels ? before[i + 1] : 0;
    lost += here - after[i];
    const Level level{i,
                      here,
                      above,
                      lost,
                      powers(chances[i], join_),
                      powers(rising(i, change_), here),
                      powers(falling(i, change_), here),
                      powers(1 - change_, here),
                      powers(1, leave_)};
    std::vector<Weighed> next(index(join_, leave_, above, above) + 1);
    pass(level, reached, next);
    reached = std::move(next);
  }
  return reached.back();
}

std::size_t Movements::index(int joined, int left, int fall, int most_falling) const {
  const int found = (joined * (leave_ + 1) + left) * (most_falling + 1) + fall;
  return static_cast<std::size_t>(found);
}

void Movements::pass(const Level& level, const std::vector<Weighed>& from, std::vector<Weighed>& to) const {
  const int most_falling = level.number == 0 ? 0 : level.here;
  for (int joined = 0; joined <= join_; ++joined)
    for (int left = 0; left <= leave_; ++left)
      for (int fall = 0; fall <= most_falling; ++fall) {
        const Weighed& reached = from[index(joined, left, fall, most_falling)];
        if (reached.likelihood > 0) spread(level, {joined, left, fall}, reached, to);
      }
}

void Movements::spread(const Level& level, Place place, const Weighed& from, std::vector<Weighed>& to) const {
  const double* rises = level.rises.data();
  const double* stays = level.stays.data();
  const double* from_at = from.at.data();
  for (int join = 0; place.joined + join <= join_; ++join)
    for (int leave = 0; place.left + leave <= leave_ && leave + place.fall <= level.here; ++leave) {
      const int joined = place.joined + join;
      const int left = place.left + leave;
      const double weight = level.joins[static_cast<std::size_t>(join)] *
                            level.leaves[static_cast<std::size_t>(leave)] *
                            level.falls[static_cast<std::size_t>(place.fall)];
      const double sought = (join_ > 0 ? join : leave) * from.likelihood;
      const int may_rise = level.here - leave - place.fall;
      const int must_rise = level.lost + joined - left;  // and as many more as fall back
      Weighed* reached = to.data() + index(joined, left, 0, level.above);
      for (int back = std::max(0, -must_rise); back <= std::min(level.above, may_rise - must_rise); ++back) {
        const int rise = must_rise + back;
        const double likelihood = weight * rises[rise] * stays[may_rise - rise];
        reached[back].likelihood += likelihood * from.likelihood;
        double* at = reached[back].at.data();
        for (std::size_t i = 0; i < level.number; ++i) at[i] += likelihood * from_at[i];
        at[level.number] += likelihood * sought;
      }
    }
}

}  // namespace ccop::exposure::guessing
