#include "exchange/misp/contents.hpp"

#include "exchange/misp/events.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/kept.hpp"
#include "exchange/misp/tags.hpp"
#include "exchange/stix/forms.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::misp {
namespace {

std::optional<Microseconds> time_in(const Json& json, const char* name) {
  return parse_timestamp(text_of(json, name));
}

std::string seconds_of(Microseconds time) {
  return std::to_string(time / 1'000'000);
}

bool is_revoked(const Json& object) {
  return says_yes(object, "revoked");
}

std::optional<Uuid> uuid_of(const Json& object) {
  const auto id = parse_identifier(text_of(object, "id"));
  return id ? std::optional{id->uuid} : std::nullopt;
}

/// The attribute that a rule of another language than STIX's is.
std::string type_of_rule(const std::string& pattern_type) {
  constexpr std::array<std::string_view, 7> same{"yara", "sigma", "snort", "suricata", "zeek", "bro", "kusto-query"};
  if (std::ranges::find(same, pattern_type) != same.end()) return pattern_type;
  return pattern_type == "kql" ? "kusto-query" : "";
}

bool is_of_misp(const Json& object) {
  return !labelled(object, "type").empty() || !labelled(object, "name").empty();
}

void say_times(Json& attribute, const Json& object, const char* first, const char* last) {
  const auto created = time_in(object, "created");
  for (const auto& [ours, theirs] : {std::pair{first, "first_seen"}, std::pair{last, "last_seen"}})
    if (const auto time = time_in(object, ours); time && time != created)
      attribute[theirs] = to_timestamp(*time, *time % 1000 != 0);
}

}  // namespace

Contents::Contents(const std::vector<Json>& all, Microseconds now, const FindObject& find, Leftovers& left_out)
    : now_(now), find_(find), left_out_(left_out) {
  for (const Json& object : all) by_id_[text_of(object, "id")] = &object;
  for (const Json& object : all)
    if (is_of_misp(object))
      for (const auto& ref : list_in(object, "object_refs"))
        if (ref.is_string()) observed_.insert(ref.get<std::string>());
  for (const Json& object : all) sort_in(object);
  for (const Uuid& uuid : order_)
    if (const Group& group = groups_[uuid]; group.kept != nullptr && text_of(*group.kept, "type") == "x-misp-object")
      for (const auto& one : list_in(*group.kept, "x_misp_attributes"))
        if (const auto own = parse_uuid(text_of(one, "uuid"))) within_.insert(*own);
  for (const Uuid& uuid : order_)
    if (!within_.contains(uuid)) add(uuid, groups_[uuid]);
  for (const auto& [about, sighting] : sightings_)
    if (!groups_.contains(about)) leave_out(reason::no_counterpart, *sighting);
}

/// Cyber-observables go out with the observation of MISP's that refers to them.
void Contents::sort_in(const Json& object) {
  const std::string type = text_of(object, "type");
  const auto uuid = uuid_of(object);
  if (!uuid) return;
  const auto group = [&]() -> Group& {
    if (!groups_.contains(*uuid)) order_.push_back(*uuid);
    return groups_[*uuid];
  };
  if (const auto schema = Schema::stix21().type(type); schema != nullptr && schema->kind == Kind::observable) {
    if (!observed_.contains(text_of(object, "id"))) leave_out(reason::no_counterpart, object);
    return;
  }
  if (type == "indicator") {
    group().indicator = &object;
  } else if (type == "observed-data" && is_of_misp(object)) {
    group().observed = &object;
  } else if (type == "x-misp-attribute" || type == "x-misp-object") {
    group().kept = &object;
  } else if (type == "note" && labelled(object, "data-layer") == "Event Report") {
    add_report(object);
  } else if (type == "sighting" || (type == "opinion" && text_of(object, "opinion") == "strongly-disagree")) {
    const Json& of = object.contains("object_refs") ? list_in(object, "object_refs") : object;
    const std::string id = of.is_array() ? (of.empty() || !of[0].is_string() ? "" : of[0].get<std::string>())
                                         : text_of(of, "sighting_of_ref");
    const auto about = parse_identifier(id);
    sightings_.emplace(about ? about->uuid : Uuid{}, &object);
  } else if (is_of_misp(object) || type == "vulnerability" || type == "campaign") {
    group().described = &object;
  } else if (is_between_what_goes_out_as_one(object)) {
    return;
  } else if (type != "identity" && type != "marking-definition") {
    leave_out(reason::no_counterpart, object);
  }
}

