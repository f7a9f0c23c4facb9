// What a reader may do about the bodies.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

[[nodiscard]] May offers_on_bodies(const Reading& here);

}  // namespace ccop::server
