#include "exchange/misp/writer.hpp"

#include "base/text.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/tags.hpp"

#include <algorithm>

namespace ccop::exchange::misp {
namespace {

Json own_labels_of(const Json& holder) {
  Json labels = Json::array();
  const bool is_object = holder.contains("meta-category");
  const char* const kind = is_object ? "name" : "type";
  const char* const category = is_object ? "meta-category" : "category";
  labels.push_back(own_label(kind, text_of(holder, kind)));
  labels.push_back(own_label(category, text_of(holder, category)));
  if (holder.contains("to_ids")) labels.push_back(own_label("to_ids", says_yes(holder, "to_ids") ? "True" : "False"));
  return labels;
}

/// When the latest change of something was; an object changes with its attributes.
Microseconds changed_at(const Json& holder, Microseconds otherwise) {
  Microseconds at = seconds_in(holder, "timestamp").value_or(otherwise);
  for (const auto& attribute : list_in(holder, "Attribute"))
    at = std::max(at, seconds_in(attribute, "timestamp").value_or(at));
  return at;
}

/// When it was said to be of use no more: the latest of its sightings of that kind (2).
std::optional<Microseconds> expiry_of(const Json& holder) {
  std::optional<Microseconds> expiry;
  for (const auto& sighting : list_in(holder, "Sighting"))
    if (sighting.is_object() && text_of(sighting, "type") == "2")
      if (const auto date = seconds_in(sighting, "date_sighting")) expiry = std::max(expiry.value_or(*date), *date);
  for (const auto& attribute : list_in(holder, "Attribute"))
    if (const auto one = expiry_of(attribute)) expiry = std::max(expiry.value_or(*one), *one);
  return expiry;
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
  own.at = changed_at(holder, own.at);
  own.level = level;
  Json json = made(own, type, uuid);
  json["labels"] = own_labels_of(holder);
  take_tags(json, holder);
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

Json Writer::indicator_of(const std::string& pattern, const Json& holder, const Uuid& uuid, Level level) const {
  Json json = headed(holder, "indicator", uuid, level);
  json["pattern"] = pattern;
  json["pattern_type"] = "stix";
  json["pattern_version"] = "2.1";
  const auto first_seen = time_of(text_of(holder, "first_seen"));
  json["valid_from"] = first_seen ? Json(to_timestamp(*first_seen)) : json["created"];
  if (const auto expiry = expiry_of(holder)) {
    constexpr Microseconds a_second = 1'000'000;
    json["valid_until"] = to_timestamp(*expiry);
    // What had expired before it was last changed was valid before that.
    if (parse_timestamp(json["valid_from"].get<std::string>()) >= *expiry)
      json["valid_from"] = to_timestamp(std::max<Microseconds>(*expiry - a_second, 0));
  }
  if (json.contains("name") && json["name"] == json.value("description", "")) json.erase("description");
  if (const auto name = text_of(holder, "value"); !name.empty() && !json.contains("name")) json["name"] = name;
  if (const auto phase = text_of(holder, holder.contains("category") ? "category" : "meta-category"); !phase.empty())
    json["kill_chain_phases"].push_back({{"kill_chain_name", "misp-category"}, {"phase_name", phase}});
  return json;
}

Ids Writer::put_observed(const Translation& translation, const Json& holder, const Uuid& uuid, Level level,
                         const Json& beside) {
  const std::string pattern = translation.pattern();
  Json json = pattern.empty() ? Json() : indicator_of(pattern, holder, uuid, level);
  if (json.is_object()) json.update(beside);
  const bool detects = json.is_object() && holds(json);
  Json head = headed(holder, "observed-data", uuid, level);
  if (!detects) {
    head.update(beside);
    // An observation has no description; its remark stands beside what was observed.
    if (const std::string comment = text_of(holder, "comment"); !comment.empty() && making.keeps_own)
      head["x_misp_comment"] = comment;
  }
  const std::string seen = observation_of(translation, std::move(head), holder);
  if (!detects) return seen.empty() ? Ids{} : Ids{seen};
  const std::string indicator = put(std::move(json));
  if (seen.empty()) return {indicator};
  relate(indicator, "based-on", seen);
  return {indicator, seen};
}

Ids Writer::put_described(const Translation& translation, const Json& beside) {
  Json json = translation.objects().front();
  json.update(beside);
  return holds(json) ? Ids{put(std::move(json))} : Ids{};
}

void Writer::relate(const std::string& source, const std::string& kind, const std::string& target,
                    const std::optional<Uuid>& uuid) {
  Json json = related(making, kind_of_relationship(kind), source, target);
  if (uuid) json["id"] = identifier("relationship", *uuid);
  put(std::move(json));
}

}  // namespace ccop::exchange::misp
