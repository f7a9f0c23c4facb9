// What stands in the place of an entry for whoever may not read it: the hash of its leaf, so that the tree can be
// computed all the same (docs/record.md, "Sealed acts").
#pragma once

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ccop::host {

/// Canonical JSON: `{"sealed":"<base64url>"}`, with the RFC 6962 leaf hash of these bytes.
[[nodiscard]] std::string sealed_leaf(std::string_view entry);
/// The hash that stands there; empty for an entry that can be read.
[[nodiscard]] std::optional<Hash> read_sealed_leaf(std::string_view bytes);

}  // namespace ccop::host
