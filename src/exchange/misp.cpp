#include "exchange/misp.hpp"

#include "exchange/misp_tables.hpp"
#include "exchange/stix/bundle_reader.hpp"
#include "exchange/stix/pattern.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace ccop::exchange {
namespace {

constexpr std::size_t most_attributes = 1'000'000;

std::string text_of_field(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_null() ? std::string{} : found->dump();
}

/// Seconds since 1970, as MISP writes times, as text or as a number; nothing of a later date than STIX can say.
std::optional<Microseconds> seconds_in(const Json& json, const char* name) {
  const std::string text = text_of_field(json, name);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t end_of_9999 = 253'402'300'799;
  if (error != std::errc{} || text.empty() || seconds < 0 || seconds > end_of_9999) return std::nullopt;
  return seconds * 1'000'000;
}

bool says_yes(const Json& json, const char* name) {
  const std::string text = text_of_field(json, name);
  return text == "true" || text == "1";
}

const Json& list_in(const Json& json, const char* name) {
  static const Json none = Json::array();
  const auto found = json.find(name);
  return found != json.end() && found->is_array() ? *found : none;
}

/// Puts the parts of a value ("a.exe|0123...") into a template's $1 and $2, $4 being the kind of address $1 is.
std::string filled(std::string_view pattern, std::string_view value, bool is_pair) {
  const auto bar = is_pair ? value.find('|') : std::string_view::npos;
  const auto first = value.substr(0, bar);
  const auto second = bar == std::string_view::npos ? std::string_view{} : value.substr(bar + 1);
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '$' || at + 1 == pattern.size()) {
      out += pattern[at];
      continue;
    }
    switch (pattern[++at]) {
      case '1':
        out += escaped_in_pattern(first);
        break;
      case '2':
        out += escaped_in_pattern(second);
        break;
      case '4':
        out += first.find(':') == std::string_view::npos ? "ipv4-addr" : "ipv6-addr";
        break;
      default:
        out += pattern[at];
    }
  }
  return out;
}

class Converter {
 public:
  explicit Converter(const Making& making) : making_(making) {}

  void event(const Json& event) {
    const auto uuid = uuid_in(event, "event");
    if (!uuid) return;
    published_ = says_yes(event, "published");
    making_here_ = making_;
    making_here_.at = seconds_in(event, "timestamp").value_or(making_.at);
    take_marking(event);
    take_maker(event);
    refs_.clear();
    became_.clear();
    galaxies(event);
    for (const auto& attribute : list_in(event, "Attribute")) take_attribute(attribute, true);
    for (const auto& object : list_in(event, "Object")) take_object(object);
    for (const auto& text : list_in(event, "EventReport")) take_event_report(text, *uuid);
    report(event, *uuid);
  }

  FromMisp made;

 private:
  std::optional<Uuid> uuid_in(const Json& json, const char* what) {
    const auto uuid = parse_uuid(text_of_field(json, "uuid"));
    if (!uuid) made.mistakes.push_back(std::string{what} + " " + text_of_field(json, "id") + ": uuid: expected a UUID");
    return uuid;
  }

  void put(Json json) {
    refs_.push_back(json["id"]);
    made.objects.push_back(std::move(json));
  }

  /// The strictest of an event's TLP tags marks all that it holds.
  void take_marking(const Json& event) {
    std::optional<Level> found;
    for (const auto& tag : list_in(event, "Tag"))
      if (const std::string name = text_of_field(tag, "name"); name.starts_with("tlp:"))
        if (const auto level = parse_level(name)) found = found ? std::max(*found, *level) : *level;
    if (found) making_here_.level = *found;
  }

  void take_maker(const Json& event) {
    const auto maker = event.find("Orgc");
    if (maker == event.end()) return;
    if (const std::string id = organization(*maker); !id.empty()) making_here_.created_by = id;
  }

  /// The identity of an organization of MISP's; empty where it says too little.
  std::string organization(const Json& one) {
    if (!one.is_object()) return {};
    const auto uuid = parse_uuid(text_of_field(one, "uuid"));
    const std::string name = text_of_field(one, "name");
    if (!uuid || name.empty()) return {};
    Json json = exchange::made(making_here_, "identity", uuid);
    json.erase("created_by_ref");
    json["name"] = name;
    json["identity_class"] = "organization";
    std::string id = json["id"];
    if (makers_.insert(id).second) made.objects.push_back(std::move(json));
    return id;
  }

  void galaxies(const Json& holder) {
    for (const auto& galaxy : list_in(holder, "Galaxy"))
      for (const auto& cluster : list_in(galaxy, "GalaxyCluster")) take_cluster(galaxy, cluster);
  }

