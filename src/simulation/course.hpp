// The course of a simulated community: its founding, then year after year.
#pragma once

#include "simulation/world.hpp"

namespace ccop::simulation {

void found(World& world);
/// The first year is 0.
void live_a_year(World& world, unsigned year);

}  // namespace ccop::simulation
