// Mail of a served community.
#pragma once

#include "server/kernel/task.hpp"

namespace ccop::server {

/// People who can't be written to, for the committee.
void add_undelivered(const Reading& here, std::vector<DeskTask>& tasks);

}  // namespace ccop::server
