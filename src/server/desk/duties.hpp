// What is owed, as its reader may see it.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

/// All duties, for the Management Committee; for a seat its own, and those of all.
[[nodiscard]] Route duties_route();

}  // namespace ccop::server
