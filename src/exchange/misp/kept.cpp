#include "exchange/misp/kept.hpp"

#include "exchange/misp/fields.hpp"

namespace ccop::exchange::misp {
namespace {

void keep(Json& kept, const Json& from, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const std::string text = text_of(from, name); !text.empty()) kept[name] = text;
}

Json names_of_tags(const Json& holder) {
  Json names = Json::array();
  for (const auto& tag : list_in(holder, "Tag"))
    if (const std::string name = text_of(tag, "name"); !name.empty()) names.push_back(name);
  return names;
}

Json kept_object(const Json& object) {
  Json kept = Json::object();
  keep(kept, object,
       {"uuid", "name", "meta-category", "description", "template_uuid", "template_version", "comment", "timestamp",
        "first_seen", "last_seen"});
  kept["attributes"] = kept_attributes(object, false);
  if (Json references = kept_references(object); !references.empty()) kept["references"] = std::move(references);
  return kept;
}

}  // namespace

Json kept_attribute(const Json& attribute, bool with_data) {
  Json kept = Json::object();
  keep(kept, attribute,
       {"uuid", "type", "object_relation", "category", "value", "comment", "timestamp", "first_seen", "last_seen"});
  if (with_data) keep(kept, attribute, {"data"});
  if (attribute.contains("to_ids")) kept["to_ids"] = says_yes(attribute, "to_ids");
  if (Json tags = names_of_tags(attribute); !tags.empty()) kept["tags"] = std::move(tags);
  return kept;
}

Json kept_attributes(const Json& object, bool with_data) {
  Json all = Json::array();
  for (const auto& attribute : list_in(object, "Attribute"))
    if (attribute.is_object() && !says_yes(attribute, "deleted")) all.push_back(kept_attribute(attribute, with_data));
  return all;
}

Json kept_references(const Json& object) {
  Json references = Json::array();
  for (const auto& reference : list_in(object, "ObjectReference")) {
    Json one = Json::object();
    keep(one, reference, {"uuid", "referenced_uuid", "relationship_type", "comment"});
    references.push_back(std::move(one));
  }
  return references;
}

Json kept_objects(const Json& object, const Parts& parts) {
  Json all = Json::array({kept_object(object)});
  for (const Json* part : parts.of(object))
    for (auto& one : kept_objects(*part, parts)) all.push_back(std::move(one));
  return all;
}

void keep_fields(Json& json, const Json& holder, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const std::string text = text_of(holder, name); !text.empty()) json[std::string{"x_misp_"} + name] = text;
}

Json as_misp_has_it(const Json& kept) {
  Json json = kept;
  for (const auto& [ours, theirs] : {std::pair{"attributes", "Attribute"}, std::pair{"references", "ObjectReference"}})
    if (kept.contains(ours)) {
      json.erase(ours);
      json[theirs] = Json::array();
      for (const auto& one : list_in(kept, ours))
        if (one.is_object()) json[theirs].push_back(as_misp_has_it(one));
    }
  if (kept.contains("tags")) {
    json.erase("tags");
    json["Tag"] = Json::array();
    for (const auto& name : list_in(kept, "tags"))
      if (name.is_string()) json["Tag"].push_back({{"name", name}});
  }
  return json;
}

}  // namespace ccop::exchange::misp
