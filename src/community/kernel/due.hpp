// What time alone brings about, in all chapters.
#pragma once

#include "community/kernel/part.hpp"
#include "community/kernel/ruling.hpp"

namespace ccop::community {

/// The acts of the first deadline that has passed and is not settled; empty when there is none. One thing at a time, so
/// that each is decided under the state that the one before left.
[[nodiscard]] std::vector<Act> due(const Community& now, Time at);

}  // namespace ccop::community
