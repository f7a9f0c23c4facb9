// Descriptors of files, which connections use up: as many as the system allows, and some kept for what is not a
// connection, so that the record can be written when too many call.
#pragma once

#include <cstddef>

namespace ccop::server {

/// Raises this process's limit as far as it may. How many connections fit beneath it.
[[nodiscard]] std::size_t descriptors_for_connections();

}  // namespace ccop::server
