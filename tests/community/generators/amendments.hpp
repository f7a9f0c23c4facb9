// Random amendments.
#pragma once

#include "community/amendments/commands.hpp"
#include "community/generators/generator.hpp"
#include "community/meetings/state.hpp"
#include "community/record/state.hpp"

namespace ccop::community::testing {

template <>
struct Generator<ProposeAmendment> {
  static ProposeAmendment draw(const World& world) {
    // The charter that is in force already: the invariants are those of one charter.
    return {some(meetings(world.now()).sessions), some_words(), chance(90) ? record(world.now()).charter : "no charter",
            world.time() + days{below(10)}, chance(30)};
  }
};

}  // namespace ccop::community::testing
