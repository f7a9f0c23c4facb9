#include "exchange/stix/examination.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>
#include <map>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

/// One object, asked about its properties by name.
class Asked {
 public:
  Asked(dom::object object, Examined& result) : object_(object), result_(result) {}

  [[nodiscard]] bool has(std::string_view name) const {
    dom::element ignored;
    return object_[name].get(ignored) == simdjson::SUCCESS;
  }
  [[nodiscard]] std::string_view text(std::string_view name) const {
    std::string_view text;
    return object_[name].get(text) == simdjson::SUCCESS ? text : std::string_view{};
  }
  [[nodiscard]] std::optional<bool> flag(std::string_view name) const {
    bool flag = false;
    if (object_[name].get(flag) != simdjson::SUCCESS) return std::nullopt;
    return flag;
  }
  [[nodiscard]] std::optional<double> number(std::string_view name) const {
    double number = 0;
    if (object_[name].get(number) != simdjson::SUCCESS) return std::nullopt;
    return number;
  }
  [[nodiscard]] std::optional<Microseconds> time(std::string_view name) const { return parse_timestamp(text(name)); }

  void wrong(std::string_view property, std::string rule) {
    result_.errors.push_back({result_.object.id(), std::string{property}, std::move(rule)});
  }
  void warn(std::string_view property, std::string rule) {
    result_.warnings.push_back({result_.object.id(), std::string{property}, std::move(rule)});
  }
  void in_order(std::string_view earlier, std::string_view later, bool may_be_equal = true) {
    const auto first = time(earlier);
    const auto second = time(later);
    if (!first || !second || *first < *second || (may_be_equal && *first == *second)) return;
    wrong(later, std::string{"a time "} + (may_be_equal ? "not before `" : "after `") + std::string{earlier} + "`");
  }
  void at_least_one(std::initializer_list<std::string_view> names) {
    std::string list;
    for (const auto name : names) {
      if (has(name)) return;
      list += (list.empty() ? "" : ", ") + std::string{name};
    }
    wrong("", "at least one of " + list);
  }
  void in_range(std::string_view name, double least, double most) {
    const auto value = number(name);
    if (value && (*value < least || *value > most))
      wrong(name, "a number from " + std::to_string(static_cast<int>(least)) + " to " +
                      std::to_string(static_cast<int>(most)));
  }
  void together(std::string_view one, std::string_view needs) {
    if (has(one) && !has(needs)) wrong(needs, "this property beside `" + std::string{one} + "`");
  }
  void not_together(std::string_view one, std::string_view other) {
    if (has(one) && has(other)) wrong(other, "this property or `" + std::string{one} + "`, not both");
  }
  [[nodiscard]] dom::object object() const { return object_; }

 private:
  dom::object object_;
  Examined& result_;
};

/// References to another catalogue are written as that catalogue writes its ids.
void catalogued(Asked& o, std::string_view source, bool (*fits)(std::string_view), const std::string& rule) {
  dom::array list;
  std::string_view name;
  if (o.object()["external_references"].get(list) != simdjson::SUCCESS) return;
  std::size_t index = 0;
  for (const dom::element one : list) {
    const std::string place = "external_references[" + std::to_string(index++) + "].external_id";
    std::string_view id;
    if (one["source_name"].get(name) != simdjson::SUCCESS || name != source) continue;
    if (one["external_id"].get(id) != simdjson::SUCCESS || !fits(id)) o.wrong(place, rule);
  }
}

void attack_pattern(Asked& o) {
  catalogued(o, "capec", is_capec_id, "an id such as CAPEC-1 (section 4.1)");
}

void vulnerability(Asked& o) {
  catalogued(o, "cve", is_cve_id, "an id such as CVE-2026-1234 (section 4.18)");
}

void extension_definition(Asked& o) {
  dom::array list;
  std::string_view kind;
  if (!o.has("extension_properties") || o.object()["extension_types"].get(list) != simdjson::SUCCESS) return;
  for (const dom::element one : list)
    if (one.get(kind) == simdjson::SUCCESS && kind == "toplevel-property-extension") return;
  o.wrong("extension_properties", "toplevel-property-extension among the extension_types (section 7.3)");
}

void language_content(Asked& o) {
  dom::object contents;
  if (o.object()["contents"].get(contents) != simdjson::SUCCESS) return;
  for (const auto& field : contents)
    if (!is_language(field.key)) o.wrong("contents", "languages as RFC 5646 writes them (section 7.1)");
}

void says_anything(Asked& o) {
  for (const auto& field : o.object())
    if (field.key != "type" && field.key != "id" && field.key != "spec_version" && field.key != "object_marking_refs" &&
        field.key != "granular_markings" && field.key != "defanged")
      return;
  o.wrong("", "at least one property that says something of it");
}

/// Nothing of a process follows from what it is, so its id is random.
void process(Asked& o) {
  says_anything(o);
  const auto id = parse_identifier(o.text("id"));
  if (id && version_of(id->uuid) != 4) o.wrong("id", "a random UUID, of version 4 (section 6.13)");
}

void indicator(Asked& o) {
  o.in_order("valid_from", "valid_until", false);
  const auto type = o.text("pattern_type");
  if (!type.empty() && type != "stix") return;
  const auto parsed = parse_pattern(o.text("pattern"));
  if (const auto* mistake = std::get_if<PatternMistake>(&parsed))
    o.wrong("pattern", "a STIX pattern; " + mistake->sentence());
}

