// Instants as STIX and TAXII write them: RFC 3339 in UTC, with as many digits of a second as one likes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ccop::exchange {

/// Microseconds since 1970-01-01T00:00:00Z; digits beyond them are cut off. Instants before it are negative.
using Microseconds = std::int64_t;

/// Reads `YYYY-MM-DDThh:mm:ss[.fraction]Z` (STIX 2.1, section 2.15); empty for anything else, e.g. the 30th of
/// February.
[[nodiscard]] std::optional<Microseconds> parse_timestamp(std::string_view text);

/// With milliseconds, or with microseconds where `time` has them or `precise` asks for them.
[[nodiscard]] std::string to_timestamp(Microseconds time, bool precise = false);

[[nodiscard]] Microseconds microseconds_now();

}  // namespace ccop::exchange
