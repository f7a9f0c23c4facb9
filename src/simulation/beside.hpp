// What the demonstration's members say beside the record: whether they come, and what they made at home of what the
// community recommends.
#pragma once

#include "host/live_community.hpp"

namespace ccop::simulation {

/// As of `today`, each by the same rules as everybody; some say nothing. Throws StoreError.
void say_beside_the_record(const host::LiveCommunity& live, Time today);

}  // namespace ccop::simulation
