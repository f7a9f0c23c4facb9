#include "exchange/misp/events.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/galaxies.hpp"
#include "exchange/misp/handling.hpp"
#include "exchange/misp/parts.hpp"
#include "exchange/misp/writer.hpp"
#include "exchange/stix/bundle_reader.hpp"

#include <simdjson.h>

#include <algorithm>
#include <set>

namespace ccop::exchange {
namespace {

using misp::Ids;
using misp::level_in;
using misp::says_yes;
using misp::seconds_in;
using misp::Table;
using misp::text_of;
using misp::Thing;
using misp::thing_of;
using misp::Told;
using misp::Translation;

constexpr std::size_t most_attributes = 1'000'000;

bool is_observable(const Thing& thing) {
  return Schema::stix21().type(thing.root)->kind == Kind::observable;
}

bool is_indicator(std::string_view id) {
  return id.starts_with("indicator--");
}

bool is_annotation(const Json& object) {
  return text_of(object, "name") == "annotation";
}

/// Objects of older events don't say what an attribute is to them; it has the name of its type then.
std::string relation_of(const Json& attribute) {
  const std::string relation = text_of(attribute, "object_relation");
  return relation.empty() ? text_of(attribute, "type") : relation;
}

std::optional<Uuid> target_of(const Json& reference) {
  return parse_uuid(text_of(reference, "referenced_uuid"));
}

class Converter {
 public:
  explicit Converter(const Making& making) : making_(making) {}

  void event(const Json& event) {
    const auto uuid = uuid_in(event, "event");
    if (!uuid) return;
    misp::append_narrow(narrow_, event, "event " + to_text(*uuid));
    published_ = says_yes(event, "published");
    id_ = identifier(published_ ? "report" : "grouping", *uuid);
    out_.making = making_;
    out_.making.at = seconds_in(event, "timestamp").value_or(making_.at);
    if (const auto level = level_in(event)) out_.making.level = *level;
    if (const auto maker = event.find("Orgc"); maker != event.end())
      if (const std::string id = organization(*maker); !id.empty()) out_.making.created_by = id;
    out_.refs.clear();
    became_.clear();
    for (const auto& id : clusters_of(event)) out_.refs.push_back(id);
    for (const auto& attribute : list_in(event, "Attribute")) take_attribute(attribute);
    take_objects(list_in(event, "Object"));
    for (const auto& text : list_in(event, "EventReport")) take_event_report(text);
    report(event, *uuid);
  }

  void refuse(std::string mistake) { mistakes_.push_back(std::move(mistake)); }
  FromMisp made() && { return {std::move(out_.objects), std::move(mistakes_), std::move(narrow_)}; }

 private:
  std::optional<Uuid> uuid_in(const Json& json, const char* what) {
    const auto uuid = parse_uuid(text_of(json, "uuid"));
    if (!uuid) refuse(std::string{what} + " " + text_of(json, "id") + ": uuid: expected a UUID");
    return uuid;
  }

  /// The identity of an organization of MISP's; empty where it says too little.
  std::string organization(const Json& one) {
    if (!one.is_object()) return {};
    const auto uuid = parse_uuid(text_of(one, "uuid"));
    const std::string name = text_of(one, "name");
    if (!uuid || name.empty()) return {};
    Json json = exchange::made(out_.making, "identity", uuid);
    json.erase("created_by_ref");
    json["name"] = name;
    json["identity_class"] = "organization";
    std::string id = json["id"];
    if (once_.insert(id).second) out_.objects.push_back(std::move(json));
    return id;
  }

  /// Galaxies without a type of their own in STIX stay as the tags that they are.
  Ids clusters_of(const Json& holder) {
    Ids ids;
    for (const auto& galaxy : list_in(holder, "Galaxy")) {
      const std::string kind = misp::stix_type_of_galaxy(text_of(galaxy, "type"));
      for (const auto& cluster : list_in(galaxy, "GalaxyCluster")) {
        const auto uuid = parse_uuid(text_of(cluster, "uuid"));
        if (!uuid || kind.empty()) continue;
        ids.push_back(identifier(kind, *uuid));
        if (!once_.insert(ids.back()).second) continue;
        Json json = exchange::made(out_.making, kind, uuid);
        misp::describe_cluster(json, cluster);
        out_.objects.push_back(std::move(json));
      }
    }
    return ids;
  }

