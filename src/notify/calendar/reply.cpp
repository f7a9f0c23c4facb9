// Read with libical (MPL), which knows what programs write that is not quite as it should be.
#include "notify/calendar/reply.hpp"

#include "base/text.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>

namespace ccop::notify {
namespace {

/// Its own programs write a page or two; with that, nothing lies so deep in it that libical, which calls itself for
/// what lies within, runs out of stack.
constexpr std::size_t longest_reply = std::size_t{64} * 1024;

/// What stands for one octet each in an address (RFC 6068).
std::string octets_of(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char octet{};
    const char* const end = text.data() + std::min(text.size(), i + 3);
    if (text[i] == '%' && i + 2 < text.size() && std::from_chars(text.data() + i + 1, end, octet, 16).ptr == end) {
      out += static_cast<char>(octet);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string address_in_calendar(const char* value) {
  constexpr std::string_view scheme = "mailto:";
  std::string address = in_small_letters(octets_of(value == nullptr ? "" : value));
  if (address.starts_with(scheme)) address.erase(0, scheme.size());
  return address;
}

std::optional<bool> comes_by(icalproperty* attendee) {
  icalparameter* const part = icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
  if (part == nullptr) return std::nullopt;
  if (icalparameter_get_partstat(part) == ICAL_PARTSTAT_ACCEPTED) return true;
  if (icalparameter_get_partstat(part) == ICAL_PARTSTAT_DECLINED) return false;
  return std::nullopt;
}

/// By itself libical may end the program where a calendar is malformed, as its builder chose.
void report_errors_only() {
  static const bool is_set = (icalerror_set_errors_are_fatal(0), true);
  static_cast<void>(is_set);
}

}  // namespace

std::optional<CalendarReply> calendar_reply(const std::string& text) {
  if (text.size() > longest_reply) return std::nullopt;
  report_errors_only();
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar{icalparser_parse_string(text.c_str()),
                                                                               &icalcomponent_free};
  if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) return std::nullopt;
  if (icalcomponent_get_method(calendar.get()) != ICAL_METHOD_REPLY) return std::nullopt;
  if (icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) != 1) return std::nullopt;
  icalcomponent* const event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  if (icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY) != 1) return std::nullopt;
  const char* const uid = icalcomponent_get_uid(event);
  if (uid == nullptr) return std::nullopt;
  icalproperty* const organizer = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
  icalproperty* const attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
  return CalendarReply{uid, address_in_calendar(organizer == nullptr ? nullptr : icalproperty_get_organizer(organizer)),
                       address_in_calendar(icalproperty_get_attendee(attendee)), icalcomponent_get_sequence(event),
                       comes_by(attendee)};
}

}  // namespace ccop::notify
