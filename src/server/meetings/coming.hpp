// Whether one comes to a meeting: one's own word, for seats the numbers, and for the committee the names.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes coming_routes();

}  // namespace ccop::server
