#include "notify/calendar/feed.hpp"

#include "notify/calendar/product.hpp"
#include "notify/calendar/writing.hpp"

namespace ccop::notify {

std::string calendar_feed(std::string_view name, const std::vector<CalendarEvent>& events) {
  CalendarLines lines;
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", calendar_product);
  lines.add("CALSCALE", "GREGORIAN");
  lines.add_text("NAME", name);
  lines.add_text("X-WR-CALNAME", name);  // by which programs of before RFC 7986 go
  lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
  lines.add("X-PUBLISHED-TTL", "PT1H");
  for (const CalendarEvent& event : events) {
    lines.add("BEGIN", "VEVENT");
    lines.add_event(event);
    lines.add("END", "VEVENT");
  }
  lines.add("END", "VCALENDAR");
  return lines.take();
}

}  // namespace ccop::notify