  /// Nothing is marked less strictly than any part of it.
  [[nodiscard]] Level level_of(const Json& holder) const {
    Level level = std::max(out_.making.level, level_in(holder).value_or(out_.making.level));
    for (const auto& attribute : list_in(holder, "Attribute"))
      level = std::max(level, level_in(attribute).value_or(level));
    for (const Json* part : parts_.of(holder)) level = std::max(level, level_of(*part));
    return level;
  }

  static Told told_by(const Json& attribute, const Uuid& uuid, const Uuid& object, std::string relation) {
    return {std::move(relation),          text_of(attribute, "value"), text_of(attribute, "data"), uuid, object,
            says_yes(attribute, "to_ids")};
  }

  void take_attribute(const Json& attribute) {
    if (++attributes_ > most_attributes || !attribute.is_object() || says_yes(attribute, "deleted")) return;
    const auto uuid = uuid_in(attribute, "attribute");
    if (!uuid) return;
    Ids ids = convert_attribute(attribute, *uuid);
    take_what_is_said_of(ids, attribute);
    became_[*uuid] = std::move(ids);
  }

  Ids convert_attribute(const Json& attribute, const Uuid& uuid) {
    const std::string type = text_of(attribute, "type");
    const Level level = level_of(attribute);
    const Told told = told_by(attribute, uuid, uuid, "");
    const Thing* thing = Table::built_in().attribute(type);
    if (thing != nullptr && (thing->root != "indicator" || told.detects)) {
      Ids ids = translate(*thing, attribute, {{thing, told}}, uuid, level);
      if (!ids.empty()) return ids;
    }
    Json json = out_.headed(attribute, "x-misp-attribute", uuid, level);
    json["x_misp_type"] = type;
    json["x_misp_value"] = told.value;
    json["x_misp_category"] = text_of(attribute, "category");
    return {out_.put(std::move(json))};
  }

  using AllTold = std::vector<std::pair<const Thing*, Told>>;  ///< with the thing that each is told of

  Ids translate(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level) {
    return is_observable(thing) ? observe(thing, holder, all, uuid, level) : describe(thing, holder, all, uuid, level);
  }

  Ids observe(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level) {
    Translation translation{thing,
                            {{"type", thing.root}, {"spec_version", "2.1"}, {"id", identifier(thing.root, uuid)}}};
    for (const auto& [of, told] : all) translation.take(*of, told);
    translation.finish();
    return out_.put_observed(translation, holder, uuid, level);
  }

  Ids describe(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level) {
    Json head = out_.headed(holder, thing.root, uuid, level);
    if (thing.root == "indicator") head["valid_from"] = head["created"];
    if (thing.root == "note") head["object_refs"] = annotated_by(holder);
    // What the object says of itself counts more than a remark on it; a note says nothing but its content.
    if (thing.root == "note" || says_own_description(thing, all)) head.erase("description");
    Translation translation{thing, std::move(head)};
    for (const auto& [of, told] : all) translation.take(*of, told);
    translation.finish();
    return out_.put_described(translation);
  }

  static bool says_own_description(const Thing& thing, const AllTold& all) {
    return std::ranges::any_of(all, [&](const auto& one) {
      const auto places = thing.places.find(one.second.relation);
      return places != thing.places.end() && places->second.front().steps.front().property == "description";
    });
  }

  /// The ids of what an annotation refers to; of the event as a whole, where there is none.
  [[nodiscard]] Json annotated_by(const Json& object) const {
    Json refs = Json::array();
    for (const auto& reference : list_in(object, "ObjectReference"))
      if (const auto target = target_of(reference))
        if (const auto found = became_.find(*target); found != became_.end())
          for (const auto& id : found->second) refs.push_back(id);
    if (refs.empty()) refs.push_back(id_);
    return refs;
  }

  void take_objects(const Json& objects) {
    parts_ = misp::Parts{objects};
    // Annotations speak of other objects, so these come first.
    for (const bool annotations : {false, true})
      for (const auto& object : objects)
        if (object.is_object() && is_annotation(object) == annotations) take_object(object);
    for (const auto& object : objects)
      if (object.is_object() && !is_annotation(object)) relate_references_of(object);
  }

