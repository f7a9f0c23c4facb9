// What a calendar holds, before it is written: instants of UTC and whole days. No zone and no rule of repetition
// stands in it, so a device's own data about zones can't shift anything.
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ccop::notify {

/// From one instant to another; a deadline has no end.
struct Moments {
  Time starts;
  std::optional<Time> ends;
};

/// Whole days, of whatever zone the reader is in.
struct WholeDays {
  std::chrono::sys_days first;
  std::chrono::sys_days last;  ///< included
};

/// A meeting, a session or a deadline, as the record has it by now.
struct CalendarEvent {
  std::string uid;           ///< `calendar_uid`
  std::uint32_t sequence{};  ///< how often the record changed it
  Time changed{};            ///< when it did so last
  std::variant<Moments, WholeDays> when;
  std::string summary;
  std::string place;
  std::string description{};
  bool is_cancelled{};
  bool is_busy{};  ///< takes the time of whoever attends, and is no mere mark on the day
};

/// The name of an event, which stays when everything else of it changes: a UUID of version 8 (RFC 9562, section 5.8) of
/// the SHA-256 over a label, the log's first key, a kind and what tells it from others of its kind. It says nothing.
[[nodiscard]] std::string calendar_uid(std::string_view log_key, std::string_view kind, std::string_view id);

}  // namespace ccop::notify
