// What a reader may do about elections.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

[[nodiscard]] May offers_on_elections(const Reading& here);
[[nodiscard]] May offers_on_election(const Reading& here, community::ElectionId id);

}  // namespace ccop::server
