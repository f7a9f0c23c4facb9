// A calendar that a device follows by an address (RFC 5545, with the names of RFC 7986).
#pragma once

#include "notify/calendar/event.hpp"

#include <vector>

namespace ccop::notify {

/// The whole calendar. The same events give the same bytes: nothing in it comes from a clock.
[[nodiscard]] std::string calendar_feed(std::string_view name, const std::vector<CalendarEvent>& events);

}  // namespace ccop::notify
