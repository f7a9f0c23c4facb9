// What an event of MISP says of its attributes and objects, and of itself.
#include "exchange/misp/converter.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/galaxies.hpp"
#include "exchange/misp/tags.hpp"

#include <algorithm>

namespace ccop::exchange::misp {
namespace {

constexpr std::size_t most_sightings = 1'000'000;

/// A sighting without a UUID is the same one wherever the same is said of the same.
Uuid uuid_of_sighting(const Json& sighting, const std::string& about) {
  if (const auto uuid = parse_uuid(text_of(sighting, "uuid"))) return *uuid;
  return name_based_uuid(exchange_namespace(), about + "/" + text_of(sighting, "type") + "/" +
                                                   text_of(sighting, "date_sighting") + "/" +
                                                   text_of(sighting, "source") + "/" + text_of(sighting, "org_id"));
}

}  // namespace

/// The identity of an organization of MISP's; empty where it says too little.
std::string Converter::organization(const Json& one) {
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
Ids Converter::clusters_of(const Json& holder) {
  Ids ids;
  for (const auto& galaxy : list_in(holder, "Galaxy")) {
    const std::string kind = stix_type_of_galaxy(text_of(galaxy, "type"));
    for (const auto& cluster : list_in(galaxy, "GalaxyCluster")) {
      const auto uuid = parse_uuid(text_of(cluster, "uuid"));
      if (!uuid || kind.empty()) {
        left_out_.add(kind.empty() ? reason::no_counterpart : reason::incomplete, "galaxy " + text_of(galaxy, "type"),
                      text_of(cluster, "value"));
        continue;
      }
      ids.push_back(identifier(kind, *uuid));
      if (!once_.insert(ids.back()).second) continue;
      Json json = exchange::made(out_.making, kind, uuid);
      describe_cluster(json, cluster);
      out_.objects.push_back(std::move(json));
    }
  }
  return ids;
}

void Converter::take_what_is_said_of(const Ids& ids, const Json& holder) {
  for (const auto& cluster : clusters_of(holder)) {
    out_.refs.push_back(cluster);
    const bool indicates = is_indicator(ids.front()) && !cluster.starts_with("course-of-action--") &&
                           !cluster.starts_with("vulnerability--");
    out_.relate(ids.front(), indicates ? "indicates" : "related-to", cluster);
  }
  for (const auto& sighting : list_in(holder, "Sighting"))
    if (sighting.is_object()) take_sighting(ids, sighting);
  for (const auto& proposal : list_in(holder, "ShadowAttribute"))
    left_out_.add(reason::proposed, text_of(proposal, "type"), text_of(proposal, "uuid"));
}

/// Seen, or seen where nothing was wrong: the latter is an opinion. That something expired, its indicator says.
void Converter::take_sighting(const Ids& ids, const Json& sighting) {
  const std::string kind = text_of(sighting, "type");
  if (kind == "2") {
    if (!is_indicator(ids.front())) left_out_.add(reason::no_counterpart, "expiration sighting", ids.front());
    return;
  }
  if ((kind != "0" && kind != "1") || ++attributes_ > most_sightings) {
    left_out_.add(reason::incomplete, "sighting", text_of(sighting, "uuid"));
    return;
  }
  Making making = out_.making;
  making.at = seconds_in(sighting, "date_sighting").value_or(making.at);
  Json json = exchange::made(making, kind == "0" ? "sighting" : "opinion", uuid_of_sighting(sighting, ids.front()));
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
void Converter::take_event_report(const Json& text) {
  const auto uuid = parse_uuid(text_of(text, "uuid"));
  const std::string content = text_of(text, "content");
  if (says_yes(text, "deleted")) {
    left_out_.add(reason::deleted, "event report", text_of(text, "uuid"));
    if (uuid) supersede(*uuid, text, {});
    return;
  }
  if (!uuid || content.empty()) {
    left_out_.add(reason::incomplete, "event report", text_of(text, "name"));
    return;
  }
  Making making = out_.making;
  making.at = seconds_in(text, "timestamp").value_or(making.at);
  Json json = exchange::made(making, "note", uuid);
  json["content"] = content;
  if (const std::string name = text_of(text, "name"); !name.empty()) json["abstract"] = name;
  json["labels"] = Json::array({own_label("data-layer", "Event Report")});
  std::set<std::string> about;
  for (auto at = content.find("]("); at != std::string::npos; at = content.find("](", at + 1))
    if (const auto named = parse_uuid(std::string_view{content}.substr(at + 2, uuid_length)))
      if (const auto found = became_.find(*named); found != became_.end())
        about.insert(found->second.begin(), found->second.end());
  if (about.empty()) about.insert(id_);
  json["object_refs"] = about;
  out_.put(std::move(json));
}

void Converter::report(const Json& event, const Uuid& uuid) {
  // STIX has no report of nothing: what was one is taken back.
  if (out_.refs.empty()) {
    superseded_.push_back({uuid, {"report", "grouping"}, out_.making.at, within_});
    return left_out_.add(reason::empty, "event", text_of(event, "uuid"));
  }
  Json json = exchange::made(out_.making, published_ ? "report" : "grouping", uuid);
  json["name"] = text_of(event, "info");
  json["labels"] = {published_ ? "Threat-Report" : "Threat-Report (unpublished)", "misp:tool=\"ccop\""};
  for (const char* name : {"date", "threat_level_id", "analysis"})
    if (const std::string said = text_of(event, name); !said.empty()) json["labels"].push_back(own_label(name, said));
  take_tags(json, event);
  json["object_refs"] = std::set<std::string>{out_.refs.begin(), out_.refs.end()};
  if (published_)
    json["published"] = to_timestamp(seconds_in(event, "publish_timestamp").value_or(out_.making.at));
  else
    json["context"] = "suspicious-activity";
  // What was published is a report from then on, and no grouping any more.
  superseded_.push_back({uuid, {published_ ? "grouping" : "report"}, out_.making.at, within_});
  out_.objects.push_back(std::move(json));
}

void Converter::supersede(const Uuid& uuid, const Json& holder, const Ids& became) {
  std::vector<std::string_view> was{"indicator", "observed-data", "x-misp-attribute", "x-misp-object", "note"};
  const Thing* thing = Table::built_in().attribute(text_of(holder, "type"));
  if (thing == nullptr && holder.contains("name")) thing = thing_of(holder);
  if (thing != nullptr && Schema::stix21().type(thing->root)->kind != Kind::observable && thing->root != "indicator")
    was.emplace_back(thing->root);
  std::erase_if(
      was, [&](std::string_view type) { return std::ranges::find(became, identifier(type, uuid)) != became.end(); });
  // In an event it is the event's version that says so, whatever the time of what was deleted.
  const Microseconds own = seconds_in(holder, "timestamp").value_or(0);
  const Microseconds at = id_.empty() ? own : std::max(own, out_.making.at);
  superseded_.push_back({uuid, std::move(was), at, within_});
}

/// What is deleted is not taken; what it was before is taken back.
void Converter::drop(const Json& deleted, std::string_view what) {
  left_out_.add(reason::deleted, what, text_of(deleted, "uuid"));
  if (const auto uuid = parse_uuid(text_of(deleted, "uuid"))) supersede(*uuid, deleted, {});
  for (const auto& attribute : list_in(deleted, "Attribute"))
    if (const auto uuid = parse_uuid(text_of(attribute, "uuid"))) supersede(*uuid, attribute, {});
}

}  // namespace ccop::exchange::misp
