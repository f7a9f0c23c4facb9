#include "notify/calendar/invitation.hpp"

#include "base/bytes.hpp"
#include "notify/calendar/product.hpp"
#include "notify/calendar/writing.hpp"

#include <array>

namespace ccop::notify {
namespace {

/// mailto: of RFC 6068; whatever is no plain character of an address is written as its octets.
std::string address_of(std::string_view email) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-_+~!$'*=";
  std::string out = "mailto:";
  for (const char c : email) {
    if (plain.find(c) != std::string_view::npos)
      out += c;
    else
      out += "%" + to_hex(std::array{static_cast<std::uint8_t>(c)});
  }
  return out;
}

std::string_view part_of(std::optional<community::Coming> said) {
  if (!said) return "NEEDS-ACTION";
  return *said == community::Coming::no ? "DECLINED" : "ACCEPTED";
}

}  // namespace

std::string_view word_of(InvitationMethod method) {
  return method == InvitationMethod::cancel ? "CANCEL" : "REQUEST";
}

std::string invitation_text(InvitationMethod method, CalendarEvent event, const CalendarParty& organizer,
                            const CalendarParty& invited, std::optional<community::Coming> said) {
  event.is_cancelled = method == InvitationMethod::cancel;
  CalendarLines lines;
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", calendar_product);
  lines.add("METHOD", word_of(method));
  lines.add("BEGIN", "VEVENT");
  lines.add_event(event);
  lines.add("ORGANIZER;CN=" + quoted_parameter(organizer.name), address_of(organizer.email));
  lines.add("ATTENDEE;CN=" + quoted_parameter(invited.name) +
                ";ROLE=REQ-PARTICIPANT;PARTSTAT=" + std::string{part_of(said)} +
                ";RSVP=" + (organizer.reads_answers && !event.is_cancelled ? "TRUE" : "FALSE"),
            address_of(invited.email));
  lines.add("END", "VEVENT");
  lines.add("END", "VCALENDAR");
  return lines.take();
}

}  // namespace ccop::notify
