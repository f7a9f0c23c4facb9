#include "server/exchange_view.hpp"

#include "base/text.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/pattern.hpp"
#include "exchange/stix/terms.hpp"

#include <algorithm>
#include <set>

namespace ccop::server {
namespace {

using exchange::list_in;

using Json = nlohmann::json;
using exchange::Level;

constexpr std::size_t most_referring = 200;
constexpr std::size_t most_values = 20;
constexpr std::size_t most_in_common = 10;
constexpr std::size_t most_nodes = 80;
constexpr std::size_t most_techniques = 5000;
constexpr std::size_t most_counted = 100;
constexpr std::size_t longest_title = 200;

/// A text of an object; what custom objects put there may be anything.
std::string text(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}
bool says(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_boolean() && found->get<bool>();
}

/// What the list shows where nothing was asked for: what people look for, not what holds it together.
const std::vector<std::string>& shown_unasked() {
  static const std::vector<std::string> types{
      "attack-pattern", "campaign",       "course-of-action", "grouping", "incident",
      "indicator",      "infrastructure", "intrusion-set",    "malware",  "malware-analysis",
      "observed-data",  "report",         "threat-actor",     "tool",     "vulnerability"};
  return types;
}

/// The first value that a pattern looks for; the pattern itself where it is no pattern of STIX.
std::string title_of_pattern(const std::string& pattern) {
  const auto parsed = exchange::parse_pattern(pattern);
  const auto* read = std::get_if<exchange::Pattern>(&parsed);
  return read == nullptr || read->values.empty() ? pattern : read->values.front().value;
}

/// What was observed has no name of its own: the types of its objects, each once.
std::string kinds_referred_to(const Json& json) {
  std::string kinds;
  std::set<std::string> seen;
  for (const auto& ref : list_in(json, "object_refs")) {
    const auto id = ref.is_string() ? exchange::parse_identifier(ref.get_ref<const std::string&>()) : std::nullopt;
    if (id && seen.emplace(id->type).second) kinds += (kinds.empty() ? "" : ", ") + std::string{id->type};
  }
  return kinds;
}

std::string whole_title_of(const Json& json) {
  for (const char* name : {"name", "value", "path", "key", "content", "user_id", "abstract", "subject", "opinion"})
    if (std::string found = text(json, name); !found.empty()) return found;
  if (const auto hashes = json.find("hashes"); hashes != json.end() && hashes->is_object())
    for (const auto& [algorithm, hash] : hashes->items())
      if (hash.is_string()) return hash.get<std::string>();
  if (std::string kind = text(json, "relationship_type"); !kind.empty()) return kind;
  if (const std::string pattern = text(json, "pattern"); !pattern.empty()) return title_of_pattern(pattern);
  std::string kinds = kinds_referred_to(json);
  return kinds.empty() ? text(json, "id") : kinds;
}

std::string title_of(const Json& json) {
  return std::string{shortened(whole_title_of(json), longest_title)};
}

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

std::vector<std::vector<store::SearchTerm>> groups_of(const ExchangeQuestion& question) {
  std::vector<std::vector<store::SearchTerm>> groups;
  std::vector<std::string> terms;
  const bool one_value = question.text.find(' ') == std::string::npos;
  if (one_value && question.text.find("--") != std::string::npos && exchange::parse_identifier(question.text))
    return {{{exchange::reference_term(question.text), false}}};
  exchange::append_terms(terms, question.text);
  groups.reserve(terms.size() + 2);
  for (const auto& term : terms) groups.push_back({{term, &term == &terms.back()}});
  if (one_value && groups.size() == 1)
    for (const auto& wider : exchange::wider_terms(question.text)) groups.front().push_back({wider, false});
  if (!question.label.empty()) groups.push_back({{exchange::label_term(question.label), false}});
  if (!question.types.empty() && !groups.empty()) {
    groups.emplace_back();
    for (const auto& type : question.types) groups.back().push_back({exchange::type_term(type), false});
  }
  return groups;
}

}  // namespace

Level level_of(const store::ObjectRow& row) {
  const auto least = std::ranges::min(row.lists);
  return least < exchange::released_list ? static_cast<Level>(least) : Level::red;
}

std::vector<store::ObjectRow> ExchangeView::rows(std::span<const std::int64_t> places) const {
  std::vector<store::ObjectRow> all;
  store_.rows(places, [&](store::ObjectRow&& row) { all.push_back(std::move(row)); });
  return all;
}

Json ExchangeView::head(const store::ObjectRow& row, const Json& json) const {
  Json head{{"id", exchange::identifier(row.name.type, row.name.uuid)},
            {"type", row.name.type},
            {"title", title_of(json)},
            {"marking", exchange::word_of(level_of(row))},
            {"added", exchange::to_timestamp(row.added / 1000 * 1000)},
            {"revoked", says(json, "revoked")}};
  const std::string maker = text(json, "created_by_ref");
  // Whose an object is shows only where its maker says so itself.
  head["by"] = maker == identities_.community()      ? Json("community")
               : identities_.find(maker).has_value() ? Json(identities_.find(maker)->value)
                                                     : Json(nullptr);
  return head;
}

Json ExchangeView::found(const ExchangeQuestion& question) const {
  auto lists = question.level ? exchange::readable(reader_, *question.level) : lists_;
  const auto groups = groups_of(question);
  const std::int64_t since = question.since.value_or(0);
  std::vector<std::int64_t> places;
  if (!lists.empty()) {
    if (groups.empty() && question.text.empty()) {
      const auto& types = question.types.empty() ? shown_unasked() : question.types;
      store::PageQuery page{std::move(lists), types, store::Versions::latest, since, question.before,
                            question.limit,   true};
      places = store_.page(page);
    } else {
      store::SearchQuery search{std::move(lists), groups, since, question.before, question.limit + 1, false};
      places = store_.search(search);
    }
  }
  Json result{{"objects", Json::array()}, {"next", nullptr}};
  if (places.size() > question.limit) {
    places.resize(question.limit);
    result["next"] = std::to_string(places.back());
  }
  for (const auto& row : rows(places)) result["objects"].push_back(head(row, Json::parse(row.json)));
  return result;
}

std::optional<store::ObjectRow> ExchangeView::object(std::string_view id) const {
  const auto name = exchange::parse_identifier(id);
  if (!name) return std::nullopt;
  // Of copies from several sources, the newest shows.
  auto versions = store_.versions({std::string{name->type}, name->uuid});
  const auto found = std::find_if(versions.rbegin(), versions.rend(),
                                  [&](const store::ObjectRow& row) { return row.is_latest && is_read(row); });
  return found == versions.rend() ? std::nullopt : std::optional{std::move(*found)};
}

bool ExchangeView::is_read(const store::ObjectRow& row) const {
  return store::share_one(row.lists, lists_);
}

std::vector<store::ObjectRow> ExchangeView::referring_to(std::string_view id, std::size_t limit) const {
  store::SearchQuery query{lists_, {{{exchange::reference_term(id), false}}}};
  query.limit = limit;
  return rows(store_.search(query));
}

Json ExchangeView::page(const store::ObjectRow& row) const {
  const Json json = Json::parse(row.json);
  Json page = head(row, json);
  const std::string id = page["id"];
  page["object"] = json;
  const auto versions = store_.versions(row.name);
  page["released"] = std::ranges::find(row.lists, exchange::released_list) != row.lists.end();
  page["versions"] = std::ranges::count_if(versions, [&](const store::ObjectRow& one) { return is_read(one); });
  page["mine"] = row.source >= exchange::source::of({0}) && row.source == reader_.source();

  std::size_t sightings = 0;
  page["comments"] = Json::array();
  page["related"] = Json::array();
  std::set<std::string> shown{id};
  const auto relate = [&](const std::string& how, const std::string& other) {
    if (!shown.insert(other).second) return;
    if (const auto related = object(other))
      page["related"].push_back({{"how", how}, {"object", head(*related, Json::parse(related->json))}});
  };
  for (const auto& referring : referring_to(id, most_referring)) {
    const Json other = Json::parse(referring.json);
    if (referring.name.type == "sighting") {
      ++sightings;
    } else if (referring.name.type == "note") {
      page["comments"].push_back(
          {{"text", text(other, "content")}, {"at", exchange::to_timestamp(referring.added / 1000 * 1000)}});
    } else if (referring.name.type == "relationship") {
      const bool is_source = text(other, "source_ref") == id;
      relate(text(other, "relationship_type"), text(other, is_source ? "target_ref" : "source_ref"));
    } else {
      relate("refers-to", text(other, "id"));
    }
  }
  std::ranges::reverse(page["comments"]);
  page["sightings"] = sightings;

  page["in_common"] = Json::array();
  auto values = exchange::shared_values(row.json);
  if (values.size() > most_values) values.resize(most_values);
  for (const auto& value : values) {
    store::SearchQuery query{lists_, {{{value, false}}}};
    query.limit = most_in_common + 1;
    Json others = Json::array();
    for (const auto& other : rows(store_.search(query)))
      if (other.name != row.name) others.push_back(head(other, Json::parse(other.json)));
    if (others.empty()) continue;
    // Values that the same objects share stand together, so that each of these objects is shown once.
    const auto alike =
        std::ranges::find(page["in_common"], others, [](const Json& shared) { return shared["objects"]; });
    if (alike == page["in_common"].end())
      page["in_common"].push_back({{"values", {value}}, {"objects", others}});
    else
      (*alike)["values"].push_back(value);
  }
  return page;
}

Json ExchangeView::graph(const store::ObjectRow& row) const {
  Json graph{{"nodes", Json::array()}, {"edges", Json::array()}};
  std::set<std::string> nodes;
  const auto add_node = [&](const store::ObjectRow& one) {
    const std::string id = exchange::identifier(one.name.type, one.name.uuid);
    if (nodes.size() < most_nodes && nodes.insert(id).second)
      graph["nodes"].push_back(head(one, Json::parse(one.json)));
    return nodes.contains(id);
  };
  const auto reach = [&](const std::string& id) {
    if (nodes.contains(id)) return true;
    const auto other = object(id);
    return other && add_node(*other);
  };
  const auto join = [&](const std::string& source, const std::string& target, const std::string& label) {
    if (reach(source) && reach(target))
      graph["edges"].push_back({{"source", source}, {"target", target}, {"label", label}});
  };
  add_node(row);
  const std::string id = exchange::identifier(row.name.type, row.name.uuid);
  for (const auto& referring : referring_to(id, most_nodes)) {
    const Json other = Json::parse(referring.json);
    if (referring.name.type == "relationship") {
      join(text(other, "source_ref"), text(other, "target_ref"), text(other, "relationship_type"));
    } else if (referring.name.type != "note" && add_node(referring)) {
      join(text(other, "id"), id, referring.name.type == "sighting" ? "sighting-of" : "refers-to");
    }
  }
  const Json own = Json::parse(row.json);
  for (const auto& [name, value] : own.items()) {
    if (name == "object_marking_refs") continue;
    const std::string label = name.substr(0, name.rfind("_ref"));
    if (name.ends_with("_ref") && value.is_string()) join(id, value.get<std::string>(), label);
    if (name.ends_with("_refs") && value.is_array())
      for (const auto& ref : value)
        if (ref.is_string()) join(id, ref.get<std::string>(), label);
  }
  return graph;
}

Json ExchangeView::matrix() const {
  struct Tactic {
    std::string name;
    Json techniques = Json::array();
  };
  std::map<std::pair<int, std::string>, Tactic> tactics;
  store::PageQuery query{lists_, {"attack-pattern"}};
  query.limit = most_techniques;
  const auto places = store_.page(query);
  for (const auto& row : rows(std::span{places}.first(std::min(places.size(), most_techniques)))) {
    const Json json = Json::parse(row.json);
    if (says(json, "revoked") || says(json, "x_mitre_deprecated") || !json.contains("kill_chain_phases")) continue;
    std::string external;
    for (const auto& reference : list_in(json, "external_references"))
      if (text(reference, "source_name").starts_with("mitre")) external = text(reference, "external_id");
    if (external.empty() || external.find('.') != std::string::npos) continue;  // sub-techniques count with theirs
    const std::string id = exchange::identifier(row.name.type, row.name.uuid);
    store::SearchQuery speaking{lists_, {{{exchange::reference_term(id), false}, {in_small_letters(external), false}}}};
    speaking.limit = most_counted;
    const std::size_t count = store_.search(speaking).size();
    for (const auto& phase : list_in(json, "kill_chain_phases")) {
      const std::string name = text(phase, "phase_name");
      Tactic& tactic = tactics[{place_of_tactic(name), name}];
      tactic.name = name;
      tactic.techniques.push_back(
          {{"id", id}, {"external_id", external}, {"name", text(json, "name")}, {"count", count > 0 ? count - 1 : 0}});
    }
  }
  Json all = Json::array();
  for (auto& [place, tactic] : tactics) {
    std::sort(tactic.techniques.begin(), tactic.techniques.end(),
              [](const Json& a, const Json& b) { return text(a, "name") < text(b, "name"); });
    all.push_back({{"tactic", tactic.name}, {"techniques", std::move(tactic.techniques)}});
  }
  return {{"tactics", all}, {"most_counted", most_counted - 1}};
}

}  // namespace ccop::server
