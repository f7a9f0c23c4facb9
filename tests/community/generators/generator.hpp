// Random commands. Each command has a generator, which draws it so that it means something often, and nothing at times;
// a command without one does not compile (all.hpp).
#pragma once

#include "community/people/state.hpp"
#include "community/scenario.hpp"

#include <rapidcheck.h>

namespace ccop::community::testing {

/// What a generator draws from: the community as it is, and who is about to ask.
struct World {
  const Scenario& story;
  PersonId who;

  [[nodiscard]] const Community& now() const { return story.now; }
  [[nodiscard]] Time time() const { return story.time; }
};

///   template <> struct Generator<CastVote> {
///     static CastVote draw(const World& world);
///   };
template <class C>
struct Generator;

/// Of the whole range from the first run on: RapidCheck would begin with the small numbers. Nor does it look for a
/// smaller example: each of a history's thousands of draws changes what the next ones mean.
[[nodiscard]] inline std::uint32_t below(std::uint32_t bound) {
  return *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint32_t>(0, bound)));
}
[[nodiscard]] inline bool chance(std::uint32_t percent) {
  return below(100) < percent;
}

/// A row's id: the latest row's half of the time, and now and then one that no row has.
template <class Row, class RowId>
[[nodiscard]] RowId some(const Table<Row, RowId>& table) {
  const auto size = static_cast<std::uint32_t>(table.size());
  if (size > 0 && chance(50)) return {size - 1};
  return {chance(95) && size > 0 ? below(size) : size};
}

/// A time around now, rarely one that is long past.
[[nodiscard]] inline Time around(const World& world) {
  return world.time() + hours{below(100)} - hours{chance(90) ? 2 : 60};
}
[[nodiscard]] inline std::optional<Time> maybe_around(const World& world) {
  return chance(50) ? std::optional{around(world)} : std::nullopt;
}

[[nodiscard]] inline PersonId somebody(const World& world) {
  return some(people(world.now()).all);
}
[[nodiscard]] inline ContentHash some_words() {
  return words(std::to_string(below(1000)));
}
/// One of few, so that links are used twice.
[[nodiscard]] inline std::string some_secret() {
  return "link " + std::to_string(below(3));
}

}  // namespace ccop::community::testing