  void take_cluster(const Json& galaxy, const Json& cluster) {
    const std::string kind = misp::stix_type_of_galaxy(text_of_field(galaxy, "type"));
    const auto uuid = parse_uuid(text_of_field(cluster, "uuid"));
    if (kind.empty() || !uuid) return;  // galaxies without a type of their own in STIX stay as the tags that they are
    const std::string id = identifier(kind, *uuid);
    if (!clusters_.insert(id).second) {
      refs_.push_back(id);
      return;
    }
    Json json = exchange::made(making_here_, kind, uuid);
    const std::string value = text_of_field(cluster, "value");
    const auto dash = value.rfind(" - ");
    json["name"] = dash == std::string::npos ? value : value.substr(0, dash);
    if (const std::string text = text_of_field(cluster, "description"); !text.empty()) json["description"] = text;
    if (kind == "malware") json["is_family"] = true;
    if (const auto meta = cluster.find("meta"); meta != cluster.end() && meta->is_object()) {
      Json references = Json::array();
      for (const auto& external : list_in(*meta, "external_id"))
        if (external.is_string()) references.push_back({{"source_name", "mitre-attack"}, {"external_id", external}});
      if (!references.empty()) json["external_references"] = references;
    }
    put(std::move(json));
  }

  static Json labels_of(const Json& attribute) {
    Json labels = Json::array();
    labels.push_back("misp:type=\"" + text_of_field(attribute, "type") + "\"");
    labels.push_back("misp:category=\"" + text_of_field(attribute, "category") + "\"");
    if (attribute.contains("to_ids"))
      labels.push_back(std::string{"misp:to_ids=\""} + (says_yes(attribute, "to_ids") ? "True" : "False") + "\"");
    for (const auto& tag : list_in(attribute, "Tag"))
      if (const std::string name = text_of_field(tag, "name"); !name.empty()) labels.push_back(name);
    return labels;
  }

  Json headed(const Json& attribute, const char* type, const Uuid& uuid) {
    Making making = making_here_;
    making.at = seconds_in(attribute, "timestamp").value_or(making.at);
    for (const auto& tag : list_in(attribute, "Tag"))
      if (const std::string name = text_of_field(tag, "name"); name.starts_with("tlp:"))
        if (const auto level = parse_level(name)) making.level = std::max(making.level, *level);
    Json json = exchange::made(making, type, uuid);
    json["labels"] = labels_of(attribute);
    if (const std::string comment = text_of_field(attribute, "comment"); !comment.empty())
      json["description"] = comment;
    return json;
  }

  void take_attribute(const Json& attribute, bool alone) {
    if (++attributes_ > most_attributes) return;
    if (!attribute.is_object() || says_yes(attribute, "deleted")) return;
    const auto uuid = uuid_in(attribute, "attribute");
    if (!uuid) return;
    if (alone) galaxies(attribute);
    const std::size_t first = refs_.size();
    convert_attribute(attribute, *uuid);
    if (refs_.size() > first) take_what_is_said_of(refs_[first], *uuid, attribute);
  }

  void convert_attribute(const Json& attribute, const Uuid& uuid) {
    const std::string type = text_of_field(attribute, "type");
    const std::string value = text_of_field(attribute, "value");
    if (type == "vulnerability" || type == "campaign-name") {
      Json json = headed(attribute, type == "vulnerability" ? "vulnerability" : "campaign", uuid);
      json["name"] = value;
      if (type == "vulnerability") json["external_references"] = {{{"source_name", "cve"}, {"external_id", value}}};
      return put(std::move(json));
    }
    const auto* mapping = misp::mapping_of(type);
    if (mapping != nullptr && says_yes(attribute, "to_ids")) return indicator(attribute, uuid, *mapping, value);
    if (mapping != nullptr && !mapping->observable.empty()) return observed(attribute, uuid, *mapping, value);
    Json json = headed(attribute, "x-misp-attribute", uuid);
    json["x_misp_type"] = type;
    json["x_misp_value"] = value;
    json["x_misp_category"] = text_of_field(attribute, "category");
    put(std::move(json));
  }

  /// Remembers what an attribute or an object became, and takes the sightings of it.
  void take_what_is_said_of(std::string id, const Uuid& uuid, const Json& seen) {
    for (const auto& sighting : list_in(seen, "Sighting")) take_sighting(id, sighting);
    became_[uuid] = std::move(id);
  }

