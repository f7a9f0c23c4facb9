// Which member of what was sent a refusal is about, so that a form shows it there.
#pragma once

#include "server/kernel/problem.hpp"

#include <optional>

namespace ccop::server {

/// The JSON name of the member; nothing where the refusal is about the whole, or about several members together.
[[nodiscard]] std::optional<std::string> field_of(const Problem& problem);

}  // namespace ccop::server
