// The other way: indicators as the attributes of an event of MISP's.
#include "exchange/misp.hpp"
#include "exchange/misp_tables.hpp"
#include "exchange/stix/pattern.hpp"

#include <set>

namespace ccop::exchange {

Json to_misp(const std::vector<Json>& objects, const std::string& info, Microseconds at) {
  Json attributes = Json::array();
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& object : objects) {
    if (object.value("type", "") != "indicator" || object.value("pattern_type", "") != "stix") continue;
    const auto parsed = parse_pattern(object.value("pattern", ""));
    const auto* pattern = std::get_if<Pattern>(&parsed);
    if (pattern == nullptr) continue;
    for (const auto& value : pattern->values) {
      const std::string type = misp::attribute_type_of(value.object_type, value.path);
      if (type.empty() || !value.is_equality || value.negated || !seen.emplace(type, value.value).second) continue;
      attributes.push_back({{"uuid", to_text(name_based_uuid(exchange_namespace(),
                                                             object.value("id", "") + "/" + type + "/" + value.value))},
                            {"type", type},
                            {"category", misp::category_of(type)},
                            {"value", value.value},
                            {"to_ids", true},
                            {"comment", object.value("name", "")},
                            {"timestamp", std::to_string(at / 1'000'000)}});
    }
  }
  return {{"Event",
           {{"uuid", to_text(random_uuid())},
            {"info", info},
            {"date", to_timestamp(at).substr(0, 10)},
            {"timestamp", std::to_string(at / 1'000'000)},
            {"threat_level_id", "4"},
            {"analysis", "2"},
            {"published", false},
            {"distribution", "0"},
            {"Attribute", attributes}}}};
}

}  // namespace ccop::exchange
