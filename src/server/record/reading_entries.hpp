// The entries of the record as one reader may read them (clause 5.5): what is sealed for them is its leaf's hash alone.
#pragma once

#include "server/kernel/served.hpp"

#include <functional>

namespace ccop::server {

using EachEntry = std::function<void(std::string_view bytes, bool is_sealed)>;

/// Calls `each` with so many entries, in their order. True when the reader may read all of them.
bool read_entries_for(const Call& call, std::uint64_t first, std::uint64_t count, const EachEntry& each);

}  // namespace ccop::server
