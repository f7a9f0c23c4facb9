// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// A milestone is a group's; an action is what somebody was asked to do.
enum class ItemKind { milestone, action };
BOOST_DESCRIBE_ENUM(ItemKind, milestone, action)

}  // namespace ccop::community