  /// Seen, or seen where nothing was wrong: the latter is an opinion.
  void take_sighting(const std::string& id, const Json& sighting) {
    const auto uuid = parse_uuid(text_of_field(sighting, "uuid"));
    const std::string kind = text_of_field(sighting, "type");
    if (!uuid || (kind != "0" && kind != "1") || ++attributes_ > most_attributes) return;
    Making making = making_here_;
    making.at = seconds_in(sighting, "date_sighting").value_or(making.at);
    Json json = exchange::made(making, kind == "0" ? "sighting" : "opinion", uuid);
    if (kind == "0") {
      json["sighting_of_ref"] = id;
      if (const auto by = sighting.find("Organisation"); by != sighting.end())
        if (const std::string identity = organization(*by); !identity.empty()) json["where_sighted_refs"] = {identity};
      if (const std::string source = text_of_field(sighting, "source"); !source.empty()) json["description"] = source;
    } else {
      json["opinion"] = "strongly-disagree";
      json["explanation"] = "False positive Sighting";
      json["object_refs"] = {id};
    }
    put(std::move(json));
  }

  /// A text about the event is a note about what it refers to, `@[attribute](UUID)`, or about the event as a whole.
  void take_event_report(const Json& text, const Uuid& event) {
    const auto uuid = parse_uuid(text_of_field(text, "uuid"));
    const std::string content = text_of_field(text, "content");
    if (!uuid || content.empty() || says_yes(text, "deleted") || refs_.empty()) return;
    Making making = making_here_;
    making.at = seconds_in(text, "timestamp").value_or(making.at);
    Json json = exchange::made(making, "note", uuid);
    json["content"] = content;
    if (const std::string name = text_of_field(text, "name"); !name.empty()) json["abstract"] = name;
    json["labels"] = {"misp:data-layer=\"Event Report\""};
    std::set<std::string> about;
    for (auto at = content.find("]("); at != std::string::npos; at = content.find("](", at + 1))
      if (const auto named = parse_uuid(std::string_view{content}.substr(at + 2, uuid_length)))
        if (const auto found = became_.find(*named); found != became_.end()) about.insert(found->second);
    if (about.empty()) about.insert(identifier(published_ ? "report" : "grouping", event));
    json["object_refs"] = about;
    put(std::move(json));
  }

  void indicator(const Json& attribute, const Uuid& uuid, const misp::Mapping& mapping, const std::string& value) {
    Json json = headed(attribute, "indicator", uuid);
    const bool is_rule = mapping.pattern_type != "stix";
    json["pattern"] = is_rule ? value : "[" + filled(mapping.pattern, value, mapping.is_pair) + "]";
    if (is_rule && value.empty())
      return made.mistakes.push_back("attribute " + to_text(uuid) + ": value: expected a rule");
    json["pattern_type"] = mapping.pattern_type;
    if (!is_rule) json["pattern_version"] = "2.1";
    finish_indicator(json, attribute);
  }

  void finish_indicator(Json& json, const Json& attribute) {
    json["name"] = text_of_field(attribute, attribute.contains("value") ? "value" : "name");
    if (json["name"].get<std::string>().empty()) json.erase("name");
    json["valid_from"] = json["created"];
    if (const std::string category = text_of_field(attribute, "category"); !category.empty())
      json["kill_chain_phases"] = {{{"kill_chain_name", "misp-category"}, {"phase_name", category}}};
    put(std::move(json));
  }

  void observed(const Json& attribute, const Uuid& uuid, const misp::Mapping& mapping, const std::string& value) {
    const std::string filled_in = filled(mapping.observable, value, mapping.is_pair);
    const auto space = filled_in.find(' ');
    const std::string type = filled_in.substr(0, space);
    Json thing{{"type", type}, {"spec_version", "2.1"}, {"id", identifier(type, uuid)}};
    const std::string path = filled_in.substr(space + 1);
    if (path.starts_with("hashes.")) {
      thing["hashes"] = {{path.substr(7), mapping.is_pair ? value.substr(value.find('|') + 1) : value}};
      if (mapping.is_pair) thing["name"] = value.substr(0, value.find('|'));
    } else if (path == "number") {
      std::uint32_t number = 0;
      const std::string digits = value.starts_with("AS") ? value.substr(2) : value;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
      if (error != std::errc{} || end != digits.data() + digits.size())
        return made.mistakes.push_back("attribute " + to_text(uuid) + ": value: expected an AS number");
      thing["number"] = number;
    } else {
      thing[path] = mapping.is_pair ? value.substr(0, value.find('|')) : value;
    }
    Json json = headed(attribute, "observed-data", uuid);
    if (json.contains("description")) json.erase("description");
    json["first_observed"] = json["last_observed"] = json["created"];
    json["number_observed"] = 1;
    json["object_refs"] = {thing["id"]};
    thing["object_marking_refs"] = json["object_marking_refs"];
    put(std::move(json));
    put(std::move(thing));
  }

