#include "server/exchange/values_anew.hpp"

#include "base/bad_input.hpp"
#include "exchange/compose.hpp"
#include "exchange/csv/lists.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using exchange::Recognised;
using exchange::Sign;
using Json = nlohmann::json;

constexpr const char* attack = "mitre-attack";
constexpr std::string_view well_known = "well-known:";

bool is_technique(const Json& reference) {
  return reference.is_object() && reference.value("source_name", "") == attack;
}

/// By what one knows that two objects say the same.
std::string said_by(const Json& json) {
  return json.value("type", "") + json.value(json.value("type", "") == "indicator" ? "pattern" : "name", "");
}

void label_what_is_known(Json& indicator, const Json& made) {
  Json labels = Json::array();
  for (const auto& label : exchange::list_in(indicator, "labels"))
    if (label.is_string() && !label.get_ref<const std::string&>().starts_with(well_known)) labels.push_back(label);
  for (const auto& label : exchange::list_in(made, "labels")) labels.push_back(label);
  indicator.erase("labels");
  if (!labels.empty()) indicator["labels"] = std::move(labels);
}

void say_technique(Json& incident, const std::string& number) {
  for (const auto& reference : exchange::list_in(incident, "external_references"))
    if (is_technique(reference) && reference.value("external_id", "") == number) return;
  incident["external_references"].push_back({{"source_name", attack}, {"external_id", number}});
}

/// What is said as the whole incident is: by the same, to the same. A release names objects, and these are others.
void mark_as(const Json& incident, Json& part) {
  Json markings = Json::array();
  for (const auto& marking : exchange::list_in(incident, "object_marking_refs"))
    if (marking != exchange::released_marking()) markings.push_back(marking);
  part["object_marking_refs"] = std::move(markings);
  const auto& extension = exchange::recipients_extension();
  if (const Json extensions = incident.value("extensions", Json::object()); extensions.contains(extension))
    part["extensions"][extension] = extensions[extension];
}

std::set<std::string> held_by(const ExchangeReader& reader, const store::ObjectRow& row) {
  std::set<std::string> held;
  for (const auto& part : reader.parts(row))
    if (!from_json<exchange::Head>(part.head).revoked) held.insert(said_by(Json::parse(part.json)));
  return held;
}

}  // namespace

void look_for(Json& indicator, const std::string& text) {
  if (indicator["type"] != "indicator") throw BadInput{"value", "none, but for an indicator"};
  const bool is_stix = indicator.value("pattern_type", "stix") == "stix";
  const auto old = is_stix ? exchange::listed_values(indicator) : std::nullopt;
  if (!old || old->size() != 1) throw BadInput{"value", "none, for its pattern says more than a value"};
  const auto signs = exchange::recognise(text);
  if (signs.size() != 1 || exchange::pattern_of(signs.front()).empty())
    throw BadInput{"value", "one value that can be looked for: an address, domain, URL, hash or name of a file"};
  const Json made = exchange::indicator_of({}, signs.front(), "");
  if (indicator.value("name", "") == old->front().value) indicator["name"] = made["name"];
  indicator["pattern"] = made["pattern"];
  indicator.erase("x_misp_value");
  label_what_is_known(indicator, made);
}

void drop_techniques(Json& incident, std::set<std::string>& dropped) {
  Json kept = Json::array();
  for (const auto& reference : exchange::list_in(incident, "external_references"))
    if (!is_technique(reference) || dropped.erase(reference.value("external_id", "")) == 0) kept.push_back(reference);
  incident.erase("external_references");
  if (!kept.empty()) incident["external_references"] = std::move(kept);
}

std::vector<Json> further_parts(Json& incident, const std::string& text, const std::set<std::string>& without,
                                const ExchangeReader& reader, const store::ObjectRow& row) {
  exchange::Making making{incident.value("created_by_ref", "")};
  making.at = exchange::microseconds_now();
  auto signs = exchange::recognise(text);
  std::erase_if(signs, [&](const Sign& sign) { return without.contains(sign.value); });
  for (const Sign& sign : signs)
    if (sign.kind == Recognised::technique) say_technique(incident, sign.value);
  const std::string id = incident["id"];
  const auto held = held_by(reader, row);
  std::vector<Json> objects;
  for (auto& json : exchange::compose_signs(making, signs, id)) {
    if (held.contains(said_by(json))) continue;
    // Under its usual id stands what was dropped, which has no further versions, or what looks for something else now.
    if (reader.object(json["id"].get<std::string>()))
      json["id"] = exchange::identifier(json["type"].get<std::string>(), exchange::random_uuid());
    Json relation = exchange::related(making, "related-to", json["id"], id);
    mark_as(incident, json);
    mark_as(incident, relation);
    objects.push_back(std::move(json));
    objects.push_back(std::move(relation));
  }
  return objects;
}

}  // namespace ccop::server
