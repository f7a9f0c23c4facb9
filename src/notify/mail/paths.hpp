// Where on the page something is dealt with.
#pragma once

#include "community/kernel/task.hpp"

#include <string>

namespace ccop::notify {

/// Below the community's own path; numbers alone, which tell nothing to whoever may not read what they stand for.
[[nodiscard]] std::string path_of(const community::Task& task);

}  // namespace ccop::notify
