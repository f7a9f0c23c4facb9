// The demonstration: a community in the middle of things, and doors into it.
#pragma once

#include "simulation/world.hpp"

namespace ccop::simulation {

/// The finished year, in which two rounds are held.
void live_the_year_before(World& world);

/// Brings the community to `today`: a symposium ahead, an executive session under way with a vote open, a silence
/// procedure running, a round about to open.
void set_the_stage(World& world, Time today);

/// Opens the door for one of each role, by links that replace the simulated passkeys.
[[nodiscard]] std::vector<DemoEntry> entrances(World& world);

}  // namespace ccop::simulation