  void take_object(const Json& object) {
    if (says_yes(object, "deleted")) return;
    const auto uuid = uuid_in(object, "object");
    if (!uuid || parts_.is_part(*uuid)) return;
    AllTold all;
    gather(object, *uuid, all);
    const Thing* thing = thing_of(object);
    const Level level = level_of(object);
    Ids ids = thing == nullptr ? Ids{} : translate(*thing, object, all, *uuid, level);
    // An indicator holds what detects; where nothing could be observed, the rest would be lost.
    const bool is_all_there = !ids.empty() && (ids.size() > 1 || !is_observable(*thing) || !is_indicator(ids.front()));
    if (is_all_there)
      say_what_became_of(object, *uuid, ids);
    else
      keep_as_it_is(object, *uuid, std::move(ids));
  }

  void gather(const Json& object, const Uuid& uuid, AllTold& all) {
    const Thing* thing = thing_of(object);
    if (thing == nullptr) return;
    for (const auto& attribute : list_in(object, "Attribute")) {
      if (++attributes_ > most_attributes) return;
      const auto own = parse_uuid(text_of(attribute, "uuid"));
      if (own && !says_yes(attribute, "deleted"))
        all.emplace_back(thing, told_by(attribute, *own, uuid, relation_of(attribute)));
    }
    for (const Json* part : parts_.of(object))
      if (const auto own = parse_uuid(text_of(*part, "uuid"))) gather(*part, *own, all);
  }

  /// What is said of a part or an attribute is said of the whole that it went into.
  void say_what_became_of(const Json& object, const Uuid& uuid, const Ids& ids) {
    take_what_is_said_of(ids, object);
    became_[uuid] = ids;
    for (const auto& attribute : list_in(object, "Attribute"))
      if (const auto own = parse_uuid(text_of(attribute, "uuid"))) {
        take_what_is_said_of(ids, attribute);
        became_[*own] = ids;
      }
    for (const Json* part : parts_.of(object))
      if (const auto own = parse_uuid(text_of(*part, "uuid"))) say_what_became_of(*part, *own, ids);
  }

  void keep_as_it_is(const Json& object, const Uuid& uuid, Ids ids = {}) {
    Json attributes = Json::array();
    for (const auto& attribute : list_in(object, "Attribute")) {
      Json kept = Json::object();
      for (const char* name : {"type", "object_relation", "value", "category", "data"})
        if (const std::string text = text_of(attribute, name); !text.empty()) kept[name] = text;
      attributes.push_back(std::move(kept));
    }
    Json json = out_.headed(object, "x-misp-object", uuid, level_of(object));
    json["x_misp_name"] = text_of(object, "name");
    json["x_misp_meta_category"] = text_of(object, "meta-category");
    if (!attributes.empty()) json["x_misp_attributes"] = std::move(attributes);
    ids.push_back(out_.put(std::move(json)));
    const auto parts = parts_.take_from(object);
    say_what_became_of(object, uuid, ids);
    for (const Json* part : parts)
      if (const auto own = parse_uuid(text_of(*part, "uuid"))) keep_as_it_is(*part, *own);
  }

  void relate_references_of(const Json& object) {
    const auto uuid = parse_uuid(text_of(object, "uuid"));
    const auto source = uuid ? became_.find(*uuid) : became_.end();
    if (source == became_.end()) return;
    for (const auto& reference : list_in(object, "ObjectReference")) {
      const auto target = target_of(reference);
      const auto found = target ? became_.find(*target) : became_.end();
      if (found == became_.end() || found->second == source->second || ++attributes_ > most_attributes) continue;
      out_.relate(source->second.front(), text_of(reference, "relationship_type"), found->second.front(),
                  parse_uuid(text_of(reference, "uuid")));
    }
  }

  void take_what_is_said_of(const Ids& ids, const Json& holder) {
    for (const auto& cluster : clusters_of(holder)) {
      out_.refs.push_back(cluster);
      const bool indicates = is_indicator(ids.front()) && !cluster.starts_with("course-of-action--") &&
                             !cluster.starts_with("vulnerability--");
      out_.relate(ids.front(), indicates ? "indicates" : "related-to", cluster);
    }
    for (const auto& sighting : list_in(holder, "Sighting")) take_sighting(ids, sighting);
  }

