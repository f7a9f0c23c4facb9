// What stands in one person's calendar: the meetings and sessions that pages show them and that they may attend, and
// what they owe by a date.
#pragma once

#include "notify/calendar/event.hpp"
#include "server/kernel/reading.hpp"

namespace ccop::server {

/// An event whose texts are still to be looked up, once the state was let go.
struct CalendarEntry {
  notify::CalendarEvent event;
  Words title;  ///< of a meeting, or of what a duty is about
  std::optional<Words> session{};
  std::optional<Words> place{};
  std::string_view duty{};  ///< its kind, where it is one
  std::optional<std::uint32_t> position{};

  void fill(Texts& texts);
};

/// The whole calendar of a reader, as its address gives it and before its texts.
struct CalendarView {
  std::string name;  ///< of the community, short
  std::vector<CalendarEntry> entries;

  void fill(Texts& texts);
};

/// What was cancelled or taken out of a programme stays for thirty days, as cancelled. Nothing of what the reader may
/// not attend is there at all, and never a link.
[[nodiscard]] CalendarView calendar_view(const Reading& here);

/// As it is written; with nothing but the community's name where its owner wants it so.
[[nodiscard]] std::vector<notify::CalendarEvent> events_of(const CalendarView& view, CalendarScope scope);

}  // namespace ccop::server
