// Lines of iCalendar 2.0 (RFC 5545): folded, and with whatever people wrote escaped.
#pragma once

#include "notify/calendar/event.hpp"

namespace ccop::notify {

/// Puts lines together. What comes as a text may hold anything: it can't end its line, nor begin another.
class CalendarLines {
 public:
  /// A line whose value the program made itself: a time, a number, a word of the standard.
  void add(std::string_view name, std::string_view value);
  /// A line with a text of somebody's (section 3.3.11).
  void add_text(std::string_view name, std::string_view text);
  /// The lines of an event but its first, its last and those of its people (section 3.6.1).
  void add_event(const CalendarEvent& event);
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// A value of a parameter, between quotation marks; marks within become apostrophes, for nothing can stand for them
/// there (section 3.2).
[[nodiscard]] std::string quoted_parameter(std::string_view text);

}  // namespace ccop::notify
