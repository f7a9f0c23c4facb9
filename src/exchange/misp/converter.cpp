#include "exchange/misp/converter.hpp"

#include "exchange/misp/backwards.hpp"
#include "exchange/misp/cleaning.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/handling.hpp"
#include "exchange/misp/kept.hpp"

#include <algorithm>

namespace ccop::exchange::misp {
namespace {

constexpr std::size_t most_attributes = 1'000'000;

bool is_observable(const Thing& thing) {
  return Schema::stix21().type(thing.root)->kind == Kind::observable;
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

std::string name_of(const Json& attribute) {
  return text_of(attribute, "uuid") + " '" + text_of(attribute, "value") + "'";
}

Told told_by(const Json& attribute, const Uuid& uuid, const Uuid& object, std::string relation) {
  return {std::move(relation),
          cleaned(text_of(attribute, "type"), text_of(attribute, "value")),
          text_of(attribute, "data"),
          uuid,
          object,
          says_yes(attribute, "to_ids")};
}

bool says_own_description(const Thing& thing, const std::vector<std::pair<const Thing*, Told>>& all) {
  return std::ranges::any_of(all, [&](const auto& one) {
    const auto places = thing.places.find(one.second.relation);
    return places != thing.places.end() && places->second.front().steps.front().property == "description";
  });
}

/// What the way back would not find stands beside it.
Json beside_value(const Thing& thing, const Translation& translation, const std::string& value) {
  const auto& objects = translation.objects();
  const auto find = [&](const std::string& id) -> const Json* {
    const auto found = std::ranges::find_if(objects, [&](const Json& one) { return one["id"] == id; });
    return found == objects.end() ? nullptr : &*found;
  };
  return value_observed(thing, objects.front(), find) == value ? Json::object() : Json{{"x_misp_value", value}};
}

}  // namespace

FromMisp Converter::made() && {
  return {std::move(out_.objects), std::move(mistakes_), std::move(narrow_), std::move(superseded_),
          std::move(left_out_)};
}

std::optional<Uuid> Converter::uuid_in(const Json& json, const char* what) {
  const auto uuid = parse_uuid(text_of(json, "uuid"));
  if (!uuid) refuse(std::string{what} + " " + text_of(json, "id") + ": uuid: expected a UUID");
  return uuid;
}

void Converter::begin(Microseconds at) {
  out_.making = making_;
  out_.making.at = at;
  out_.refs.clear();
  became_.clear();
  parts_ = {};
  id_.clear();
  within_.reset();
}

void Converter::event(const Json& event) {
  const auto uuid = uuid_in(event, "event");
  if (!uuid) return;
  append_narrow(narrow_, event, "event " + to_text(*uuid));
  begin(seconds_in(event, "timestamp").value_or(making_.at));
  published_ = says_yes(event, "published");
  id_ = identifier(published_ ? "report" : "grouping", *uuid);
  within_ = std::make_shared<const std::string>(id_);
  if (const auto level = level_in(event)) out_.making.level = *level;
  if (const auto maker = event.find("Orgc"); maker != event.end())
    if (const std::string id = organization(*maker); !id.empty()) out_.making.created_by = id;
  for (const auto& id : clusters_of(event)) out_.refs.push_back(id);
  for (const auto& attribute : list_in(event, "Attribute")) take_attribute(attribute);
  take_objects(list_in(event, "Object"));
  for (const auto& text : list_in(event, "EventReport")) take_event_report(text);
  for (const auto& proposal : list_in(event, "ShadowAttribute"))
    left_out_.add(reason::proposed, text_of(proposal, "type"), name_of(proposal));
  report(event, *uuid);
}

void Converter::lone_attribute(const Json& attribute) {
  begin(making_.at);
  append_narrow(narrow_, attribute, "attribute " + text_of(attribute, "uuid"));
  if (const auto event = attribute.find("Event"); event != attribute.end() && event->is_object()) {
    if (text_of(attribute, "distribution") == "5" || text_of(attribute, "distribution").empty())
      append_narrow(narrow_, *event, "event " + text_of(*event, "uuid"));
    if (const auto level = level_in(*event)) out_.making.level = *level;
  }
  take_attribute(attribute);
}

void Converter::lone_objects(const Json& objects) {
  begin(making_.at);
  for (const auto& object : objects) append_narrow(narrow_, object, "object " + text_of(object, "uuid"));
  take_objects(objects);
}

/// Nothing is marked less strictly than any part of it.
Level Converter::level_of(const Json& holder) const {
  Level level = std::max(out_.making.level, level_in(holder).value_or(out_.making.level));
  for (const auto& attribute : list_in(holder, "Attribute"))
    level = std::max(level, level_in(attribute).value_or(level));
  for (const Json* part : parts_.of(holder)) level = std::max(level, level_of(*part));
  return level;
}

void Converter::take_attribute(const Json& attribute) {
  if (++attributes_ > most_attributes || !attribute.is_object()) return;
  if (says_yes(attribute, "deleted")) return drop(attribute, text_of(attribute, "type"));
  const auto uuid = uuid_in(attribute, "attribute");
  if (!uuid) return;
  Ids ids = convert_attribute(attribute, *uuid, level_of(attribute));
  supersede(*uuid, attribute, ids);
  take_what_is_said_of(ids, attribute);
  became_[*uuid] = std::move(ids);
}

/// Says what of a value was put right, and what can't be what it is said to be.
void Converter::remark_on(const Json& attribute, const std::string& value) {
  const std::string type = text_of(attribute, "type");
  if (value != text_of(attribute, "value"))
    left_out_.add(reason::cleaned, type, name_of(attribute) + " is '" + value + "'");
  if (!is_of_its_type(type, value)) left_out_.add(reason::not_of_its_type, type, name_of(attribute));
}

Ids Converter::convert_attribute(const Json& attribute, const Uuid& uuid, Level level) {
  const std::string type = text_of(attribute, "type");
  const Thing* thing = Table::built_in().attribute(type);
  remark_on(attribute, cleaned(type, text_of(attribute, "value")));
  if (thing != nullptr && (thing->root != "indicator" || says_yes(attribute, "to_ids"))) {
    Ids ids = whole_of(*thing, attribute, uuid, level);
    if (!ids.empty()) return ids;
  }
  if (says_yes(attribute, "to_ids")) left_out_.add(reason::not_detecting, type, name_of(attribute));
  if (thing == nullptr) left_out_.add(reason::kept_as_it_is, type, name_of(attribute));
  Json json = out_.headed(attribute, "x-misp-attribute", uuid, level);
  json["x_misp_type"] = type;
  json["x_misp_value"] = text_of(attribute, "value");
  json["x_misp_category"] = text_of(attribute, "category");
  keep_fields(json, attribute, {"data", "first_seen", "last_seen"});
  return {out_.put(std::move(json))};
}

/// What an attribute is as a whole; nothing where a part of it has no place, for the rest would say something else.
Ids Converter::whole_of(const Thing& thing, const Json& attribute, const Uuid& uuid, Level level) {
  const Told told = told_by(attribute, uuid, uuid, "");
  Json holder = attribute;
  holder["value"] = told.value;
  if (!is_observable(thing)) {
    Json beside = Json::object();
    if (thing.root != "indicator" && making_.keeps_own) {
      Translation trial{thing, {{"id", ""}}};
      trial.take(thing, told);
      beside = beside_value(thing, trial, told.value);
    }
    return describe(thing, holder, {{&thing, told}}, uuid, level, beside);
  }
  Translation translation{thing, {{"type", thing.root}, {"spec_version", "2.1"}, {"id", identifier(thing.root, uuid)}}};
  translation.take(thing, told);
  translation.finish();
  if (!translation.is_whole()) return {};
  return out_.put_observed(translation, holder, uuid, level,
                           making_.keeps_own ? beside_value(thing, translation, told.value) : Json::object());
}

Ids Converter::translate(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level,
                         const Json& beside) {
  return is_observable(thing) ? observe(thing, holder, all, uuid, level, beside)
                              : describe(thing, holder, all, uuid, level, beside);
}

Ids Converter::observe(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level,
                       const Json& beside) {
  Translation translation{thing, {{"type", thing.root}, {"spec_version", "2.1"}, {"id", identifier(thing.root, uuid)}}};
  for (const auto& [of, told] : all) translation.take(*of, told);
  translation.finish();
  return out_.put_observed(translation, holder, uuid, level, beside);
}

Ids Converter::describe(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level,
                        const Json& beside) {
  Json head = out_.headed(holder, thing.root, uuid, level);
  if (thing.root == "indicator") head["valid_from"] = head["created"];
  if (thing.root == "note") head["object_refs"] = annotated_by(holder);
  // What the object says of itself counts more than a remark on it; a note says nothing but its content.
  if (thing.root == "note" || says_own_description(thing, all)) head.erase("description");
  Translation translation{thing, std::move(head)};
  for (const auto& [of, told] : all) translation.take(*of, told);
  translation.finish();
  return out_.put_described(translation, beside);
}

/// The ids of what an annotation refers to; of the event as a whole, where there is none.
Json Converter::annotated_by(const Json& object) const {
  Json refs = Json::array();
  for (const auto& reference : list_in(object, "ObjectReference"))
    if (const auto target = target_of(reference))
      if (const auto found = became_.find(*target); found != became_.end())
        for (const auto& id : found->second) refs.push_back(id);
  if (refs.empty() && !id_.empty()) refs.push_back(id_);
  return refs;
}

void Converter::take_objects(const Json& objects) {
  parts_ = Parts{objects};
  // Annotations speak of other objects, so these come first.
  for (const bool annotations : {false, true})
    for (const auto& object : objects)
      if (object.is_object() && is_annotation(object) == annotations) take_object(object);
  for (const auto& object : objects)
    if (object.is_object() && !is_annotation(object)) relate_references_of(object);
}

void Converter::take_object(const Json& object) {
  if (says_yes(object, "deleted")) return drop(object, text_of(object, "name"));
  const auto uuid = uuid_in(object, "object");
  if (!uuid || parts_.is_part(*uuid)) return;
  AllTold all;
  gather(object, *uuid, all);
  const Thing* thing = thing_of(object);
  Json beside = Json::object();
  if (thing != nullptr && making_.keeps_own) beside["x_misp_objects"] = kept_objects(object, parts_);
  Ids ids = thing == nullptr ? Ids{} : translate(*thing, object, all, *uuid, level_of(object), beside);
  // An indicator holds what detects; where nothing could be observed, the rest would be lost.
  const bool is_all_there = !ids.empty() && (ids.size() > 1 || !is_observable(*thing) || !is_indicator(ids.front()));
  if (is_all_there) {
    supersede(*uuid, object, ids);
    say_what_became_of(object, *uuid, ids);
  } else {
    keep_as_it_is(object, *uuid, std::move(ids));
  }
}

void Converter::gather(const Json& object, const Uuid& uuid, AllTold& all) {
  const Thing* thing = thing_of(object);
  if (thing == nullptr) return;
  for (const auto& attribute : list_in(object, "Attribute")) {
    if (++attributes_ > most_attributes) return;
    if (!attribute.is_object()) continue;
    if (says_yes(attribute, "deleted")) {
      left_out_.add(reason::deleted, text_of(attribute, "type"), text_of(attribute, "uuid"));
      continue;
    }
    const auto own = parse_uuid(text_of(attribute, "uuid"));
    if (!own) {
      left_out_.add(reason::incomplete, text_of(attribute, "type"), name_of(attribute));
      continue;
    }
    all.emplace_back(thing, told_by(attribute, *own, uuid, relation_of(attribute)));
    remark_on(attribute, all.back().second.value);
  }
  for (const Json* part : parts_.of(object))
    if (const auto own = parse_uuid(text_of(*part, "uuid"))) gather(*part, *own, all);
}

/// What is said of a part or an attribute is said of the whole that it went into.
void Converter::say_what_became_of(const Json& object, const Uuid& uuid, const Ids& ids) {
  take_what_is_said_of(ids, object);
  became_[uuid] = ids;
  for (const auto& attribute : list_in(object, "Attribute"))
    if (const auto own = parse_uuid(text_of(attribute, "uuid")); own && !says_yes(attribute, "deleted")) {
      take_what_is_said_of(ids, attribute);
      became_[*own] = ids;
    }
  for (const Json* part : parts_.of(object))
    if (const auto own = parse_uuid(text_of(*part, "uuid"))) say_what_became_of(*part, *own, ids);
}

void Converter::keep_as_it_is(const Json& object, const Uuid& uuid, Ids ids) {
  left_out_.add(reason::kept_as_it_is, text_of(object, "name"), text_of(object, "uuid"));
  Json json = out_.headed(object, "x-misp-object", uuid, level_of(object));
  json["x_misp_name"] = text_of(object, "name");
  json["x_misp_meta_category"] = text_of(object, "meta-category");
  if (Json attributes = kept_attributes(object, true); !attributes.empty())
    json["x_misp_attributes"] = std::move(attributes);
  if (Json references = kept_references(object); !references.empty()) json["x_misp_references"] = std::move(references);
  keep_fields(json, object, {"template_uuid", "template_version", "first_seen", "last_seen"});
  const bool detects = !ids.empty();
  const std::string kept = out_.put(std::move(json));
  ids.push_back(kept);
  supersede(uuid, object, ids);
  const auto parts = parts_.take_from(object);
  say_what_became_of(object, uuid, ids);
  if (!detects) detect_by_parts_of(object, kept);
  for (const Json* part : parts)
    if (const auto own = parse_uuid(text_of(*part, "uuid"))) keep_as_it_is(*part, *own);
}

/// Of an object that STIX has no place for each attribute that detects does so by itself.
void Converter::detect_by_parts_of(const Json& object, const std::string& kept) {
  for (const auto& attribute : list_in(object, "Attribute")) {
    if (!attribute.is_object()) continue;
    const auto uuid = parse_uuid(text_of(attribute, "uuid"));
    if (says_yes(attribute, "deleted")) {
      drop(attribute, text_of(attribute, "type"));
    } else if (!uuid) {
      left_out_.add(reason::incomplete, text_of(attribute, "type"), name_of(attribute));
    } else {
      const std::string type = text_of(attribute, "type");
      const Thing* thing = Table::built_in().attribute(type);
      Ids ids;
      if (says_yes(attribute, "to_ids")) {
        remark_on(attribute, cleaned(type, text_of(attribute, "value")));
        const Level level = std::max(level_of(attribute), level_in(object).value_or(out_.making.level));
        if (thing != nullptr) ids = whole_of(*thing, attribute, *uuid, level);
        if (ids.empty()) left_out_.add(reason::not_detecting, type, name_of(attribute));
      }
      supersede(*uuid, attribute, ids);
      if (ids.empty()) continue;
      out_.relate(ids.front(), "related-to", kept);
      became_[*uuid] = std::move(ids);
    }
  }
}

void Converter::relate_references_of(const Json& object) {
  const auto uuid = parse_uuid(text_of(object, "uuid"));
  const auto source = uuid ? became_.find(*uuid) : became_.end();
  if (source == became_.end()) return;
  for (const auto& reference : list_in(object, "ObjectReference")) {
    const auto target = target_of(reference);
    const auto found = target ? became_.find(*target) : became_.end();
    if (found == became_.end()) left_out_.add(reason::to_nothing, "ObjectReference", text_of(reference, "uuid"));
    if (found == became_.end() || found->second == source->second || ++attributes_ > most_attributes) continue;
    out_.relate(source->second.front(), text_of(reference, "relationship_type"), found->second.front(),
                parse_uuid(text_of(reference, "uuid")));
  }
}

}  // namespace ccop::exchange::misp
