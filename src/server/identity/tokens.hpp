// Tokens for one's machines.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes token_routes();

}  // namespace ccop::server
