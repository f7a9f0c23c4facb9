// A mail as it is sent: the community's own sender, a text that every program shows and the same as a page, and nothing
// that is fetched from elsewhere.
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>

namespace ccop::notify {

/// A part that calendars read (RFC 6047, section 2.4).
struct CalendarPart {
  std::string method;  ///< as the text has it: REQUEST, CANCEL
  std::string text;
};

struct Message {
  std::string sender_name;  ///< in ASCII: the community's
  std::string sender;       ///< its address
  std::string to;
  std::string subject;
  std::string text;
  std::string html;
  std::string id;  ///< without the angle brackets
  Time at;
  std::string list;         ///< its List-Id (RFC 2919), without the angle brackets
  std::string unsubscribe;  ///< an address that takes a POST (RFC 8058); empty for what can't be ended
  std::optional<CalendarPart> calendar{};
  std::string reply_to{};  ///< where answers go; empty: to the sender
};

/// As it goes over the wire (RFC 5322): lines end with CRLF, all is ASCII, and no header holds a line's end, whatever
/// it is made of. Alternatives stand in the order text, HTML, calendar, the richest last (RFC 2046, section 5.1.4).
[[nodiscard]] std::string written(const Message& message);

/// The address in a profile (`ProfileText`), where it has one that mail can be sent to: `local@domain` in printable
/// ASCII of up to 254 characters, without quotes and comments (RFC 5321, section 4.1.2).
[[nodiscard]] std::optional<std::string> address_in(const std::string& profile);
[[nodiscard]] bool is_address(std::string_view text);

}  // namespace ccop::notify
