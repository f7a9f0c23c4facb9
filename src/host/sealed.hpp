// What stands in the place of an entry for whoever may not read it: the hash of its leaf, so that the tree can be
// computed all the same (docs/record.md, "Sealed acts").
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ccop::host {

/// Canonical JSON: `{"sealed":"<base64url>"}`, with the RFC 6962 leaf hash of these bytes.
[[nodiscard]] std::string sealed_leaf(std::string_view entry);
/// The hash that stands there; empty for an entry that can be read.
[[nodiscard]] std::optional<Hash> read_sealed_leaf(std::string_view bytes);

class LiveCommunity;
using EachEntry = std::function<void(std::string_view bytes, bool is_sealed)>;
/// Calls `each` with so many entries of the record, in their order, as this person may read them at that time: what is
/// sealed for them is the leaf alone (clause 5.5). True when they may read all of them.
bool read_entries_for(const LiveCommunity& live, community::PersonId reader, Time at, std::uint64_t first,
                      std::uint64_t count, const EachEntry& each);

}  // namespace ccop::host
