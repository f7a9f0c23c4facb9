// What somebody's calendar answers to an invitation (iTIP, RFC 5546, section 3.2.3), read with libical. It comes from
// anybody: that it can be read says nothing of who wrote it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ccop::notify {

struct CalendarReply {
  std::string uid;            ///< of the event
  std::string organizer;      ///< an address in small letters, as the next
  std::string attendee;       ///< who answers, as they say
  std::int64_t sequence{};    ///< of the invitation that they answer
  std::optional<bool> comes;  ///< none: perhaps, not yet, or somebody else
};

/// None where it is no reply, of one person, to one event.
[[nodiscard]] std::optional<CalendarReply> calendar_reply(const std::string& text);

}  // namespace ccop::notify
