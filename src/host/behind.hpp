// Whether this host's record is an older one that was put back. The host itself can't tell from what lies on its disk;
// whoever saw more can: they hold a head that the host signed and does not have.
#pragma once

#include "host/live_community.hpp"

namespace ccop::host {

/// A note that is longer than this is no checkpoint of ours.
inline constexpr std::size_t longest_note = 8192;

/// The size of a tree that this log's own key signed and that is not one of this record: larger than it, or another of
/// its size. Empty for everything else: what nobody, or somebody else, signed proves nothing, nor does a head that the
/// host's record continues, nor one within a loss that was accepted.
[[nodiscard]] std::optional<std::uint64_t> lost_size(const LiveCommunity& live, std::string_view note);

}  // namespace ccop::host
