// Nothing is asked of what people are told: it follows from what others asked for.
#pragma once

#include "community/kernel/command.hpp"

namespace ccop::community {

using NoticesCommands = List<>;

}  // namespace ccop::community
