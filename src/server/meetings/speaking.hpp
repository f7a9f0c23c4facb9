// Asking for the floor of a session, and giving it.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes speaking_routes();

}  // namespace ccop::server
