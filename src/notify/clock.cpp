#include "notify/clock.hpp"

#include "notify/words.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace ccop::notify {
namespace {

using std::chrono::milliseconds;
using LocalTime = date::local_time<milliseconds>;

constexpr Time::duration one_day = days{1};

std::string time_of_day(milliseconds since_midnight) {
  return date::format("%H:%M", date::local_time<std::chrono::minutes>{floor<minutes>(since_midnight)});
}

std::string date_of(LocalTime local) {
  const date::year_month_day day{date::floor<date::days>(local)};
  return std::to_string(static_cast<unsigned>(day.day())) + " " + date::format("%B %Y", day);
}

/// The first instant of the day after the one that a time is in: where the clocks change at midnight, when they do.
Time end_of_day(const date::time_zone& zone, LocalTime local) {
  const auto next = date::floor<date::days>(local) + date::days{1};
  return zone.to_sys(next, date::choose::earliest);
}

/// As people call where a zone's clocks stand: its own words, else the last of its names.
std::string city_of(const std::string& zone) {
  if (has_words("time.city." + zone)) return words("time.city." + zone);
  std::string city = zone.substr(zone.rfind('/') + 1);
  for (char& c : city)
    if (c == '_') c = ' ';
  return city;
}

struct Said {
  std::string date;
  std::string time;
  bool operator==(const Said&) const = default;
};

/// The end of a day is its 24:00, and no other day's 00:00.
Said said_in(Time at, const std::string& zone) {
  const date::time_zone& clocks = *date::locate_zone(zone);
  const LocalTime before = clocks.to_local(at - milliseconds{1});
  if (end_of_day(clocks, before) == at) return {date_of(before), "24:00"};
  const LocalTime local = clocks.to_local(at);
  return {date_of(local), time_of_day(local - date::floor<date::days>(local))};
}

}  // namespace

bool is_zone(std::string_view zone) {
  try {
    return date::locate_zone(zone) != nullptr;
  } catch (const std::runtime_error&) {  // how the library says that there is none
    return false;
  }
}

std::chrono::sys_days day_in(const std::string& zone, Time at) {
  if (!is_zone(zone)) return std::chrono::floor<days>(at);
  const auto there = date::floor<date::days>(date::locate_zone(zone)->to_local(at));
  return std::chrono::sys_days{days{there.time_since_epoch().count()}};
}

std::string in_words(Time at, const std::string& zone, const std::string& own) {
  const Said there = said_in(at, zone);
  const Said here = said_in(at, own);
  std::string said =
      words("time.at", {{"day", there.date}, {"time", there.time}, {"city", city_of(zone)}, {"zone", zone}});
  if (here == there) return said;
  const bool is_that_day = here.date == there.date;
  return words("time.own", {{"there", said}, {"here", is_that_day ? here.time : here.date + ", " + here.time}});
}

std::string day_in_words(Time until, const std::string& zone) {
  return date_of(date::locate_zone(zone)->to_local(until - milliseconds{1}));
}

Time next_hour(Time after, unsigned hour, unsigned weekday, const std::string& zone) {
  const date::time_zone& clocks = *date::locate_zone(zone);
  auto day = date::floor<date::days>(clocks.to_local(after));
  for (int tried = 0; tried < 9; ++tried, day += date::days{1}) {
    if (weekday != 0 && date::weekday{day}.iso_encoding() != weekday) continue;
    const Time at = floor<milliseconds>(clocks.to_sys(day + hours{hour}, date::choose::earliest));
    if (at > after) return at;
  }
  return after + 7 * one_day;  // unreachable: each weekday comes within eight days
}

}  // namespace ccop::notify
