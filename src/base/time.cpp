#include "base/time.hpp"

#include <array>

namespace ccop {
namespace {

using namespace std::chrono;

void put(char* to, unsigned value, int digits) {
  for (int i = digits - 1; i >= 0; --i, value /= 10) to[i] = static_cast<char>('0' + value % 10);
}

std::optional<unsigned> take(std::string_view text, std::size_t at, std::size_t digits) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(text[i] - '0');
  }
  return value;
}

}  // namespace

std::string to_rfc3339(Time time) {
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss<milliseconds> clock{time - day};
  std::string out = "0000-00-00T00:00:00.000Z";
  put(out.data(), static_cast<unsigned>(static_cast<int>(date.year())), 4);
  put(out.data() + 5, static_cast<unsigned>(date.month()), 2);
  put(out.data() + 8, static_cast<unsigned>(date.day()), 2);
  put(out.data() + 11, static_cast<unsigned>(clock.hours().count()), 2);
  put(out.data() + 14, static_cast<unsigned>(clock.minutes().count()), 2);
  put(out.data() + 17, static_cast<unsigned>(clock.seconds().count()), 2);
  put(out.data() + 20, static_cast<unsigned>(clock.subseconds().count()), 3);
  return out;
}

std::optional<Time> from_rfc3339(std::string_view text) {
  constexpr std::string_view shape = "____-__-__T__:__:__.___Z";
  if (text.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] != '_' && text[i] != shape[i]) return std::nullopt;

  const std::array parts{take(text, 0, 4),  take(text, 5, 2),  take(text, 8, 2), take(text, 11, 2),
                         take(text, 14, 2), take(text, 17, 2), take(text, 20, 3)};
  for (const auto& part : parts)
    if (!part) return std::nullopt;
  const year_month_day date{year{static_cast<int>(*parts[0])}, month{*parts[1]}, day{*parts[2]}};
  if (!date.ok() || *parts[0] < 1970 || *parts[3] > 23 || *parts[4] > 59 || *parts[5] > 59) return std::nullopt;
  return Time{sys_days{date}} + hours{*parts[3]} + minutes{*parts[4]} + seconds{*parts[5]} + milliseconds{*parts[6]};
}

Time months_after(Time time, int count) {
  const auto day = floor<days>(time);
  year_month_day date{day};
  date += months{count};
  if (!date.ok()) date = date.year() / date.month() / last;
  return Time{sys_days{date}} + (time - day);
}

Time clock_now() {
  return floor<milliseconds>(system_clock::now());
}

}  // namespace ccop
