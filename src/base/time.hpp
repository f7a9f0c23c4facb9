// Instants as values. The domain never reads a clock: it is handed a Time, in UTC, to the millisecond.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ccop {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// RFC 3339 in UTC with milliseconds, e.g. 2026-03-01T09:30:00.000Z: the one form that acts use.
[[nodiscard]] std::string to_rfc3339(Time time);

/// Reads exactly the form that `to_rfc3339` writes; empty for any other text, and for years before 1970 or after 9999.
[[nodiscard]] std::optional<Time> from_rfc3339(std::string_view text);

/// The same day and time of day `count` months later, or the month's last day where that month is shorter.
[[nodiscard]] Time months_after(Time time, int count);

/// Reads the machine's clock. Only hosts and programs call this, never the domain.
[[nodiscard]] Time clock_now();

}  // namespace ccop