void location(Asked& o) {
  if (!o.has("latitude") || !o.has("longitude")) o.at_least_one({"region", "country", "latitude"});
  o.together("latitude", "longitude");
  o.together("longitude", "latitude");
  o.together("precision", "latitude");
  o.in_range("latitude", -90, 90);
  o.in_range("longitude", -180, 180);
}

void malware(Asked& o) {
  if (o.flag("is_family").value_or(false) && !o.has("name")) o.wrong("name", "the family's name");
  o.in_order("first_seen", "last_seen");
}

void observed_data(Asked& o) {
  o.in_order("first_observed", "last_observed");
  o.in_range("number_observed", 1, 999'999'999);
  o.at_least_one({"object_refs", "objects"});
  o.not_together("object_refs", "objects");
}

void relationship(Asked& o) {
  o.in_order("start_time", "stop_time", false);
  const bool is_word = std::ranges::all_of(o.text("relationship_type"), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!is_word) o.wrong("relationship_type", "small letters, digits and hyphens");
}

void artifact(Asked& o) {
  o.at_least_one({"payload_bin", "url"});
  o.not_together("payload_bin", "url");
  o.together("url", "hashes");
  o.together("decryption_key", "encryption_algorithm");
}

void email_message(Asked& o) {
  if (o.flag("is_multipart").value_or(false)) {
    if (o.has("body")) o.wrong("body", "body_multipart instead, for is_multipart is true");
  } else if (o.has("body_multipart")) {
    o.wrong("body_multipart", "body instead, for is_multipart is false");
  }
}

void network_traffic(Asked& o) {
  o.at_least_one({"src_ref", "dst_ref"});
  o.in_order("start", "end");
  if (o.flag("is_active").value_or(false) && o.has("end")) o.wrong("end", "no end while is_active is true");
}

/// A marking is not marked by itself (STIX 2.1, section 7.2.1).
void not_marked_by_itself(Asked& o) {
  dom::array list;
  std::string_view id;
  const auto own = o.text("id");
  if (o.object()["object_marking_refs"].get(list) == simdjson::SUCCESS)
    for (const dom::element one : list)
      if (one.get(id) == simdjson::SUCCESS && id == own) o.wrong("object_marking_refs", "no reference to itself");
  if (o.object()["granular_markings"].get(list) == simdjson::SUCCESS)
    for (const dom::element one : list)
      if (one["marking_ref"].get(id) == simdjson::SUCCESS && id == own)
        o.wrong("granular_markings", "no reference to itself");
}

void marking_definition(Asked& o) {
  not_marked_by_itself(o);
  if (o.has("extensions")) return;
  o.at_least_one({"definition"});
  o.together("definition", "definition_type");
  const auto type = o.text("definition_type");
  std::string_view inner;
  if (type == "statement" && o.object()["definition"]["statement"].get(inner) != simdjson::SUCCESS)
    o.wrong("definition.statement", "the statement");
  if (type == "tlp" && o.object()["definition"]["tlp"].get(inner) != simdjson::SUCCESS)
    o.wrong("definition.tlp", "white, green, amber or red");
}

void seen_in_order(Asked& o) {
  o.in_order("first_seen", "last_seen");
}

const std::map<std::string_view, void (*)(Asked&)>& rules() {
  static const std::map<std::string_view, void (*)(Asked&)> by_type{{"artifact", artifact},
                                                                    {"attack-pattern", attack_pattern},
                                                                    {"extension-definition", extension_definition},
                                                                    {"language-content", language_content},
                                                                    {"vulnerability", vulnerability},
                                                                    {"campaign", seen_in_order},
                                                                    {"email-message", email_message},
                                                                    {"file",
                                                                     [](Asked& o) {
                                                                       o.at_least_one({"hashes", "name"});
                                                                     }},
                                                                    {"indicator", indicator},
                                                                    {"infrastructure", seen_in_order},
                                                                    {"intrusion-set", seen_in_order},
                                                                    {"location", location},
                                                                    {"malware", malware},
                                                                    {"malware-analysis",
                                                                     [](Asked& o) {
                                                                       o.at_least_one({"result", "analysis_sco_refs"});
                                                                     }},
                                                                    {"marking-definition", marking_definition},
                                                                    {"network-traffic", network_traffic},
                                                                    {"observed-data", observed_data},
                                                                    {"process", process},
                                                                    {"relationship", relationship},
                                                                    {"sighting",
                                                                     [](Asked& o) {
                                                                       o.in_order("first_seen", "last_seen");
                                                                       o.in_range("count", 0, 999'999'999);
                                                                     }},
                                                                    {"threat-actor", seen_in_order},
                                                                    {"user-account", says_anything},
                                                                    {"windows-registry-key", says_anything},
                                                                    {"x509-certificate", says_anything}};
  return by_type;
}

}  // namespace

void check_type_rules(std::string_view type, dom::object object, Examined& result) {
  const auto found = rules().find(type);
  if (found == rules().end()) return;
  Asked asked{object, result};
  found->second(asked);
}

/// STIX 2.0, part 2.
void check_older_rules(std::string_view type, dom::object object, Examined& result) {
  Asked o{object, result};
  const auto needs = [&](std::string_view name) {
    if (!o.has(name)) o.wrong(name, "this property, which STIX 2.0 requires");
  };
  for (const std::string_view labelled : {"indicator", "malware", "report", "threat-actor", "tool"})
    if (type == labelled) needs("labels");
  if (type == "malware") needs("name");
  if (type == "identity") needs("identity_class");
  if (type == "observed-data") needs("objects");
}

}  // namespace ccop::exchange
