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
/// What waits somewhere, said as it is or, now and then, a little otherwise.
[[nodiscard]] inline SeatChangeId some_change(const World& world) {
  const Membership& seats = membership(world.now());
  if (chance(80))
    for (const SeatChangeId id : seats.changes.ids())
      if (seats.changes[id].waits(world.time()) && chance(50)) return id;
  return some(seats.changes);
}
template <>
struct Generator<ConfirmSeatChange> {
  static ConfirmSeatChange draw(const World& world) {
    const SeatChangeId id = some_change(world);
    if (membership(world.now()).find(id) == nullptr) return {id, {0}, {}, {}, {}};
    ConfirmSeatChange all = world.story.confirming(id);
    if (chance(5)) all.person = somebody(world);
    return all;
  }
};
template <>
struct Generator<WithdrawSeatChange> {
  static WithdrawSeatChange draw(const World& world) { return {some_change(world)}; }
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