  /// Seen, or seen where nothing was wrong: the latter is an opinion.
  void take_sighting(const Ids& ids, const Json& sighting) {
    const auto uuid = parse_uuid(text_of(sighting, "uuid"));
    const std::string kind = text_of(sighting, "type");
    if (!uuid || (kind != "0" && kind != "1") || ++attributes_ > most_attributes) return;
    Making making = out_.making;
    making.at = seconds_in(sighting, "date_sighting").value_or(making.at);
    Json json = exchange::made(making, kind == "0" ? "sighting" : "opinion", uuid);
    if (kind == "0") {
      json["sighting_of_ref"] = ids.front();
      if (ids.size() > 1 && ids.back().starts_with("observed-data--"))
        json["observed_data_refs"] = Json::array({ids.back()});
      if (const auto by = sighting.find("Organisation"); by != sighting.end())
        if (const std::string identity = organization(*by); !identity.empty())
          json["where_sighted_refs"] = Json::array({identity});
      if (const std::string source = text_of(sighting, "source"); !source.empty()) json["description"] = source;
    } else {
      json["opinion"] = "strongly-disagree";
      json["explanation"] = "False positive Sighting";
      json["object_refs"] = ids;
    }
    out_.put(std::move(json));
  }

  /// A text about the event is a note about what it refers to, `@[attribute](UUID)`, or about the event as a whole.
  void take_event_report(const Json& text) {
    const auto uuid = parse_uuid(text_of(text, "uuid"));
    const std::string content = text_of(text, "content");
    if (!uuid || content.empty() || says_yes(text, "deleted") || out_.refs.empty()) return;
    Making making = out_.making;
    making.at = seconds_in(text, "timestamp").value_or(making.at);
    Json json = exchange::made(making, "note", uuid);
    json["content"] = content;
    if (const std::string name = text_of(text, "name"); !name.empty()) json["abstract"] = name;
    json["labels"] = Json::array({"misp:data-layer=\"Event Report\""});
    std::set<std::string> about;
    for (auto at = content.find("]("); at != std::string::npos; at = content.find("](", at + 1))
      if (const auto named = parse_uuid(std::string_view{content}.substr(at + 2, uuid_length)))
        if (const auto found = became_.find(*named); found != became_.end())
          about.insert(found->second.begin(), found->second.end());
    if (about.empty()) about.insert(id_);
    json["object_refs"] = about;
    out_.put(std::move(json));
  }

  void report(const Json& event, const Uuid& uuid) {
    if (out_.refs.empty()) return;  // STIX has no report of nothing
    Json json = exchange::made(out_.making, published_ ? "report" : "grouping", uuid);
    json["name"] = text_of(event, "info");
    json["labels"] = {published_ ? "Threat-Report" : "Threat-Report (unpublished)", "misp:tool=\"ccop\""};
    for (const auto& tag : list_in(event, "Tag"))
      if (const std::string name = text_of(tag, "name"); !name.empty()) json["labels"].push_back(name);
    json["object_refs"] = std::set<std::string>{out_.refs.begin(), out_.refs.end()};
    if (published_)
      json["published"] = to_timestamp(seconds_in(event, "publish_timestamp").value_or(out_.making.at));
    else
      json["context"] = "suspicious-activity";
    out_.objects.push_back(std::move(json));
  }

  Making making_;
  misp::Writer out_;
  std::vector<std::string> mistakes_;
  std::vector<std::string> narrow_;
  std::string id_;  ///< of this event's report
  bool published_{};
  std::size_t attributes_{};
  std::set<std::string> once_;  ///< identities and clusters, which events share
  std::map<Uuid, Ids> became_;  ///< of this event's attributes and objects
  misp::Parts parts_;
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
      converter.refuse("expected an event of MISP");
  };
  const Json& events = json.is_object() && json.contains("response") ? json["response"] : json;
  if (events.is_array())
    for (const auto& one : events) take(one);
  else
    take(events);
  return std::move(converter).made();
}

}  // namespace ccop::exchange
