#include "server/exchange/reader.hpp"

#include "base/codec.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/head.hpp"
#include "exchange/stix/terms.hpp"
#include "server/exchange/times.hpp"

#include <algorithm>
#include <ranges>
#include <set>

namespace ccop::server {
namespace {

using exchange::Level;

constexpr std::size_t most_referring = 200;
constexpr std::size_t most_values = 20;
constexpr std::size_t most_in_common = 10;
constexpr std::size_t most_shown_versions = 20;
constexpr std::size_t most_parts = 2000;
/// Where no index answers: so much is looked at for a page of what is found, so much together.
constexpr std::size_t most_looked_at = 5000;
constexpr std::size_t looked_at_together = 500;

/// What the list shows where nothing was asked for: what people look for, not what holds it together.
const std::vector<std::string>& shown_unasked() {
  static const std::vector<std::string> types{
      "attack-pattern", "campaign",       "course-of-action", "grouping", "incident",
      "indicator",      "infrastructure", "intrusion-set",    "malware",  "malware-analysis",
      "observed-data",  "report",         "threat-actor",     "tool",     "vulnerability"};
  return types;
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
  const auto& types = question.types.empty() && question.text.empty() ? shown_unasked() : question.types;
  if (!types.empty() && !groups.empty()) {
    groups.emplace_back();
    for (const auto& type : types) groups.back().push_back({exchange::type_term(type), false});
  }
  return groups;
}

}  // namespace

Level level_of(const store::ObjectRow& row) {
  return exchange::level_of(row.lists);
}

std::vector<store::ObjectRow> ExchangeReader::rows(std::span<const std::int64_t> places) const {
  std::vector<store::ObjectRow> all;
  store_.heads(places, [&](store::ObjectRow&& row) {
    if (!exchange::is_behind_another(store_, row, lists_)) all.push_back(std::move(row));
  });
  return all;
}

ObjectHead ExchangeReader::head(const store::ObjectRow& row) const {
  return head(row, from_json<exchange::Head>(row.head));
}

ObjectHead ExchangeReader::head(const store::ObjectRow& row, const exchange::Head& read) const {
  // Whose an object is shows only where its maker says so itself.
  const bool is_community = read.maker == identities_.community();
  return {exchange::identifier(row.name.type, row.name.uuid),
          row.name.type,
          read.title,
          {level_of(row)},
          time_of(row.added),
          read.revoked,
          {is_community ? std::nullopt : identities_.find(read.maker), is_community}};
}

std::vector<std::int64_t> ExchangeReader::places_of(const ExchangeQuestion& question) const {
  auto lists = question.level ? exchange::readable(reader_, *question.level) : lists_;
  if (lists.empty()) return {};
  const auto groups = groups_of(question);
  std::int64_t after = question.since.value_or(0);
  std::int64_t before = std::numeric_limits<std::int64_t>::max();
  if (question.until) before = *question.until + 1;
  if (question.from && question.oldest_first) after = std::max(after, *question.from);
  if (question.from && !question.oldest_first) before = std::min(before, *question.from);
  if (groups.empty() && question.text.empty()) {
    const auto& types = question.types.empty() ? shown_unasked() : question.types;
    return store_.page(
        {std::move(lists), types, store::Versions::latest, after, before, question.limit, !question.oldest_first});
  }
  return store_.search({std::move(lists), groups, after, before, question.limit + 1, question.oldest_first});
}

Found ExchangeReader::found(const ExchangeQuestion& question) const {
  Found found;
  // No index knows makers: of what is looked at, theirs is shown, and where that was much, the next page goes on.
  ExchangeQuestion asked = question;
  if (!question.maker.empty()) asked.limit = looked_at_together;
  for (std::size_t looked_at = 0; looked_at < most_looked_at;) {
    auto places = places_of(asked);
    bool is_more = places.size() > asked.limit;
    if (is_more) places.resize(asked.limit);
    looked_at += places.size();
    if (!places.empty()) asked.from = places.back();
    for (const auto& row : rows(places)) {
      const auto read = from_json<exchange::Head>(row.head);
      if (!question.maker.empty() && read.maker != question.maker) continue;
      found.objects.push_back(head(row, read));
      if (found.objects.size() < question.limit || row.added == places.back()) continue;
      asked.from = row.added;
      is_more = true;
      break;
    }
    found.next = is_more ? OrNull<std::string>{std::to_string(*asked.from)} : OrNull<std::string>{};
    if (!is_more || question.maker.empty() || found.objects.size() >= question.limit) break;
  }
  return found;
}

std::optional<store::ObjectRow> ExchangeReader::object(std::string_view id) const {
  const auto name = exchange::parse_identifier(id);
  if (!name) return std::nullopt;
  // Of copies from several sources, that of whoever brought it first shows.
  auto versions = store_.versions({std::string{name->type}, name->uuid});
  const auto found = std::find_if(versions.rbegin(), versions.rend(), [&](const store::ObjectRow& row) {
    return row.is_latest && is_read(row) && !exchange::is_behind_another(store_, row, lists_);
  });
  return found == versions.rend() ? std::nullopt : std::optional{std::move(*found)};
}

bool ExchangeReader::is_read(const store::ObjectRow& row) const {
  return store::share_one(row.lists, lists_);
}

std::vector<store::ObjectRow> ExchangeReader::referring_to(std::string_view id, std::size_t limit,
                                                           std::string_view type) const {
  store::SearchQuery query{lists_, {{{exchange::reference_term(id), false}}}};
  if (!type.empty()) query.all_of.push_back({{exchange::type_term(type), false}});
  query.limit = limit;
  return rows(store_.search(query));
}

std::uint64_t ExchangeReader::sightings_of(const std::string& id, const std::vector<store::ObjectRow>& versions) const {
  if (referring_to(id, 1, "sighting").empty()) return 0;
  std::set<std::uint32_t> seers{exchange::source::committee};
  for (std::uint32_t i = 0; i < identities_.size(); ++i) seers.insert(exchange::source::of({i}));
  // The organization that shared it says nothing new by having seen it, where the host knows which that is.
  for (const auto& version : versions)
    if (is_read(version) && version.source != exchange::source::committee) seers.erase(version.source);
  return static_cast<std::uint64_t>(std::ranges::count_if(seers, [&](std::uint32_t seer) {
    const auto seen = exchange::to_text(exchange::sighting_of(identities_.sightings(), id, seer));
    store::SearchQuery query{lists_, {{{exchange::seen_term(seen), false}}}};
    query.limit = 1;
    return !store_.search(query).empty();
  }));
}

ObjectPage ExchangeReader::page(const store::ObjectRow& row) const {
  ObjectPage page;
  static_cast<ObjectHead&>(page) = head(row);
  page.object.json = row.json;
  const auto versions = store_.versions(row.name);
  page.released = std::ranges::find(row.lists, exchange::released_list) != row.lists.end();
  page.versions = static_cast<std::uint64_t>(
      std::ranges::count_if(versions, [&](const store::ObjectRow& one) { return is_read(one); }));
  page.mine = row.source >= exchange::source::of({0}) && row.source == reader_.source();
  page.sightings = sightings_of(page.id, versions);
  for (const auto& sighting : own_sightings(page.id))
    page.seen = std::min(page.seen.value_or(time_of(sighting.added)), time_of(sighting.added));
  add_history(page, row, versions);
  add_surroundings(page);
  add_common(page, row);
  return page;
}

void ExchangeReader::add_history(ObjectPage& page, const store::ObjectRow& row,
                                 const std::vector<store::ObjectRow>& versions) const {
  for (const auto& one : versions | std::views::reverse)
    if (page.history.size() < most_shown_versions && is_read(one) && one.source == row.source &&
        one.editor == row.editor)
      page.history.push_back({time_of(one.version >= 0 ? one.version : one.added), {level_of(one)}, {one.json}});
}

std::vector<store::ObjectRow> ExchangeReader::own_sightings(const std::string& id) const {
  const auto own = exchange::to_text(exchange::sighting_of(identities_.sightings(), id, reader_.source()));
  std::vector<store::ObjectRow> all;
  store_.rows(store_.search({lists_, {{{exchange::seen_term(own), false}}}}),
              [&](store::ObjectRow&& row) { all.push_back(std::move(row)); });
  return all;
}

std::vector<store::ObjectRow> ExchangeReader::parts(const store::ObjectRow& row) const {
  const std::string own = exchange::identifier(row.name.type, row.name.uuid);
  std::vector<store::ObjectRow> all;
  std::set<std::string> taken{own};
  const auto take = [&](const std::string& id) {
    if (all.size() >= most_parts || !taken.insert(id).second) return;
    if (auto part = object(id)) all.push_back(*std::move(part));
  };
  for (const auto& relation : referring_to(own, most_parts, "relationship")) {
    const auto said = from_json<exchange::Head>(relation.head);
    take((said.target == own ? said.source : said.target).value_or(""));
    take(exchange::identifier("relationship", relation.name.uuid));
  }
  for (const auto& ref : exchange::list_in(nlohmann::json::parse(row.json), "object_refs"))
    if (ref.is_string()) take(ref.get<std::string>());
  return all;
}

void ExchangeReader::add_surroundings(ObjectPage& page) const {
  std::set<std::string> shown{page.id};
  const auto relate = [&](const std::string& how, const std::string& other) {
    if (!shown.insert(other).second) return;
    if (const auto related = object(other)) page.related.push_back({how, head(*related)});
  };
  for (const auto& referring : referring_to(page.id, most_referring)) {
    if (referring.name.type == "sighting") continue;
    const auto other = from_json<exchange::Head>(referring.head);
    if (referring.name.type == "note") {
      page.comments.push_back({other.says.value_or(""), time_of(referring.added)});
    } else if (referring.name.type == "relationship") {
      const bool is_source = other.source == page.id;
      relate(other.how.value_or(""), (is_source ? other.target : other.source).value_or(""));
    } else {
      relate("refers-to", exchange::identifier(referring.name.type, referring.name.uuid));
    }
  }
  std::ranges::reverse(page.comments);
}

void ExchangeReader::add_common(ObjectPage& page, const store::ObjectRow& row) const {
  auto values = exchange::shared_values(row.json);
  if (values.size() > most_values) values.resize(most_values);
  for (const auto& value : values) {
    store::SearchQuery query{lists_, {{{value, false}}}};
    query.limit = most_in_common + 1;
    std::vector<ObjectHead> others;
    for (const auto& other : rows(store_.search(query)))
      if (other.name != row.name) others.push_back(head(other));
    if (others.empty()) continue;
    // Values that the same objects share stand together, so that each of these objects is shown once.
    const auto alike = std::ranges::find(page.in_common, others, &InCommon::objects);
    if (alike == page.in_common.end())
      page.in_common.push_back({{value}, std::move(others)});
    else
      alike->values.push_back(value);
  }
}

}  // namespace ccop::server
