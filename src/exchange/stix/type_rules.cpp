#include "base/text.hpp"
#include "exchange/stix/asked.hpp"
#include "exchange/stix/examination.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>
#include <map>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

/// References to another catalogue are written as that catalogue writes its ids.
void catalogued(Asked& o, std::string_view source, bool (*fits)(std::string_view), const std::string& rule) {
  dom::array list;
  std::string_view name;
  if (o.object()["external_references"].get(list) != simdjson::SUCCESS) return;
  std::size_t index = 0;
  for (const dom::element one : list) {
    const std::string within = "external_references[" + std::to_string(index++) + "].";
    std::string_view id;
    if (one["source_name"].get(name) != simdjson::SUCCESS || in_small_letters(name) != source) continue;
    if (name != source) o.wrong(within + "source_name", std::string{source});
    if (one["external_id"].get(id) != simdjson::SUCCESS || !fits(id)) o.wrong(within + "external_id", rule);
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

}  // namespace ccop::exchange
