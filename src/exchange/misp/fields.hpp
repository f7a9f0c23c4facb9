// Reads MISP's JSON, in which numbers, flags and times are texts or not, as the program that wrote it liked.
#pragma once

#include "exchange/compose.hpp"

namespace ccop::exchange::misp {

/// A field's text, or what else stands there as JSON; empty where nothing does.
[[nodiscard]] std::string text_of(const Json& json, const char* name);
[[nodiscard]] bool says_yes(const Json& json, const char* name);
/// Seconds since 1970, as texts or as numbers; empty for a time later than STIX can say.
[[nodiscard]] std::optional<Microseconds> seconds_in(const Json& json, const char* name);
/// `2020-10-25T16:22:00.5+02:00`: a time in any zone, none being UTC.
[[nodiscard]] std::optional<Microseconds> time_of(std::string_view text);

}  // namespace ccop::exchange::misp
