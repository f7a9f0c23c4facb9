// What people are told of is what happens in other chapters; nothing happens in this one.
#pragma once

#include "community/kernel/held.hpp"
#include "community/kernel/list.hpp"

namespace ccop::community {

using NoticesActs = List<>;

}  // namespace ccop::community
