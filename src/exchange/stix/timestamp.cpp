#include "exchange/stix/timestamp.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace ccop::exchange {
namespace {

using namespace std::chrono;

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

/// The digits after the seconds' point, as microseconds.
std::optional<Microseconds> fraction(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Microseconds value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    if (i < 6) value = value * 10 + (text[i] - '0');
  }
  for (std::size_t i = text.size(); i < 6; ++i) value *= 10;
  return value;
}

}  // namespace

std::optional<Microseconds> parse_timestamp(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
  if (text.size() < form.size() + 1 || text.size() > 64 || text.back() != 'Z') return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] != 'd' && text[i] != form[i]) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t length) { return number(text.substr(at, length)); };
  const auto y = part(0, 4), mo = part(5, 2), d = part(8, 2), h = part(11, 2), mi = part(14, 2), s = part(17, 2);
  if (!y || !mo || !d || !h || !mi || !s || *h > 23 || *mi > 59 || *s > 60) return std::nullopt;
  const year_month_day date{year{static_cast<int>(*y)}, month{*mo}, day{*d}};
  if (!date.ok()) return std::nullopt;
  Microseconds below_second = 0;
  if (const auto rest = text.substr(form.size(), text.size() - form.size() - 1); !rest.empty()) {
    if (rest.front() != '.') return std::nullopt;
    const auto digits = fraction(rest.substr(1));
    if (!digits) return std::nullopt;
    below_second = *digits;
  }
  const auto whole = sys_days{date}.time_since_epoch() + hours{*h} + minutes{*mi} + seconds{*s};
  return duration_cast<microseconds>(whole).count() + below_second;
}

std::string to_timestamp(Microseconds time, bool precise) {
  const sys_time<microseconds> instant{microseconds{time}};
  const auto day_point = floor<days>(instant);
  const year_month_day date{day_point};
  const hh_mm_ss<microseconds> clock{instant - day_point};
  const auto below = static_cast<int>(clock.subseconds().count());
  std::array<char, 64> text{};
  const bool micro = precise || below % 1000 != 0;
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%0*dZ", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                    static_cast<int>(clock.seconds().count()), micro ? 6 : 3, micro ? below : below / 1000);
  return std::string{text.data(), static_cast<std::size_t>(length)};
}

Microseconds microseconds_now() {
  return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace ccop::exchange
