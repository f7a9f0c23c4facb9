#include "exchange/misp/writer.hpp"

#include "base/text.hpp"
#include "exchange/misp/fields.hpp"

#include <algorithm>

namespace ccop::exchange::misp {
namespace {

std::string label(std::string_view name, std::string_view value) {
  return "misp:" + std::string{name} + "=\"" + std::string{value} + "\"";
}

Json labels_of(const Json& holder) {
  Json labels = Json::array();
  const bool is_object = holder.contains("meta-category");
  const char* const kind = is_object ? "name" : "type";
  const char* const category = is_object ? "meta-category" : "category";
  labels.push_back(label(kind, text_of(holder, kind)));
  labels.push_back(label(category, text_of(holder, category)));
  if (holder.contains("to_ids")) labels.push_back(label("to_ids", says_yes(holder, "to_ids") ? "True" : "False"));
  for (const auto& tag : list_in(holder, "Tag"))
    if (const std::string name = text_of(tag, "name"); !name.empty()) labels.push_back(name);
  return labels;
}

/// A kind of relationship as STIX writes it; what MISP calls one may be any text.
std::string kind_of_relationship(std::string_view text) {
  std::string kind = in_small_letters(text);
  std::ranges::replace(kind, '_', '-');
  std::ranges::replace(kind, ' ', '-');
  return is_type_name(kind) ? kind : "related-to";
}

}  // namespace

Json Writer::headed(const Json& holder, std::string_view type, const Uuid& uuid, Level level) const {
  Making own = making;
  own.at = seconds_in(holder, "timestamp").value_or(own.at);
  own.level = level;
  Json json = made(own, type, uuid);
  json["labels"] = labels_of(holder);
  if (const std::string comment = text_of(holder, "comment"); !comment.empty()) json["description"] = comment;
  return json;
}

std::string Writer::put(Json json) {
  std::string id = json["id"];
  refs.push_back(id);
  objects.push_back(std::move(json));
  return id;
}

std::string Writer::observation_of(const Translation& translation, Json head, const Json& holder) {
  const auto& seen = translation.objects();
  if (!translation.is_observed() || !std::ranges::all_of(seen, [&](const Json& one) { return holds(one); })) return {};
  head.erase("description");
  const auto time = [&](const char* name) {
    const auto said = time_of(text_of(holder, name));
    return said ? Json(to_timestamp(*said)) : head["created"];
  };
  head["first_observed"] = time("first_seen");
  head["last_observed"] = time("last_seen");
  if (head["last_observed"] < head["first_observed"]) head["last_observed"] = head["first_observed"];
  head["number_observed"] = 1;
  for (Json one : seen) {
    head["object_refs"].push_back(one["id"]);
    one["object_marking_refs"] = head["object_marking_refs"];
    put(std::move(one));
  }
  return put(std::move(head));
}

Ids Writer::put_observed(const Translation& translation, const Json& holder, const Uuid& uuid, Level level) {
  const std::string pattern = translation.pattern();
  const std::string seen = observation_of(translation, headed(holder, "observed-data", uuid, level), holder);
  if (pattern.empty()) return seen.empty() ? Ids{} : Ids{seen};
  Json json = headed(holder, "indicator", uuid, level);
  json["pattern"] = pattern;
  json["pattern_type"] = "stix";
  json["pattern_version"] = "2.1";
  json["valid_from"] = json["created"];
  if (const auto name = text_of(holder, "value"); !name.empty()) json["name"] = name;
  if (const auto phase = text_of(holder, holder.contains("category") ? "category" : "meta-category"); !phase.empty())
    json["kill_chain_phases"] = Json::array({{{"kill_chain_name", "misp-category"}, {"phase_name", phase}}});
  if (!holds(json)) return seen.empty() ? Ids{} : Ids{seen};
  const std::string indicator = put(std::move(json));
  if (seen.empty()) return {indicator};
  relate(indicator, "based-on", seen);
  return {indicator, seen};
}

Ids Writer::put_described(const Translation& translation) {
  const Json& json = translation.objects().front();
  return holds(json) ? Ids{put(json)} : Ids{};
}

void Writer::relate(const std::string& source, const std::string& kind, const std::string& target,
                    const std::optional<Uuid>& uuid) {
  Json json = related(making, kind_of_relationship(kind), source, target);
  if (uuid) json["id"] = identifier("relationship", *uuid);
  put(std::move(json));
}

}  // namespace ccop::exchange::misp
