// Random requests about direction and priorities.
#pragma once

#include "community/decisions/state.hpp"
#include "community/generators/generator.hpp"
#include "community/meetings/state.hpp"
#include "community/priorities/commands.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline PriorityId some_priority(const World& world) {
  return some(priorities(world.now()).all);
}
[[nodiscard]] inline std::vector<DirectionId> some_directions(const World& world) {
  if (chance(50)) return {};
  return {some(priorities(world.now()).directions)};
}
/// Soon enough to pass within a history.
[[nodiscard]] inline Time some_end(const World& world) {
  return world.time() + days{below(200)};
}

template <>
struct Generator<ReceiveDirection> {
  static ReceiveDirection draw(const World& world) {
    return {some_words(), world.time() - days{below(40)} + days{chance(5) ? 50 : 0}};
  }
};
template <>
struct Generator<ProposePriority> {
  static ProposePriority draw(const World& world) { return {some_words(), some_directions(world), some_end(world)}; }
};
template <>
struct Generator<RevisePriority> {
  static RevisePriority draw(const World& world) {
    return {some_priority(world), some_words(), some_directions(world), some_end(world)};
  }
};
template <>
struct Generator<WithdrawPriority> {
  static WithdrawPriority draw(const World& world) { return {some_priority(world)}; }
};
template <>
struct Generator<ReviewPriority> {
  static ReviewPriority draw(const World& world) {
    return {some_priority(world), some(meetings(world.now()).sessions), static_cast<Method>(below(chance(90) ? 2 : 3)),
            chance(30)};
  }
};
template <>
struct Generator<TakeStance> {
  static TakeStance draw(const World& world) {
    const auto stance = chance(80) ? std::optional{static_cast<Stance>(below(2))} : std::nullopt;
    return {some_priority(world), stance};
  }
};
template <>
struct Generator<ExtendPriority> {
  static ExtendPriority draw(const World& world) {
    return {some_priority(world), world.time() + days{below(400)}, some(decisions(world.now()).registered)};
  }
};
template <>
struct Generator<EndPriority> {
  static EndPriority draw(const World& world) {
    return {some_priority(world), some(decisions(world.now()).registered)};
  }
};

}  // namespace ccop::community::testing
