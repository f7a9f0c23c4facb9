#include "exchange/watch/values.hpp"

#include "base/sorted.hpp"
#include "exchange/left_out.hpp"
#include "exchange/outbound.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace ccop::exchange {
namespace {

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// What a value is, its shape tells: a flow's end may be an address or a name.
void add(std::vector<Value>& values, const std::string& text) {
  if (text.find("://") != std::string::npos)
    values.push_back({ValueKind::url, text});
  else if (text.find('@') != std::string::npos)
    values.push_back({ValueKind::email, text});
  else if (parse_network(text))
    values.push_back({ValueKind::address, text});
  else if (text.find('.') != std::string::npos)
    values.push_back({ValueKind::domain, text});
}

bool is_of_a_place(std::string_view type) {
  static constexpr std::array types{"ipv4-addr", "ipv6-addr", "domain-name", "url", "email-addr"};
  return std::ranges::find(types, type) != types.end();
}

/// `src_ref.value`, `to_refs[*].value`
bool leads_to_a_place(std::string_view path) {
  return path.ends_with("_ref.value") || (path.find("_refs[") != std::string_view::npos && path.ends_with("].value"));
}

void add_pattern(std::vector<Value>& values, const std::string& text) {
  const auto parsed = parse_pattern(text);
  const auto* pattern = std::get_if<Pattern>(&parsed);
  if (pattern == nullptr) return;
  for (const auto& one : pattern->values) {
    const bool is_looked_for = !one.negated && (one.is_equality() || one.test == Test::subset);
    const bool is_named = (one.path == "value" && is_of_a_place(one.object_type)) || leads_to_a_place(one.path);
    if (is_looked_for && is_named) add(values, one.value);
  }
}

void add_observable(std::vector<Value>& values, const Json& object) {
  if (!object.is_object() || !is_of_a_place(text_in(object, "type"))) return;
  if (const auto value = text_in(object, "value"); !value.empty()) add(values, value);
}

void add_sectors(std::vector<Value>& values, const Json& object) {
  for (const auto& sector : list_in(object, "sectors"))
    if (sector.is_string()) values.push_back({ValueKind::sector, sector.get<std::string>()});
  // As MISP's events have it.
  static constexpr std::string_view galaxy = "misp-galaxy:sector=\"";
  for (const auto& label : list_in(object, "labels")) {
    if (!label.is_string()) continue;
    const auto text = label.get<std::string>();
    if (text.starts_with(galaxy) && text.ends_with('"') && text.size() > galaxy.size())
      values.push_back({ValueKind::sector, text.substr(galaxy.size(), text.size() - galaxy.size() - 1)});
  }
}

}  // namespace

std::vector<Value> watchable_values(const Json& object, Microseconds now) {
  std::vector<Value> values;
  if (!why_not_detecting(object, now).empty()) return values;
  const auto type = text_in(object, "type");
  if (type == "indicator") {
    const auto language = text_in(object, "pattern_type");
    if (language.empty() || language == "stix") add_pattern(values, text_in(object, "pattern"));
  }
  add_observable(values, object);
  // Of an observation in STIX 2.0, what it holds within it.
  if (const auto held = object.find("objects"); type == "observed-data" && held != object.end() && held->is_object())
    for (const auto& one : *held) add_observable(values, one);
  add_sectors(values, object);
  sort_each_once(values);
  return values;
}

}  // namespace ccop::exchange
