// What of a person ends where whoever runs the host erases them while nobody serves.
#pragma once

#include "community/kernel/ids.hpp"
#include "store/store.hpp"

namespace ccop::server {

/// Ends every sign-in, every token and every calendar of this person, in a community that no server serves.
void end_all_of(community::PersonId person, store::Store& store, Time now);

}  // namespace ccop::server
