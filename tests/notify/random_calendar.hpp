// Random events, in words of several scripts and with whatever a person might paste, and what a program that reads
// their calendar must find there.
#pragma once

#include "notify/calendar/feed.hpp"
#include "notify/calendar/invitation.hpp"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <array>

namespace ccop::notify::testing {

/// A text, and how it is read again: lines end in one way, and what no text may hold is gone.
struct SomeText {
  std::string written;
  std::string read;
};

inline SomeText some_text(std::size_t most_pieces) {
  // A backslash is followed by a space: python-icalendar takes two of them and an n for one and the end of a line.
  static const std::vector<std::pair<std::string, std::string>> pieces{
      {"Symposium", "Symposium"},
      {"الندوة السنوية", "الندوة السنوية"},
      {"网络安全", "网络安全"},
      {"Ежегодный симпозиум", "Ежегодный симпозиум"},
      {"séance", "séance"},
      {"sesión ñ", "sesión ñ"},
      {"𝕊 👩‍💻 🇺🇳", "𝕊 👩‍💻 🇺🇳"},
      {" ", " "},
      {", ", ", "},
      {"; ", "; "},
      {": ", ": "},
      {"\\ ", "\\ "},
      {"\"", "\""},
      {"\n", "\n"},
      {"\r\n", "\n"},
      {"\x01", ""},
      {"\x7F", ""},
      {"END:VEVENT", "END:VEVENT"},
      {"\nBEGIN:VEVENT", "\nBEGIN:VEVENT"}};
  SomeText text;
  const int count = *rc::gen::inRange(1, static_cast<int>(most_pieces) + 1);
  for (int i = 0; i < count; ++i) {
    const auto& [written, read] = *rc::gen::elementOf(pieces);
    text.written += written;
    text.read += read;
  }
  // Programs differ in whether they keep blanks around a text.
  for (std::string* one : {&text.written, &text.read}) *one = "«" + *one + "»";
  return text;
}

inline Time some_time() {
  return Time{std::chrono::seconds{*rc::gen::inRange<std::int64_t>(1'600'000'000, 2'600'000'000)}};
}

/// An event, and what is to be read of it.
struct SomeEvent {
  CalendarEvent event;
  nlohmann::json read;
};

/// Without the milliseconds that the record has.
inline std::string second_of(Time time) {
  return to_rfc3339(time).substr(0, 19) + "Z";
}
inline std::string day_of(std::chrono::sys_days day) {
  return to_rfc3339(day).substr(0, 10);
}

inline SomeEvent some_event(int number) {
  SomeEvent some;
  CalendarEvent& event = some.event;
  event.uid = calendar_uid("key", "test", std::to_string(number));
  event.sequence = *rc::gen::inRange<std::uint32_t>(0, 1000);
  event.changed = some_time();
  const SomeText summary = some_text(30);
  const SomeText place = some_text(8);
  event.summary = summary.written;
  event.place = place.written;
  event.is_cancelled = *rc::gen::arbitrary<bool>();
  some.read = {{"uid", event.uid},        {"sequence", event.sequence}, {"changed", second_of(event.changed)},
               {"summary", summary.read}, {"place", place.read},        {"cancelled", event.is_cancelled}};
  if (*rc::gen::arbitrary<bool>()) {
    const auto first = std::chrono::floor<days>(some_time());
    const auto last = first + days{*rc::gen::inRange(0, 9)};
    event.when = WholeDays{first, last};
    some.read.update({{"starts", day_of(first)}, {"ends", day_of(last + days{1})}});
  } else {
    const Time starts = some_time();
    const Time ends = starts + minutes{*rc::gen::inRange(1, 5000)};
    event.when = Moments{starts, ends};
    some.read.update({{"starts", second_of(starts)}, {"ends", second_of(ends)}});
  }
  return some;
}

/// A calendar as it is written, and what is to be read of it.
struct SomeCalendar {
  std::string text;
  nlohmann::json read;
};

inline SomeCalendar some_feed() {
  const SomeText name = some_text(3);
  SomeCalendar some{{}, {{"name", name.read}, {"events", nlohmann::json::array()}}};
  std::vector<CalendarEvent> events;
  const int count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    SomeEvent one = some_event(i);
    events.push_back(std::move(one.event));
    some.read["events"].push_back(std::move(one.read));
  }
  some.text = calendar_feed(name.written, events);
  return some;
}

inline SomeCalendar some_invitation() {
  using community::Coming;
  static constexpr std::array<std::pair<std::optional<Coming>, std::string_view>, 4> answers{
      {{{}, "NEEDS-ACTION"}, {Coming::yes, "ACCEPTED"}, {Coming::no, "DECLINED"}, {Coming::remotely, "ACCEPTED"}}};
  SomeEvent one = some_event(0);
  const auto method = *rc::gen::arbitrary<bool>() ? InvitationMethod::request : InvitationMethod::cancel;
  const bool reads_answers = *rc::gen::arbitrary<bool>();
  const auto& [said, part] = answers.at(*rc::gen::inRange<std::size_t>(0, answers.size()));
  one.read["cancelled"] = method == InvitationMethod::cancel;
  SomeCalendar some;
  some.text = invitation_text(method, one.event, {"Бюро, CCOP", "office@ccop.example", reads_answers},
                              {"Ada \"the first\"; عادة", "ada.l+un@example.org"}, said);
  some.read = {{"method", word_of(method)},
               {"organizer", {{"name", "Бюро, CCOP"}, {"address", "mailto:office@ccop.example"}}},
               {"attendee",
                {{"name", "Ada 'the first'; عادة"},
                 {"address", "mailto:ada.l+un@example.org"},
                 {"part", part},
                 {"rsvp", reads_answers && method == InvitationMethod::request ? "TRUE" : "FALSE"}}},
               {"events", {one.read}}};
  return some;
}

}  // namespace ccop::notify::testing
