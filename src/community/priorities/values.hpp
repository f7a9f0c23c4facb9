// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

enum class Stance { in, out };
BOOST_DESCRIBE_ENUM(Stance, in, out)

}  // namespace ccop::community
