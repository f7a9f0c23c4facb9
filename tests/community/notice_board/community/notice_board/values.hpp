// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "community/kernel/ids.hpp"

namespace ccop::community {

using NoticeId = Id<struct NoticeTag>;

}  // namespace ccop::community
