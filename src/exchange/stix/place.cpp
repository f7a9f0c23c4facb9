#include "exchange/stix/place.hpp"

#include <algorithm>
#include <vector>

namespace ccop::exchange {
namespace {

std::optional<std::string> repeated_key_in(simdjson::dom::element value, const Place& place) {
  if (simdjson::dom::object inner; value.get(inner) == simdjson::SUCCESS) return repeated_key(inner, &place);
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return std::nullopt;
  std::int64_t index = 0;
  for (const simdjson::dom::element item : list)
    if (auto found = repeated_key_in(item, {&place, {}, index++})) return found;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> repeated_key(simdjson::dom::object object, const Place* within) {
  std::vector<std::string_view> keys;
  keys.reserve(object.size());
  for (const auto& field : object) {
    keys.push_back(field.key);
    if (auto found = repeated_key_in(field.value, {within, field.key})) return found;
  }
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  return twice == keys.end() ? std::nullopt : std::optional{Place{within, *twice}.text()};
}

}  // namespace ccop::exchange