/// An indicator and the observation that it is based on are one attribute or object of MISP's.
bool Contents::is_between_what_goes_out_as_one(const Json& relationship) const {
  if (text_of(relationship, "relationship_type") != "based-on") return false;
  const auto observed = by_id_.find(text_of(relationship, "target_ref"));
  return observed != by_id_.end() && is_of_misp(*observed->second);
}

const Json* Contents::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found != by_id_.end() ? found->second : find_(id);
}

void Contents::leave_out(std::string_view why, const Json& object) {
  std::string what = text_of(object, "type");
  if (what == "indicator" && text_of(object, "pattern_type") != "stix" && object.contains("pattern_type"))
    what += " " + text_of(object, "pattern_type");
  const std::string name = text_of(object, "name");
  left_out_.add(why, what, text_of(object, "id") + (name.empty() ? "" : " '" + name + "'"));
}

/// Empty where it detects.
std::string_view Contents::why_not(const Json& indicator) const {
  return why_not_detecting(indicator, now_);
}

bool Contents::detects(const Json* indicator) const {
  return indicator != nullptr && why_not(*indicator).empty();
}

void Contents::add(const Uuid& uuid, const Group& group) {
  if (group.indicator != nullptr && !detects(group.indicator)) leave_out(why_not(*group.indicator), *group.indicator);
  if (group.kept != nullptr && !is_revoked(*group.kept)) {
    if (text_of(*group.kept, "type") == "x-misp-object") return add_kept_object(*group.kept);
    Json& json = put(*group.kept, uuid, {text_of(*group.kept, "x_misp_type"), text_of(*group.kept, "x_misp_value")},
                     labelled(*group.kept, "to_ids") == "True");
    for (const char* name : {"data", "first_seen", "last_seen"})
      if (const std::string said = text_of(*group.kept, (std::string{"x_misp_"} + name).c_str()); !said.empty())
        json[name] = said;
    return;
  }
  if (add_objects_as_they_were(group) || add_attribute_as_it_was(uuid, group)) return;
  if (group.indicator != nullptr) {
    if (detects(group.indicator)) add_indicator(uuid, *group.indicator);
  } else if (group.observed != nullptr) {
    if (!is_revoked(*group.observed)) leave_out(reason::no_counterpart, *group.observed);
  } else if (group.described != nullptr) {
    add_described(uuid, *group.described);
  }
}

/// One attribute, with all that is said of it.
Json& Contents::put(const Json& holder, const Uuid& uuid, const Attribute& attribute, bool detects) {
  const std::string category = labelled(holder, "category");
  Json json{{"uuid", to_text(uuid)},
            {"type", attribute.type},
            {"category", category.empty() ? Table::built_in().category(attribute.type) : category},
            {"value", attribute.value},
            {"to_ids", detects},
            {"distribution", "5"},
            {"comment", text_of(holder, "description")},
            {"timestamp", seconds_of(time_in(holder, "modified").value_or(now_))},
            {"Tag", tags_of(holder)}};
  if (text_of(holder, "type") == "indicator") say_times(json, holder, "valid_from", "");
  if (Json sightings = sightings_of(uuid); !sightings.empty()) json["Sighting"] = std::move(sightings);
  if (const auto until = time_in(holder, "valid_until"))
    json["Sighting"].push_back(
        {{"uuid", to_text(name_based_uuid(exchange_namespace(), to_text(uuid) + "/expires/" + std::to_string(*until)))},
         {"type", "2"},
         {"date_sighting", seconds_of(*until)}});
  ++written;
  attributes.push_back(std::move(json));
  return attributes.back();
}

Json Contents::sightings_of(const Uuid& uuid) const {
  Json all = Json::array();
  const auto [begin, end] = sightings_.equal_range(uuid);
  for (auto at = begin; at != end; ++at) {
    const Json& sighting = *at->second;
    const auto own = uuid_of(sighting);
    const auto when = time_in(sighting, "last_seen");
    Json json{{"uuid", own ? to_text(*own) : ""},
              {"type", text_of(sighting, "type") == "sighting" ? "0" : "1"},
              {"date_sighting", seconds_of(when ? *when : time_in(sighting, "created").value_or(now_))},
              {"source", text_of(sighting, "description")}};
    if (const Json& where = list_in(sighting, "where_sighted_refs"); !where.empty() && where[0].is_string())
      if (const Json* identity = find(where[0]))
        if (const auto by = uuid_of(*identity))
          json["Organisation"] = {{"uuid", to_text(*by)}, {"name", text_of(*identity, "name")}};
    all.push_back(std::move(json));
  }
  return all;
}

