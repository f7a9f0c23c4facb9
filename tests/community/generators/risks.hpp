// Random requests about the register of risks.
#pragma once

#include "community/generators/items.hpp"
#include "community/risks/commands.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline RiskId some_risk(const World& world) {
  return some(risks(world.now()).all);
}
[[nodiscard]] inline std::vector<ItemId> some_items(const World& world) {
  std::vector<ItemId> drawn;
  if (chance(30)) drawn.push_back(some_item(world));
  return drawn;
}
[[nodiscard]] inline Time some_review(const World& world) {
  return world.time() + days{below(400)} - hours{chance(5) ? 100 : 0};
}

template <>
struct Generator<ProposeRisk> {
  static ProposeRisk draw(const World& world) { return {some_words(), some_items(world)}; }
};
template <>
struct Generator<TakeUpRisk> {
  static TakeUpRisk draw(const World& world) {
    return {some_risk(world), some_organization(world), some_review(world)};
  }
};
template <>
struct Generator<DeclineRisk> {
  static DeclineRisk draw(const World& world) { return {some_risk(world), some_words()}; }
};
template <>
struct Generator<ReviseRisk> {
  static ReviseRisk draw(const World& world) { return {some_risk(world), some_words(), some_items(world)}; }
};
template <>
struct Generator<ReviewRisk> {
  static ReviewRisk draw(const World& world) { return {some_risk(world), some_words(), some_review(world)}; }
};
template <>
struct Generator<HandOverRisk> {
  static HandOverRisk draw(const World& world) { return {some_risk(world), some_organization(world)}; }
};
template <>
struct Generator<CloseRisk> {
  static CloseRisk draw(const World& world) { return {some_risk(world), some_words()}; }
};

}  // namespace ccop::community::testing
