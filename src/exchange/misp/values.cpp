#include "exchange/misp/values.hpp"

#include "base/text.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ccop::exchange::misp {
namespace {

template <typename Number>
std::optional<Json> number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return Json(number);
}

std::optional<Json> integer_of(std::string_view text) {
  if (text.starts_with("AS") || text.starts_with("as")) text.remove_prefix(2);
  return number_of<std::int64_t>(text);
}

std::optional<Json> truth_of(std::string_view text) {
  if (text == "true" || text == "True" || text == "1") return Json(true);
  if (text == "false" || text == "False" || text == "0") return Json(false);
  return std::nullopt;
}

/// As STIX writes it, whatever stands between the bytes; the text itself where it is no MAC.
std::string mac_of(const std::string& text) {
  std::string digits;
  for (const char c : text)
    if (c != ':' && c != '-' && c != '.' && c != ' ') digits += in_small_letters(c);
  constexpr std::size_t length = 12;
  if (digits.size() != length || !is_hex(digits)) return text;
  for (std::size_t at = length - 2; at > 0; at -= 2) digits.insert(at, 1, ':');
  return digits;
}

}  // namespace

const PropertyRule* rule_at_end(std::string_view root, const std::vector<Step>& steps) {
  const Schema& schema = Schema::stix21();
  const Group* group = schema.type(root);
  bool among_extensions = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (among_extensions) {
      group = schema.part(step.property);
      among_extensions = false;
      continue;
    }
    if (group == nullptr) return nullptr;
    const auto rule = group->properties.find(step.property);
    if (rule == group->properties.end()) return nullptr;
    if (i + 1 == steps.size()) return &rule->second;
    among_extensions = rule->second.type == ValueType::extensions;
    group =
        step.refers_to.empty() ? rule->second.part : schema.type(step.refers_to == "ip" ? "ipv4-addr" : step.refers_to);
  }
  return nullptr;
}

std::optional<Json> value_of(const PropertyRule* rule, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (rule == nullptr) return Json(text);
  switch (rule->type) {
    case ValueType::integer:
    case ValueType::size:
    case ValueType::port:
    case ValueType::percentage:
      return integer_of(text);
    case ValueType::floating:
      return number_of<double>(text);
    case ValueType::boolean:
      return truth_of(text);
    case ValueType::timestamp:
      if (const auto time = time_of(text)) return Json(to_timestamp(*time));
      return std::nullopt;
    case ValueType::closed_word:
      if (rule->words->contains(text)) return Json(text);
      return std::nullopt;
    case ValueType::hex:
      if (text.size() % 2 == 0 && std::ranges::all_of(text, [](unsigned char c) { return std::isxdigit(c) != 0; }))
        return Json(text);
      return std::nullopt;
    default:
      return Json(text);
  }
}

std::string as_stix_writes(std::string_view root, const std::vector<Step>& steps, const std::string& text) {
  if (steps.empty()) return text;
  if (root == "windows-registry-key" && steps.size() == 1 && steps.front().property == "key") {
    const auto hive = hive_abbreviated_in(text);
    const auto rest = text.find('\\');
    return hive.empty() ? text : std::string{hive} + (rest == std::string::npos ? "" : text.substr(rest));
  }
  if (root == "mac-addr" && steps.front().property == "value") return mac_of(text);
  return text;
}

std::optional<std::string> literal_of(const PropertyRule* rule, const std::string& text) {
  constexpr std::array plain{ValueType::integer,    ValueType::size,     ValueType::port,
                             ValueType::percentage, ValueType::floating, ValueType::boolean};
  if (rule == nullptr || std::ranges::find(plain, rule->type) == plain.end())
    return "'" + escaped_in_pattern(text) + "'";
  const auto value = value_of(rule, text);
  return value ? std::optional{value->dump()} : std::nullopt;
}

std::string kind_of_address(std::string_view text) {
  if (is_ipv6(text)) return "ipv6-addr";
  return is_ipv4(text) ? "ipv4-addr" : "";
}

bool is_complete(const Group& group, const Json& json) {
  if (!json.is_object()) return false;
  if (!std::ranges::all_of(group.required, [&](const std::string& name) { return json.contains(name); })) return false;
  return std::ranges::all_of(json.items(), [&](const auto& item) {
    const auto rule = group.properties.find(item.key());
    if (rule == group.properties.end() || rule->second.part == nullptr) return true;
    const Json& value = item.value();
    if (!value.is_array()) return is_complete(*rule->second.part, value);
    return std::ranges::all_of(value, [&](const Json& one) { return is_complete(*rule->second.part, one); });
  });
}

}  // namespace ccop::exchange::misp
