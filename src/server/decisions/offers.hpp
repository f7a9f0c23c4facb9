// What a reader may do about motions.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

/// Outside of any session.
[[nodiscard]] May offers_on_motions(const Reading& here);
[[nodiscard]] May offers_on_motion(const Reading& here, community::MotionId id);

}  // namespace ccop::server
