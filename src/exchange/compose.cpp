#include "exchange/compose.hpp"

namespace ccop::exchange {
namespace {

Json vulnerability_of(const Making& making, const Sign& sign, std::string_view owner) {
  Json json =
      made(making, "vulnerability", name_based_uuid(exchange_namespace(), std::string{owner} + "/" + sign.value));
  json["name"] = sign.value;
  json["external_references"] = {{{"source_name", "cve"}, {"external_id", sign.value}}};
  return json;
}

}  // namespace

Json made(const Making& making, std::string_view type, const std::optional<Uuid>& uuid) {
  const std::string time = to_timestamp(making.at / 1000 * 1000);
  Json json{{"type", type},    {"spec_version", "2.1"}, {"id", identifier(type, uuid ? *uuid : random_uuid())},
            {"created", time}, {"modified", time},      {"object_marking_refs", {marking_id(making.level)}}};
  if (!making.created_by.empty()) json["created_by_ref"] = making.created_by;
  if (making.under_chatham_house) json["object_marking_refs"].push_back(chatham_house_marking());
  return json;
}

Json related(const Making& making, const std::string& kind, const std::string& source, const std::string& target) {
  Json json = made(making, "relationship", name_based_uuid(exchange_namespace(), source + kind + target));
  json["relationship_type"] = kind;
  json["source_ref"] = source;
  json["target_ref"] = target;
  return json;
}

Json indicator_of(const Making& making, const Sign& sign, std::string_view owner) {
  const std::string pattern = pattern_of(sign);
  Json json = made(making, "indicator", name_based_uuid(exchange_namespace(), std::string{owner} + "/" + pattern));
  json["name"] = sign.value;
  json["pattern"] = pattern;
  json["pattern_type"] = "stix";
  json["valid_from"] = json["created"];
  json["indicator_types"] = {"malicious-activity"};
  if (const auto known = word_of(known_for(sign)); !known.empty())
    json["labels"] = {"well-known:" + std::string{known}};
  return json;
}

std::vector<Json> compose_signs(const Making& making, const std::vector<Sign>& signs, std::string_view owner) {
  std::vector<Json> objects;
  objects.reserve(signs.size());
  for (const Sign& sign : signs) {
    if (sign.kind == Recognised::cve)
      objects.push_back(vulnerability_of(making, sign, owner));
    else if (sign.kind != Recognised::technique)
      objects.push_back(indicator_of(making, sign, owner));
  }
  return objects;
}

std::vector<Json> compose(const Making& making, const IncidentReport& report) {
  Json incident = made(making, "incident", report.uuid);
  incident["name"] = report.name;
  std::string text = report.description;
  incident["x_ccop_found_by"] = report.found_by;
  incident["x_ccop_helped"] = report.helped;
  if (!text.empty()) incident["description"] = text;
  if (report.when) incident["x_ccop_when"] = to_timestamp(*report.when);
  for (const char* name : {"x_ccop_found_by", "x_ccop_helped"})
    if (incident[name].get<std::string>().empty()) incident.erase(name);
  auto signs = recognise(report.signs);
  std::erase_if(signs, [&](const Sign& sign) { return report.without.contains(sign.value); });
  // A technique is known to all by its number: the incident says it, and needs no object of its own for it.
  for (const Sign& sign : signs)
    if (sign.kind == Recognised::technique)
      incident["external_references"].push_back({{"source_name", "mitre-attack"}, {"external_id", sign.value}});
  const std::string id = incident["id"];
  std::vector<Json> objects{incident};
  // Within one incident, each sign is an object of its own: two incidents that share a value are found by the value.
  for (auto& json : compose_signs(making, signs, id)) {
    const std::string about = json["id"];
    objects.push_back(std::move(json));
    objects.push_back(related(making, "related-to", about, id));
  }
  return objects;
}

}  // namespace ccop::exchange
