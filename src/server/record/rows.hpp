// The record a page at a time, the latest first, and what is searched for in it.
#pragma once

#include "server/record/views.hpp"

namespace ccop::server {

/// Fifty rows before the entry that the query names. `acts`, names with commas between them, and `text`, which stands
/// in a name, ask for those rows alone in which one of them is; then there may be fewer, and `first` tells how far was
/// looked.
[[nodiscard]] RecordPage record_page(const Call& call);

}  // namespace ccop::server
