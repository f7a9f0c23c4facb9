// What awaits the committee of what strangers ask at the door.
#pragma once

#include "server/kernel/task.hpp"

namespace ccop::server {

/// Recoveries that were asked for and that nobody vouched for yet.
void add_recoveries(const Reading& here, std::vector<DeskTask>& tasks);

}  // namespace ccop::server
