// What the host asks for, at random.
#pragma once

#include "community/generators/generator.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"

namespace ccop::community::testing {

template <>
struct Generator<Found> {
  static Found draw(const World& world) {
    return world.story.founding(chance(50) ? charter_text("tests/charters/harbour.toml") : "no charter");
  }
};
template <>
struct Generator<SettleDue> {
  static SettleDue draw(const World& world) { return {world.time()}; }
};
template <>
struct Generator<ChangeLogKey> {
  static ChangeLogKey draw(const World& world) {
    const Record& all = record(world.now());
    const std::string next = "key " + std::to_string(below(4));
    return {{chance(80) ? signing_key(all) : "key", next, record_size(world.now()) + (chance(80) ? 0 : 1)}, {}};
  }
};
template <>
struct Generator<EraseContent> {
  static EraseContent draw(const World&) {
    EraseContent asked;
    for (std::uint32_t left = below(3); left > 0; --left) asked.contents.emplace_back(some_words());
    return asked;
  }
};

}  // namespace ccop::community::testing
