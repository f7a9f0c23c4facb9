// What libical, by which Evolution and KDE read, finds in our calendars. With CCOP_CALENDARS set, the same calendars
// are left in that folder beside what must be found there, for the parsers of others (peer_test.py, calendars.test.ts).
#include "random_calendar.hpp"

#include <gtest/gtest.h>
#include <libical/ical.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

namespace ccop::notify {
namespace {

using namespace testing;
using Json = nlohmann::json;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

std::string read_time(const icaltimetype& time) {
  EXPECT_TRUE(time.is_date != 0 || icaltime_is_utc(time) != 0) << "a time of no zone";
  std::array<char, 32> text{};
  if (time.is_date != 0)
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", time.year, time.month, time.day);
  else
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", time.year, time.month, time.day,
                  time.hour, time.minute, time.second);
  return text.data();
}

std::string text_or_empty(const char* text) {
  return text == nullptr ? "" : text;
}

Json read_event(icalcomponent* event) {
  icalproperty* const modified = icalcomponent_get_first_property(event, ICAL_LASTMODIFIED_PROPERTY);
  const std::string changed = read_time(icalproperty_get_lastmodified(modified));
  EXPECT_EQ(changed, read_time(icalcomponent_get_dtstamp(event)));
  return {{"uid", text_or_empty(icalcomponent_get_uid(event))},
          {"sequence", icalcomponent_get_sequence(event)},
          {"changed", changed},
          {"starts", read_time(icalcomponent_get_dtstart(event))},
          {"ends", read_time(icalcomponent_get_dtend(event))},
          {"summary", text_or_empty(icalcomponent_get_summary(event))},
          {"place", text_or_empty(icalcomponent_get_location(event))},
          {"cancelled", icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED}};
}

std::string parameter(icalproperty* property, const char* name) {
  char* const text = icalproperty_get_parameter_as_string_r(property, name);
  std::string found = text_or_empty(text);
  icalmemory_free_buffer(text);
  return found;
}

void read_people(icalcomponent* event, Json& read) {
  icalproperty* const organizer = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
  read["organizer"] = {{"name", parameter(organizer, "CN")}, {"address", icalproperty_get_organizer(organizer)}};
  icalproperty* const attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
  read["attendee"] = {{"name", parameter(attendee, "CN")},
                      {"address", icalproperty_get_attendee(attendee)},
                      {"part", parameter(attendee, "PARTSTAT")},
                      {"rsvp", parameter(attendee, "RSVP")}};
}

Json read_by_libical(const std::string& text) {
  const std::unique_ptr<icalcomponent, Free> calendar{icalparser_parse_string(text.c_str())};
  if (!calendar) return "no calendar";
  EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
  EXPECT_NE(icalrestriction_check(calendar.get()), 0) << text;
  Json read{{"events", Json::array()}};
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  if (icalproperty* const method = icalcomponent_get_first_property(calendar.get(), ICAL_METHOD_PROPERTY)) {
    read["method"] = icalenum_method_to_string(icalproperty_get_method(method));
    read_people(event, read);
  }
  if (icalproperty* const name = icalcomponent_get_first_property(calendar.get(), ICAL_NAME_PROPERTY))
    read["name"] = text_or_empty(icalproperty_get_name(name));
  for (; event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT))
    read["events"].push_back(read_event(event));
  return read;
}

void leave_for_others(const SomeCalendar& calendar) {
  const char* const folder = std::getenv("CCOP_CALENDARS");
  if (folder == nullptr) return;
  static int number = 0;
  const auto file = std::filesystem::path{folder} / std::to_string(number++);
  std::ofstream{file.string() + ".ics", std::ios::binary} << calendar.text;
  std::ofstream{file.string() + ".json"} << calendar.read;
}

RC_GTEST_PROP(OurCalendars, AreReadByLibicalAsTheyWereMeant, ()) {
  const SomeCalendar calendar = some_feed();
  leave_for_others(calendar);
  RC_ASSERT(read_by_libical(calendar.text) == calendar.read);
}

RC_GTEST_PROP(OurCalendars, AreReadByLibicalAsInvitations, ()) {
  const SomeCalendar calendar = some_invitation();
  leave_for_others(calendar);
  RC_ASSERT(read_by_libical(calendar.text) == calendar.read);
}

}  // namespace
}  // namespace ccop::notify
