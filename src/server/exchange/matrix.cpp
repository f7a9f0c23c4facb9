// The techniques of ATT&CK, how many objects speak of each, and how many organizations saw it.
#include "base/codec.hpp"
#include "base/text.hpp"
#include "exchange/stix/head.hpp"
#include "exchange/stix/terms.hpp"
#include "server/exchange/reader.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

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

Technique ExchangeReader::technique(const store::ObjectRow& row, const exchange::Head& head) const {
  const std::string id = exchange::identifier(row.name.type, row.name.uuid);
  const std::string& external = head.technique->external_id;
  store::SearchQuery speaking{lists_, {{{exchange::reference_term(id), false}, {in_small_letters(external), false}}}};
  speaking.limit = most_counted;
  const std::size_t count = store_.search(speaking).size();        // the technique itself is among them
  const bool was_seen = !referring_to(id, 1, "sighting").empty();  // most were not, and have no versions looked up
  const std::uint64_t seen = was_seen ? sightings_of(id, store_.versions(row.name)) : 0;
  return {id, external, head.title, count > 0 ? count - 1 : 0, seen};
}

Matrix ExchangeReader::matrix() const {
  std::map<std::pair<int, std::string>, Tactic> tactics;
  store::PageQuery query{lists_, {"attack-pattern"}};
  query.limit = most_techniques;
  const auto places = store_.page(query);
  for (const auto& row : rows(std::span{places}.first(std::min(places.size(), most_techniques)))) {
    const auto head = from_json<exchange::Head>(row.head);
    if (!head.technique) continue;
    const Technique found = technique(row, head);
    for (const auto& name : head.technique->tactics) {
      Tactic& tactic = tactics[{place_of_tactic(name), name}];
      tactic.tactic = name;
      tactic.techniques.push_back(found);
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