  void take_object(const Json& object) {
    if (!object.is_object() || says_yes(object, "deleted")) return;
    const auto uuid = uuid_in(object, "object");
    if (!uuid) return;
    const std::size_t first = refs_.size();
    convert_object(object, *uuid);
    if (refs_.size() == first) return;
    const std::string id = refs_[first];
    take_what_is_said_of(id, *uuid, object);
    for (const auto& attribute : list_in(object, "Attribute"))
      if (const auto own = parse_uuid(text_of_field(attribute, "uuid"))) take_what_is_said_of(id, *own, attribute);
  }

  /// An object whose attributes detect is one indicator of all of them; any other is kept as it is.
  void convert_object(const Json& object, const Uuid& uuid) {
    std::string pattern;
    bool detects = false;
    Json attributes = Json::array();
    for (const auto& attribute : list_in(object, "Attribute")) {
      if (++attributes_ > most_attributes) return;
      const std::string value = text_of_field(attribute, "value");
      const auto* mapping = misp::mapping_of(text_of_field(attribute, "type"));
      if (mapping != nullptr && mapping->pattern_type == "stix") {
        pattern += (pattern.empty() ? "" : " AND ") + filled(mapping->pattern, value, mapping->is_pair);
        detects = detects || says_yes(attribute, "to_ids");
      }
      Json kept = Json::object();
      for (const char* name : {"type", "object_relation", "value", "category"})
        if (const std::string text = text_of_field(attribute, name); !text.empty()) kept[name] = text;
      attributes.push_back(std::move(kept));
    }
    const std::string name = text_of_field(object, "name");
    if (detects) {
      Json json = headed(object, "indicator", uuid);
      json["labels"] = {"misp:name=\"" + name + "\"",
                        "misp:meta-category=\"" + text_of_field(object, "meta-category") + "\"",
                        "misp:to_ids=\"True\""};
      json["pattern"] = "[" + pattern + "]";
      json["pattern_type"] = "stix";
      json["pattern_version"] = "2.1";
      return finish_indicator(json, object);
    }
    Json json = headed(object, "x-misp-object", uuid);
    json["labels"] = {"misp:name=\"" + name + "\"",
                      "misp:meta-category=\"" + text_of_field(object, "meta-category") + "\""};
    json["x_misp_name"] = name;
    json["x_misp_meta_category"] = text_of_field(object, "meta-category");
    if (!attributes.empty()) json["x_misp_attributes"] = attributes;
    put(std::move(json));
  }

  void report(const Json& event, const Uuid& uuid) {
    if (refs_.empty()) return;  // STIX has no report of nothing
    std::ranges::sort(refs_);
    const auto repeated = std::ranges::unique(refs_);
    refs_.erase(repeated.begin(), repeated.end());
    Json json = exchange::made(making_here_, published_ ? "report" : "grouping", uuid);
    json["name"] = text_of_field(event, "info");
    json["labels"] = {published_ ? "Threat-Report" : "Threat-Report (unpublished)", "misp:tool=\"ccop\""};
    for (const auto& tag : list_in(event, "Tag"))
      if (const std::string name = text_of_field(tag, "name"); !name.empty()) json["labels"].push_back(name);
    json["object_refs"] = refs_;
    if (published_)
      json["published"] = to_timestamp(seconds_in(event, "publish_timestamp").value_or(making_here_.at));
    else
      json["context"] = "suspicious-activity";
    made.objects.push_back(std::move(json));
  }

  Making making_;
  Making making_here_;
  bool published_{};
  std::size_t attributes_{};
  std::vector<std::string> refs_;
  std::set<std::string> makers_;
  std::set<std::string> clusters_;
  std::map<Uuid, std::string> became_;  ///< of this event's attributes and objects, the ids that they have here
};

}  // namespace

FromMisp from_misp(std::string_view text, const Making& making) {
  // simdjson first: it refuses broken text, wrong UTF-8 and deep nesting before a tree is made of it.
  simdjson::dom::parser parser;
  if (parser.allocate(text.size(), 64) != simdjson::SUCCESS) throw BundleMistake{0, "a file that fits into memory"};
  if (const auto error = parser.parse(text.data(), text.size()).error())
    throw BundleMistake{0, std::string{"JSON: "} + simdjson::error_message(error)};
  const Json json = Json::parse(text);
  Converter converter{making};
  const auto take = [&](const Json& one) {
    if (one.is_object() && one.contains("Event") && one["Event"].is_object())
      converter.event(one["Event"]);
    else if (one.is_object() && one.contains("uuid") && one.contains("info"))
      converter.event(one);
    else
      converter.made.mistakes.emplace_back("expected an event of MISP");
  };
  const Json& events = json.is_object() && json.contains("response") ? json["response"] : json;
  if (events.is_array())
    for (const auto& one : events) take(one);
  else
    take(events);
  return std::move(converter.made);
}

}  // namespace ccop::exchange
