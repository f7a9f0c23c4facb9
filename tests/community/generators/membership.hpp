// Random requests about seats, mandates and Observers.
#pragma once

#include "community/generators/generator.hpp"
#include "community/membership/commands.hpp"
#include "community/membership/state.hpp"

namespace ccop::community::testing {

/// All responsibilities, but now and then not quite all.
[[nodiscard]] inline std::vector<std::uint32_t> some_responsibilities(const World& world) {
  auto declared = world.story.all_responsibilities();
  if (chance(10)) declared.pop_back();
  return declared;
}

template <>
struct Generator<AppointRepresentative> {
  static AppointRepresentative draw(const World& world) {
    return {some(membership(world.now()).organizations), somebody(world), around(world), maybe_around(world),
            some_responsibilities(world)};
  }
};
template <>
struct Generator<SucceedRepresentative> {
  static SucceedRepresentative draw(const World& world) {
    return {some(membership(world.now()).organizations), somebody(world), around(world), maybe_around(world),
            some_responsibilities(world)};
  }
};
template <>
struct Generator<EndMandate> {
  static EndMandate draw(const World& world) { return {some(membership(world.now()).mandates)}; }
};
template <>
struct Generator<NameAlternate> {
  static NameAlternate draw(const World& world) { return {somebody(world), around(world), around(world)}; }
};
template <>
struct Generator<DeclareAbsence> {
  static DeclareAbsence draw(const World& world) { return {around(world), around(world)}; }
};
template <>
struct Generator<EndAbsence> {
  static EndAbsence draw(const World&) { return {}; }
};
template <>
struct Generator<ProposeObserver> {
  static ProposeObserver draw(const World&) {
    return {"OBS" + std::to_string(below(3)), "An organization", some_words()};
  }
};
template <>
struct Generator<CommentOnObserver> {
  static CommentOnObserver draw(const World& world) { return {some(membership(world.now()).proposals), some_words()}; }
};
template <>
struct Generator<ProposeObserverEnd> {
  static ProposeObserverEnd draw(const World& world) {
    return {some(membership(world.now()).organizations), some_words()};
  }
};
template <>
struct Generator<LeaveAsObserver> {
  static LeaveAsObserver draw(const World&) { return {}; }
};
template <>
struct Generator<DecideOnObserver> {
  static DecideOnObserver draw(const World& world) { return {some(membership(world.now()).proposals), chance(60)}; }
};

}  // namespace ccop::community::testing
