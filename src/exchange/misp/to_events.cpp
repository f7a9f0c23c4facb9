// The other way: indicators as the attributes of an event of MISP's.
#include "exchange/misp/events.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace ccop::exchange {
namespace {

/// The attribute that a comparison in a pattern is; empty when MISP has none.
std::string attribute_type_of(std::string_view object_type, std::string_view path) {
  struct Comparison {
    std::string_view object;
    std::string_view path;
    std::string_view attribute;
  };
  constexpr std::array comparisons{Comparison{"ipv4-addr", "value", "ip-dst"},
                                   Comparison{"ipv6-addr", "value", "ip-dst"},
                                   Comparison{"network-traffic", "dst_ref.value", "ip-dst"},
                                   Comparison{"network-traffic", "src_ref.value", "ip-src"},
                                   Comparison{"domain-name", "value", "domain"},
                                   Comparison{"url", "value", "url"},
                                   Comparison{"email-addr", "value", "email"},
                                   Comparison{"email-message", "from_ref.value", "email-src"},
                                   Comparison{"email-message", "subject", "email-subject"},
                                   Comparison{"file", "name", "filename"},
                                   Comparison{"file", "hashes.MD5", "md5"},
                                   Comparison{"file", "hashes.'MD5'", "md5"},
                                   Comparison{"file", "hashes.'SHA-1'", "sha1"},
                                   Comparison{"file", "hashes.'SHA-256'", "sha256"},
                                   Comparison{"file", "hashes.'SHA-512'", "sha512"},
                                   Comparison{"mutex", "name", "mutex"},
                                   Comparison{"mac-addr", "value", "mac-address"},
                                   Comparison{"windows-registry-key", "key", "regkey"}};
  const auto found = std::ranges::find_if(
      comparisons, [&](const Comparison& one) { return one.object == object_type && one.path == path; });
  return found == comparisons.end() ? std::string{} : std::string{found->attribute};
}

std::string_view category_of(std::string_view attribute_type) {
  if (attribute_type.starts_with("email")) return "Payload delivery";
  if (attribute_type == "yara" || attribute_type == "sigma") return "Payload installation";
  if (attribute_type == "mutex" || attribute_type == "regkey") return "Artifacts dropped";
  const bool is_file = attribute_type == "filename" || attribute_type == "md5" || attribute_type.starts_with("sha");
  return is_file ? "Payload delivery" : "Network activity";
}

bool is_rule(std::string_view pattern_type) {
  constexpr std::array<std::string_view, 4> rules{"yara", "sigma", "snort", "suricata"};
  return std::ranges::find(rules, pattern_type) != rules.end();
}

/// The tag of an object's TLP marking, without which MISP would not know how far its attributes may go.
Json tags_of(const Json& object) {
  std::vector<std::string> markings;
  if (const auto found = object.find("object_marking_refs"); found != object.end() && found->is_array())
    for (const auto& one : *found)
      if (one.is_string()) markings.push_back(one);
  const auto level = strictest(markings);
  return level ? Json::array({{{"name", "tlp:" + std::string{word_of(*level)}}}}) : Json::array();
}

class Event {
 public:
  explicit Event(Microseconds at) : seconds_(std::to_string(at / 1'000'000)) {}

  void add(const Json& indicator) {
    const std::string kind = indicator.value("pattern_type", "");
    const std::string text = indicator.value("pattern", "");
    if (is_rule(kind)) return add(indicator, kind, text);
    if (kind != "stix") return;
    const auto parsed = parse_pattern(text);
    if (const auto* pattern = std::get_if<Pattern>(&parsed))
      for (const auto& value : pattern->values)
        if (value.is_equality && !value.negated)
          add(indicator, attribute_type_of(value.object_type, value.path), value.value);
  }

  Json attributes = Json::array();

 private:
  void add(const Json& indicator, const std::string& type, const std::string& value) {
    if (type.empty() || !seen_.emplace(type, value).second) return;
    const std::string name = indicator.value("id", "") + "/" + type + "/" + value;
    attributes.push_back({{"uuid", to_text(name_based_uuid(exchange_namespace(), name))},
                          {"type", type},
                          {"category", category_of(type)},
                          {"value", value},
                          {"to_ids", true},
                          {"comment", indicator.value("name", "")},
                          {"Tag", tags_of(indicator)},
                          {"timestamp", seconds_}});
  }

  std::string seconds_;
  std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

Json to_misp(const std::vector<Json>& objects, const std::string& info, Microseconds at) {
  Event event{at};
  for (const auto& object : objects)
    if (object.value("type", "") == "indicator") event.add(object);
  return {{"Event",
           {{"uuid", to_text(random_uuid())},
            {"info", info},
            {"date", to_timestamp(at).substr(0, 10)},
            {"timestamp", std::to_string(at / 1'000'000)},
            {"threat_level_id", "4"},
            {"analysis", "2"},
            {"published", false},
            {"distribution", "0"},
            {"Attribute", std::move(event.attributes)}}}};
}

}  // namespace ccop::exchange
