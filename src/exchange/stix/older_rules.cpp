#include "exchange/stix/asked.hpp"
#include "exchange/stix/examination.hpp"

#include <map>
#include <vector>

namespace ccop::exchange {
namespace {

/// Part 2; part 4 for what stands within an observation.
const std::map<std::string_view, std::vector<std::string_view>>& required() {
  static const std::map<std::string_view, std::vector<std::string_view>> by_type{{"identity", {"identity_class"}},
                                                                                 {"indicator", {"labels"}},
                                                                                 {"malware", {"labels", "name"}},
                                                                                 {"observed-data", {"objects"}},
                                                                                 {"report", {"labels"}},
                                                                                 {"threat-actor", {"labels"}},
                                                                                 {"tool", {"labels"}},
                                                                                 {"user-account", {"user_id"}},
                                                                                 {"windows-registry-key", {"key"}}};
  return by_type;
}

void ask_for_required(std::string_view type, Asked& o) {
  const auto found = required().find(type);
  if (found == required().end()) return;
  for (const auto name : found->second)
    if (!o.has(name)) o.wrong(name, "this property, which STIX 2.0 requires");
}

}  // namespace

void check_older_rules(std::string_view type, simdjson::dom::object object, Examined& result) {
  Asked o{object, result};
  ask_for_required(type, o);
  if (version_of(result.object.uuid) != 4) o.wrong("id", "a random UUID, of version 4 (STIX 2.0)");
}

void check_older_rules_within(std::string_view type, simdjson::dom::object object, Examined& result) {
  Asked o{object, result};
  ask_for_required(type, o);
  if (type != "file" || o.flag("is_encrypted").value_or(false)) return;
  for (const std::string_view name : {"encryption_algorithm", "decryption_key"})
    if (o.has(name)) o.wrong(name, "this property only where is_encrypted is true (STIX 2.0)");
}

}  // namespace ccop::exchange
