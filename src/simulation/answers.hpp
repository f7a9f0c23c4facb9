// What simulated seats answer in a round: each has a maturity, which stays, and a quarter, which was good or bad.
#pragma once

#include "ballot/cast.hpp"
#include "community/kernel/ids.hpp"
#include "host/round_paper.hpp"

namespace ccop::simulation {

/// In the order of the paper's questions on the ballot. `mood` tells one asking of the seat from another.
[[nodiscard]] ballot::Choices answers_of(community::OrganizationId seat, std::uint32_t mood,
                                         const host::RoundPaper& paper);

}  // namespace ccop::simulation
