// Whether a content that has a form has it: what pages show as a profile or a motion must be one, whoever sends it and
// however.
#pragma once

#include "community/hub.hpp"
#include "store/vault.hpp"

#include <optional>
#include <vector>

namespace ccop::host {

/// Why these contents may not come with the command. One that is missing is another refusal's business.
[[nodiscard]] std::optional<community::Refusal> objection_to_forms(const community::Command& command,
                                                                   const std::vector<store::Content>& contents);

}  // namespace ccop::host
