// What the register of the simulated community asks its Members to rate.
#pragma once

#include "exposure/question_set.hpp"
#include "simulation/world.hpp"

#include <optional>

namespace ccop::simulation {

/// Of all risks that stand open; nothing where there is none.
[[nodiscard]] std::optional<exposure::QuestionSet> questions_on_risks(const World& world);

}  // namespace ccop::simulation
