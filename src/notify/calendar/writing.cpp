#include "notify/calendar/writing.hpp"

namespace ccop::notify {
namespace {

constexpr std::size_t longest_line = 75;  ///< octets, the end of the line not counted (section 3.1)

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

bool continues_a_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// How much of the text fits into `room` octets without cutting a character of UTF-8.
std::size_t fitting(std::string_view text, std::size_t room) {
  if (text.size() <= room) return text.size();
  std::size_t end = room;
  while (end > 0 && continues_a_character(text[end])) --end;
  return end == 0 ? room : end;  // what is no UTF-8 is cut anywhere
}

void fold(std::string& out, std::string_view line) {
  std::size_t room = longest_line;
  for (std::size_t taken = 0; !line.empty(); line.remove_prefix(taken)) {
    if (room != longest_line) out += "\r\n ";
    taken = fitting(line, room);
    out += line.substr(0, taken);
    room = longest_line - 1;  // of each further line the space is one
  }
  out += "\r\n";
}

std::string text_escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool ends_a_line = c == '\n' || (c == '\r' && text.substr(i + 1, 1) != "\n");
    if (ends_a_line)
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      (out += '\\') += c;
    else if (c == '\t' || !is_control(c))
      out += c;
  }
  return out;
}

std::string digits(unsigned value, std::size_t count) {
  std::string out = std::to_string(value);
  return out.size() < count ? std::string(count - out.size(), '0') + out : out;
}

/// 20270630
std::string written(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) +
         digits(static_cast<unsigned>(date.month()), 2) + digits(static_cast<unsigned>(date.day()), 2);
}

/// 20270630T220000Z
std::string written(Time time) {
  const auto day = std::chrono::floor<days>(time);
  const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
  return written(day) + "T" + digits(static_cast<unsigned>(clock.hours().count()), 2) +
         digits(static_cast<unsigned>(clock.minutes().count()), 2) +
         digits(static_cast<unsigned>(clock.seconds().count()), 2) + "Z";
}

}  // namespace

void CalendarLines::add(std::string_view name, std::string_view value) {
  std::string line{name};
  (line += ':') += value;
  fold(text_, line);
}

void CalendarLines::add_text(std::string_view name, std::string_view text) {
  add(name, text_escaped(text));
}

void CalendarLines::add_event(const CalendarEvent& event) {
  add("UID", event.uid);
  add("DTSTAMP", written(event.changed));
  add("LAST-MODIFIED", written(event.changed));
  add("SEQUENCE", std::to_string(event.sequence));
  if (const auto* all_day = std::get_if<WholeDays>(&event.when)) {
    add("DTSTART;VALUE=DATE", written(all_day->first));
    add("DTEND;VALUE=DATE", written(all_day->last + days{1}));  // the end is not included
  } else {
    const auto& moments = std::get<Moments>(event.when);
    add("DTSTART", written(moments.starts));
    if (moments.ends) add("DTEND", written(*moments.ends));
  }
  add_text("SUMMARY", event.summary);
  if (!event.place.empty()) add_text("LOCATION", event.place);
  if (!event.description.empty()) add_text("DESCRIPTION", event.description);
  add("STATUS", event.is_cancelled ? "CANCELLED" : "CONFIRMED");
  add("TRANSP", event.is_busy && !event.is_cancelled ? "OPAQUE" : "TRANSPARENT");
}

std::string quoted_parameter(std::string_view text) {
  std::string out = "\"";
  for (const char c : text)
    if (!is_control(c)) out += c == '"' ? '\'' : c;
  return out + '"';
}

}  // namespace ccop::notify