void Contents::put_data(Json& attribute) const {
  const auto uuid = parse_uuid(text_of(attribute, "uuid"));
  const Json* artifact = uuid ? find(identifier("artifact", *uuid)) : nullptr;
  if (artifact != nullptr && !attribute.contains("data"))
    if (std::string data = text_of(*artifact, "payload_bin"); !data.empty()) attribute["data"] = std::move(data);
}

std::string Contents::value_of(const Uuid& uuid, const Group& group, const std::string& type) const {
  const Thing* thing = Table::built_in().attribute(type);
  if (group.indicator != nullptr) {
    std::string pattern = text_of(*group.indicator, "pattern");
    if (thing != nullptr && thing->root == "indicator") return pattern;
    // Its name is the value as it came; what it detects by counts, where the two differ.
    for (const char* name : {"x_misp_value", "name"})
      if (std::string said = text_of(*group.indicator, name);
          !said.empty() && pattern_of_attribute(type, said) == pattern)
        return said;
    const auto alternatives = alternatives_of(pattern);
    if (!alternatives || alternatives->size() != 1) return {};
    const auto attribute = attribute_of(alternatives->front(), type);
    return attribute && attribute->type == type ? attribute->value : std::string{};
  }
  const Json* head = group.observed != nullptr ? group.observed : group.described;
  if (head == nullptr || thing == nullptr) return {};
  if (std::string said = text_of(*head, "x_misp_value"); !said.empty()) return said;
  const Json* root = group.observed != nullptr ? find(identifier(thing->root, uuid)) : head;
  if (root == nullptr) return {};
  return value_observed(*thing, *root, [&](const std::string& id) { return find(id); }).value_or("");
}

bool Contents::add_attribute_as_it_was(const Uuid& uuid, const Group& group) {
  Group alive = group;
  if (alive.indicator != nullptr && is_revoked(*alive.indicator)) alive.indicator = nullptr;
  if (alive.observed != nullptr && is_revoked(*alive.observed)) alive.observed = nullptr;
  const Json* head = alive.indicator != nullptr  ? alive.indicator
                     : alive.observed != nullptr ? alive.observed
                                                 : alive.described;
  if (head == nullptr || is_revoked(*head)) return false;
  const std::string type = labelled(*head, "type");
  if (type.empty()) return false;
  const std::string value = value_of(uuid, alive, type);
  if (value.empty()) return false;
  const bool is_marked = alive.indicator != nullptr ? detects(alive.indicator)
                                                    : alive.observed == nullptr && labelled(*head, "to_ids") == "True";
  Json& json = put(*head, uuid, {type, value}, is_marked);
  if (alive.observed != nullptr) say_times(json, *alive.observed, "first_observed", "last_observed");
  if (alive.indicator == nullptr && alive.observed != nullptr)
    json["comment"] = text_of(*alive.observed, "x_misp_comment");
  put_data(json);
  return true;
}

/// The objects that it was made of, where it still says what they say.
bool Contents::add_objects_as_they_were(const Group& group) {
  const bool is_alive = group.indicator != nullptr && !is_revoked(*group.indicator);
  const Json* head = is_alive ? group.indicator : group.observed != nullptr ? group.observed : group.described;
  if (head == nullptr || is_revoked(*head) || !head->contains("x_misp_objects")) return false;
  Json all = Json::array();
  for (const auto& one : list_in(*head, "x_misp_objects"))
    if (one.is_object()) all.push_back(as_misp_has_it(one));
  if (is_alive) {
    const auto again = from_misp(Json{{"Object", all}}.dump(), {});
    const auto same = std::ranges::find_if(again.objects,
                                           [&](const Json& one) { return text_of(one, "id") == text_of(*head, "id"); });
    if (same == again.objects.end() || (*same)["pattern"] != (*head)["pattern"]) return false;
  }
  for (auto& object : all) {
    for (auto& attribute : object["Attribute"]) {
      // Objects of MISP's have no tags: how far it may go every attribute says for itself.
      for (const auto& tag : tags_of(*head)) attribute["Tag"].push_back(tag);
      put_data(attribute);
      if (group.indicator != nullptr && !detects(group.indicator)) attribute["to_ids"] = false;
      if (const auto uuid = parse_uuid(text_of(attribute, "uuid"))) within_.insert(*uuid);
    }
    objects.push_back(std::move(object));
  }
  ++written;
  return true;
}

