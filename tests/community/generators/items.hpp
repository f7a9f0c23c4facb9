// Random requests about milestones and action items.
#pragma once

#include "community/generators/groups.hpp"
#include "community/items/commands.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline ItemId some_item(const World& world) {
  return some(items(world.now()).all);
}
[[nodiscard]] inline std::optional<Time> some_due(const World& world) {
  if (chance(30)) return std::nullopt;
  return world.time() + days{below(60)} - hours{chance(5) ? 100 : 0};
}
[[nodiscard]] inline ItemAsked some_asked_item(const World& world) {
  return {static_cast<ItemKind>(below(2)), some_organization(world),
          chance(80) ? std::optional{some_group(world)} : std::nullopt,
          chance(10) ? std::optional{some(decisions(world.now()).registered)} : std::nullopt, some_due(world)};
}

template <>
struct Generator<AddItems> {
  static AddItems draw(const World& world) {
    AddItems drawn;
    for (std::uint32_t i = 0; i <= below(3); ++i) {
      drawn.texts.emplace_back(some_words());
      drawn.items.push_back(some_asked_item(world));
    }
    if (chance(5)) drawn.texts.emplace_back(some_words());
    return drawn;
  }
};
template <>
struct Generator<ChangeItem> {
  static ChangeItem draw(const World& world) { return {some_item(world), some_words(), some_due(world)}; }
};
template <>
struct Generator<HandOverItem> {
  static HandOverItem draw(const World& world) { return {some_item(world), some_organization(world)}; }
};
template <>
struct Generator<StartItem> {
  static StartItem draw(const World& world) { return {some_item(world)}; }
};
template <>
struct Generator<BlockItem> {
  static BlockItem draw(const World& world) {
    std::vector<ItemId> others;
    if (chance(50)) others.push_back(some_item(world));
    return {some_item(world), others, some_words()};
  }
};
template <>
struct Generator<FinishItem> {
  static FinishItem draw(const World& world) { return {some_item(world), some_words()}; }
};
template <>
struct Generator<DropItem> {
  static DropItem draw(const World& world) { return {some_item(world), some_words()}; }
};

}  // namespace ccop::community::testing
