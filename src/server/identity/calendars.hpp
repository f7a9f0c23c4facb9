// Addresses by which one's devices follow one's calendar.
#pragma once

#include "server/kernel/route.hpp"

namespace ccop::server {

[[nodiscard]] Routes own_calendar_routes();

}  // namespace ccop::server
