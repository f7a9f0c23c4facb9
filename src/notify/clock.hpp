// Instants in people's own time, from the machine's table of time zones. The record knows none (docs/adr/0003): all of
// this is for what leaves the page.
#pragma once

#include "base/time.hpp"

#include <string>
#include <string_view>

namespace ccop::notify {

/// Whether the table knows a zone of this name, e.g. "Africa/Nairobi".
[[nodiscard]] bool is_zone(std::string_view zone);

/// The date that the clocks of that zone show; those of UTC where the table knows no such zone.
[[nodiscard]] std::chrono::sys_days day_in(const std::string& zone, Time at);

/// A deadline in words that are the same everywhere: "30 June 2027, 24:00, Geneva (Europe/Zurich); 18:00 for
/// you", where `zone` is the
/// community's and `own` the reader's. The reader's date is said where it is another. A time that ends no day is said
/// as "3 May 2027, 14:30, Geneva (Europe/Zurich)".
[[nodiscard]] std::string in_words(Time at, const std::string& zone, const std::string& own);

/// The date alone, of the day that goes on until then: "30 June 2027".
[[nodiscard]] std::string day_in_words(Time until, const std::string& zone);

/// The next time after `after` when the clocks of that zone show the full hour, on that day of the week where one is
/// given (1 is Monday, as in ISO 8601; 0: any). An hour that the clocks skip is taken when they skip it; one that comes
/// twice, the first time.
[[nodiscard]] Time next_hour(Time after, unsigned hour, unsigned weekday, const std::string& zone);

}  // namespace ccop::notify
