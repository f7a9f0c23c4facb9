// What awaits the committee of what strangers ask at the door.
#pragma once

#include "server/kernel/task.hpp"

namespace ccop::server {

/// Recoveries that were asked for and that nobody vouched for yet.
void add_recoveries(const Reading& here, std::vector<DeskTask>& tasks);

/// When somebody at the door last said to be the reader, and to have lost all passkeys.
[[nodiscard]] std::optional<Time> recovery_asked_for(const Reading& here);

}  // namespace ccop::server
