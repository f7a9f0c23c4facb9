// The techniques of ATT&CK, and how many objects speak of each.
#include "base/text.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/terms.hpp"
#include "server/exchange/reader.hpp"
#include "server/exchange/titles.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_techniques = 5000;
constexpr std::size_t most_counted = 100;

/// The order of ATT&CK's enterprise tactics; others follow in the order of their names.
int place_of_tactic(const std::string& tactic) {
  static const std::vector<std::string> order{
      "reconnaissance",     "resource-development", "initial-access",  "execution",
      "persistence",        "privilege-escalation", "defense-evasion", "stealth",
      "defense-impairment", "credential-access",    "discovery",       "lateral-movement",
      "collection",         "command-and-control",  "exfiltration",    "impact"};
  const auto found = std::ranges::find(order, tactic);
  return static_cast<int>(found - order.begin());
}

}  // namespace

// Empty for what is none any more, and for sub-techniques, which count with theirs.
std::optional<Technique> ExchangeReader::technique(const store::ObjectRow& row, const Json& json) const {
  if (says(json, "revoked") || says(json, "x_mitre_deprecated")) return std::nullopt;
  std::string external;
  for (const auto& reference : exchange::list_in(json, "external_references"))
    if (text_in(reference, "source_name").starts_with("mitre")) external = text_in(reference, "external_id");
  if (external.empty() || external.find('.') != std::string::npos) return std::nullopt;
  const std::string id = exchange::identifier(row.name.type, row.name.uuid);
  store::SearchQuery speaking{lists_, {{{exchange::reference_term(id), false}, {in_small_letters(external), false}}}};
  speaking.limit = most_counted;
  const std::size_t count = store_.search(speaking).size();  // the technique itself is among them
  return Technique{id, external, text_in(json, "name"), count > 0 ? count - 1 : 0};
}

Matrix ExchangeReader::matrix() const {
  std::map<std::pair<int, std::string>, Tactic> tactics;
  store::PageQuery query{lists_, {"attack-pattern"}};
  query.limit = most_techniques;
  const auto places = store_.page(query);
  for (const auto& row : rows(std::span{places}.first(std::min(places.size(), most_techniques)))) {
    const Json json = Json::parse(row.json);
    if (!json.contains("kill_chain_phases")) continue;
    const auto found = technique(row, json);
    if (!found) continue;
    for (const auto& phase : exchange::list_in(json, "kill_chain_phases")) {
      const std::string name = text_in(phase, "phase_name");
      Tactic& tactic = tactics[{place_of_tactic(name), name}];
      tactic.tactic = name;
      tactic.techniques.push_back(*found);
    }
  }
  Matrix matrix{{}, most_counted - 1};
  for (auto& [place, tactic] : tactics) {
    std::ranges::sort(tactic.techniques, {}, &Technique::name);
    matrix.tactics.push_back(std::move(tactic));
  }
  return matrix;
}

}  // namespace ccop::server
