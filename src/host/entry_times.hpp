// Finding entries by their time.
#pragma once

#include "base/time.hpp"
#include "store/store.hpp"

namespace ccop::host {

/// The first of the `size` first entries that is of this time or later; `size` where there is none. No entry is older
/// than the one before it, so that few are looked into.
[[nodiscard]] std::uint64_t first_entry_since(store::Store& store, std::uint64_t size, Time at);

}  // namespace ccop::host
