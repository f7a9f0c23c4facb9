// How the text of a silence procedure comes to the simulated seats: some read it, to some a mail arrives, and the rest
// hear of it from the Secretary.
#pragma once

#include "simulation/world.hpp"

namespace ccop::simulation {

/// Has it come to every seat that the motion asks, but for the last `left_out` of them.
void deliver(World& world, community::MotionId motion, std::size_t left_out = 0);
/// Has those of `people` who happen to look at the page today say that they read it.
void some_see(World& world, community::MotionId motion, std::span<const community::PersonId> people);

}  // namespace ccop::simulation
