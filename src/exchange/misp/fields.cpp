#include "exchange/misp/fields.hpp"

#include <charconv>

namespace ccop::exchange::misp {

std::string text_of(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_null() ? std::string{} : found->dump();
}

bool says_yes(const Json& json, const char* name) {
  const std::string text = text_of(json, name);
  return text == "true" || text == "1";
}

std::optional<Microseconds> seconds_in(const Json& json, const char* name) {
  const std::string text = text_of(json, name);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t end_of_9999 = 253'402'300'799;
  if (error != std::errc{} || text.empty() || seconds < 0 || seconds > end_of_9999) return std::nullopt;
  return seconds * 1'000'000;
}

std::optional<Microseconds> time_of(std::string_view text) {
  constexpr std::size_t zone_length = 6;  // +02:00
  std::string utc{text};
  std::int64_t minutes = 0;
  if (text.size() > zone_length) {
    const auto zone = text.substr(text.size() - zone_length);
    if ((zone[0] == '+' || zone[0] == '-') && zone[3] == ':') {
      int hour = 0;
      int minute = 0;
      std::from_chars(zone.data() + 1, zone.data() + 3, hour);
      std::from_chars(zone.data() + 4, zone.data() + zone_length, minute);
      minutes = (zone[0] == '-' ? -1 : 1) * (hour * 60 + minute);
      utc.resize(utc.size() - zone_length);
    }
  }
  if (!utc.ends_with('Z')) utc += 'Z';
  if (utc.size() > 10 && utc[10] == ' ') utc[10] = 'T';
  const auto time = parse_timestamp(utc);
  if (!time) return std::nullopt;
  return *time - minutes * 60 * 1'000'000;
}

}  // namespace ccop::exchange::misp
