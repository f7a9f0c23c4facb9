// Which item of its agenda a session is at: who is told, and who says it.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes floor_routes();

}  // namespace ccop::server
