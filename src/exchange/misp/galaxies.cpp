#include "exchange/misp/galaxies.hpp"

#include "base/text.hpp"
#include "exchange/misp/fields.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::misp {
namespace {

struct Galaxy {
  std::string_view part;  ///< of the galaxy's type
  std::string_view stix;
};
/// The first that fits counts.
constexpr std::array galaxies{Galaxy{"course-of-action", "course-of-action"},
                              Galaxy{"intrusion-set", "intrusion-set"},
                              Galaxy{"attack-pattern", "attack-pattern"},
                              Galaxy{"techniques", "attack-pattern"},
                              Galaxy{"threat-actor", "threat-actor"},
                              Galaxy{"activity-group", "threat-actor"},
                              Galaxy{"ics-groups", "threat-actor"},
                              Galaxy{"branded-vulnerability", "vulnerability"},
                              Galaxy{"malware", "malware"},
                              Galaxy{"malpedia", "malware"},
                              Galaxy{"ransomware", "malware"},
                              Galaxy{"stealer", "malware"},
                              Galaxy{"backdoor", "malware"},
                              Galaxy{"banker", "malware"},
                              Galaxy{"android", "malware"},
                              Galaxy{"cryptominers", "malware"},
                              Galaxy{"ics-software", "malware"},
                              Galaxy{"exploit-kit", "tool"},
                              Galaxy{"botnet", "tool"},
                              Galaxy{"tool", "tool"},
                              Galaxy{"tds", "tool"},
                              Galaxy{"rat", "tool"}};

/// A list, or the one text that stands where a list should.
std::vector<std::string> texts_in(const Json& json, const char* name) {
  std::vector<std::string> texts;
  for (const auto& one : list_in(json, name))
    if (one.is_string() && !one.get_ref<const std::string&>().empty()) texts.push_back(one);
  if (const auto found = json.find(name);
      found != json.end() && found->is_string() && !found->get<std::string>().empty())
    texts.push_back(*found);
  return texts;
}

std::string source_of(const std::string& external_id) {
  if (external_id.starts_with("CVE-")) return "cve";
  return external_id.starts_with("CAPEC-") ? "capec" : "mitre-attack";
}

/// MISP writes a phase as `kill chain:phase`, sometimes with a platform in between.
void add_phases(Json& json, const Json& meta) {
  for (const auto& text : texts_in(meta, "kill_chain")) {
    const auto parts = pieces_of(text, ':');
    if (parts.size() > 1)
      json["kill_chain_phases"].push_back({{"kill_chain_name", parts.front()}, {"phase_name", parts.back()}});
  }
}

}  // namespace

std::string stix_type_of_galaxy(std::string_view galaxy_type) {
  const auto found = std::ranges::find_if(galaxies, [&](const Galaxy& one) {
    return galaxy_type == one.part || galaxy_type.find(one.part) != std::string_view::npos;
  });
  return found == galaxies.end() ? std::string{} : std::string{found->stix};
}

void describe_cluster(Json& json, const Json& cluster) {
  const std::string type = json["type"];
  const std::string value = text_of(cluster, "value");
  const auto dash = value.rfind(" - ");
  json["name"] = dash == std::string::npos ? value : value.substr(0, dash);
  if (const std::string text = text_of(cluster, "description"); !text.empty()) json["description"] = text;
  if (type == "malware") json["is_family"] = true;
  const auto meta = cluster.find("meta");
  if (meta == cluster.end() || !meta->is_object()) return;
  Json references = Json::array();
  for (const auto& id : texts_in(*meta, "external_id"))
    references.push_back({{"source_name", source_of(id)}, {"external_id", id}});
  for (const auto& url : texts_in(*meta, "refs")) references.push_back({{"source_name", "url"}, {"url", url}});
  if (!references.empty()) json["external_references"] = references;
  const bool has_aliases = type != "vulnerability" && type != "course-of-action";
  if (const auto aliases = texts_in(*meta, "synonyms"); has_aliases && !aliases.empty()) json["aliases"] = aliases;
  if (type == "attack-pattern" || type == "malware" || type == "tool") add_phases(json, *meta);
}

}  // namespace ccop::exchange::misp
