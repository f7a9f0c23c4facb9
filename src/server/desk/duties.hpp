// What is owed, as its reader may see it.
#pragma once

#include "community/kernel/duty.hpp"
#include "server/kernel/route.hpp"
#include "server/kernel/task.hpp"

namespace ccop::server {

/// All duties, for the Management Committee; for a seat its own, and those of all.
[[nodiscard]] Route duties_route();

/// What a duty is about, by the chapter that tells it.
[[nodiscard]] TaskSubject subject_of_duty(const Reading& here, const community::Duty& duty);

}  // namespace ccop::server