void Contents::add_kept_object(const Json& kept) {
  Json object{{"uuid", to_text(*uuid_of(kept))},
              {"name", text_of(kept, "x_misp_name")},
              {"meta-category", text_of(kept, "x_misp_meta_category")},
              {"comment", text_of(kept, "description")},
              {"timestamp", seconds_of(time_in(kept, "modified").value_or(now_))},
              {"distribution", "5"},
              {"Attribute", Json::array()}};
  for (const char* name : {"template_uuid", "template_version", "first_seen", "last_seen"})
    if (const std::string said = text_of(kept, (std::string{"x_misp_"} + name).c_str()); !said.empty())
      object[name] = said;
  for (const auto& one : list_in(kept, "x_misp_attributes")) {
    if (!one.is_object()) continue;
    Json attribute = as_misp_has_it(one);
    const auto uuid = parse_uuid(text_of(one, "uuid"));
    // What its indicator no longer detects by, nobody should.
    const auto found = uuid ? groups_.find(*uuid) : groups_.end();
    if (found != groups_.end() && found->second.indicator != nullptr && !detects(found->second.indicator))
      attribute["to_ids"] = false;
    for (const auto& tag : tags_of(kept)) attribute["Tag"].push_back(tag);
    object["Attribute"].push_back(std::move(attribute));
  }
  for (const auto& one : list_in(kept, "x_misp_references"))
    if (one.is_object()) object["ObjectReference"].push_back(one);
  ++written;
  objects.push_back(std::move(object));
}

void Contents::add_indicator(const Uuid& uuid, const Json& indicator) {
  const std::string kind = text_of(indicator, "pattern_type");
  const std::string pattern = text_of(indicator, "pattern");
  const auto put_one = [&](const Uuid& own, const Attribute& attribute) {
    Json& json = put(indicator, own, attribute, true);
    const std::string name = text_of(indicator, "name");
    // People see a comment; the tag is what is read back.
    if (text_of(json, "comment").empty() && name != attribute.value) json["comment"] = name;
    if (!name.empty() && name != attribute.value) json["Tag"].push_back({{"name", name_tag(name)}});
  };
  if (!kind.empty() && kind != "stix") {
    const std::string type = type_of_rule(kind);
    if (type.empty()) return leave_out(reason::no_counterpart, indicator);
    tell_properties(indicator);
    return put_one(uuid, {type, pattern});
  }
  tell_properties(indicator);
  std::vector<Attribute> all;
  if (const auto alternatives = alternatives_of(pattern))
    for (const auto& conjunction : *alternatives) {
      auto attribute = attribute_of(conjunction);
      if (!attribute) {
        all.clear();
        break;
      }
      all.push_back(*std::move(attribute));
    }
  if (all.empty()) return put_one(uuid, {"stix2-pattern", pattern});
  if (all.size() == 1) return put_one(uuid, all.front());
  for (const auto& attribute : all)
    put_one(name_based_uuid(exchange_namespace(), to_text(uuid) + "/" + attribute.type + "/" + attribute.value),
            attribute);
  written -= all.size() - 1;
}

void Contents::tell_properties(const Json& indicator) {
  constexpr std::array<std::string_view, 24> said{"type",
                                                  "id",
                                                  "spec_version",
                                                  "created",
                                                  "modified",
                                                  "created_by_ref",
                                                  "revoked",
                                                  "labels",
                                                  "confidence",
                                                  "lang",
                                                  "external_references",
                                                  "object_marking_refs",
                                                  "name",
                                                  "description",
                                                  "indicator_types",
                                                  "pattern",
                                                  "pattern_type",
                                                  "pattern_version",
                                                  "valid_from",
                                                  "valid_until",
                                                  "kill_chain_phases",
                                                  "x_misp_value",
                                                  "x_misp_objects",
                                                  "defanged"};
  for (const auto& [name, value] : indicator.items())
    if (std::ranges::find(said, name) == said.end()) left_out_.add(reason::property, name, text_of(indicator, "id"));
}

void Contents::add_described(const Uuid& uuid, const Json& described) {
  const std::string type = text_of(described, "type");
  const std::string name = text_of(described, "name");
  if (is_revoked(described)) return leave_out(reason::revoked, described);
  if (type == "vulnerability" && is_cve_id(name)) {
    put(described, uuid, {"vulnerability", name}, false);
  } else if (type == "campaign" && !name.empty()) {
    put(described, uuid, {"campaign-name", name}, false);
  } else {
    leave_out(reason::no_counterpart, described);
  }
}

void Contents::add_report(const Json& note) {
  if (is_revoked(note)) return;
  reports.push_back({{"uuid", to_text(*uuid_of(note))},
                     {"name", text_of(note, "abstract")},
                     {"content", text_of(note, "content")},
                     {"timestamp", seconds_of(time_in(note, "modified").value_or(now_))},
                     {"distribution", "5"}});
  ++written;
}

}  // namespace ccop::exchange::misp
