// Reading a TAXII collection: pages of objects, manifests, versions; and taking objects away.
#include "exchange/stix/terms.hpp"
#include "server/exchange/taxii.hpp"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>

namespace ccop::server {

using exchange::Level;
using Json = nlohmann::json;

struct TaxiiRoot::Page {
  std::vector<store::ObjectRow> rows;
  bool more{};
  std::int64_t last{};  ///< the place behind which the next page begins
  bool knows_ids{};     ///< an object that was asked for is there, though no version of it may pass the filters
};

namespace {

/// How many rows a filter that no index serves may look at for one page: it answers with what it found, and `more`.
constexpr std::size_t most_looked_through = 5000;
/// A page's token is good for a day, so that a kept page must be younger by far.
constexpr exchange::Microseconds pages_last = exchange::Microseconds{3600} * 1'000'000;
constexpr std::size_t most_kept_bytes = std::size_t{64} * 1024 * 1024;

std::string version_of(const store::ObjectRow& row) {
  // What has no version of its own is known by when it was added (section 3.4, X-TAXII-Date-Added).
  return row.version >= 0 ? exchange::to_timestamp(row.version) : exchange::to_timestamp(row.added, true);
}

std::string_view spec_version_of(const store::ObjectRow& row) {
  return row.is_old_edition ? "2.0" : "2.1";
}

bool value_is_one_of(simdjson::dom::element value, const std::vector<std::string>& wanted) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::ranges::find(wanted, text) != wanted.end();
  if (simdjson::dom::array list; value.get(list) == simdjson::SUCCESS) {
    for (const auto item : list)
      if (value_is_one_of(item, wanted)) return true;
    return false;
  }
  return std::ranges::find(wanted, simdjson::minify(value)) != wanted.end();
}

bool names_versions(const TaxiiFilter& filter) {
  return !filter.at_versions.empty() || filter.first_too || filter.last_too;
}
bool is_a_named_version(const store::ObjectRow& row, const TaxiiFilter& filter) {
  if ((filter.first_too && row.is_first) || (filter.last_too && row.is_latest)) return true;
  return std::ranges::find(filter.at_versions, row.version >= 0 ? row.version : row.added) != filter.at_versions.end();
}

/// Whether an object passes the filters that only its own JSON can answer.
bool passes(const store::ObjectRow& row, const TaxiiFilter& filter) {
  if (names_versions(filter) && !is_a_named_version(row, filter)) return false;
  if (!filter.spec_versions.empty() &&
      std::ranges::find(filter.spec_versions, spec_version_of(row)) == filter.spec_versions.end())
    return false;
  if (filter.properties.empty()) return true;
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(row.json).get(object) != simdjson::SUCCESS) return false;
  return std::ranges::all_of(filter.properties, [&](const auto& property) {
    simdjson::dom::element value;
    return object[property.first].get(value) == simdjson::SUCCESS && value_is_one_of(value, property.second);
  });
}

/// Whether an object gives way to itself of another specification: unless asked for, only the newest specification
/// shows; of two that were asked for, the first or last version of both (section 3.4, match[spec_version]).
bool gives_way(const store::ObjectRow& row, const TaxiiFilter& filter, const std::vector<store::ListId>& lists,
               store::ObjectStore& store) {
  const bool by_edition = filter.spec_versions.empty();
  if (by_edition ? !row.is_old_edition : filter.spec_versions.size() < 2 || filter.versions == store::Versions::all)
    return false;
  const bool wants_first = filter.versions == store::Versions::first;
  return std::ranges::any_of(store.versions(row.name), [&](const store::ObjectRow& other) {
    if (other.is_old_edition == row.is_old_edition || other.source != row.source ||
        !store::share_one(other.lists, lists))
      return false;
    return by_edition || (wants_first ? other.version < row.version : other.version > row.version);
  });
}

bool is_shown(const store::ObjectRow& row, const TaxiiFilter& filter, const std::vector<store::ListId>& lists,
              store::ObjectStore& store) {
  return passes(row, filter) && !gives_way(row, filter, lists, store) &&
         !exchange::is_behind_another(store, row, lists);
}

bool is_asked_version(const store::ObjectRow& row, const TaxiiFilter& filter) {
  return filter.versions == store::Versions::all ||
         (filter.versions == store::Versions::first ? row.is_first : row.is_latest);
}

/// Of these types, where there are any.
bool has_type(const store::ObjectRow& row, const std::vector<std::string>& types) {
  return types.empty() || std::ranges::find(types, row.name.type) != types.end();
}

/// The lists of a collection that hold the levels asked for.
std::vector<store::ListId> lists_of(const TaxiiCollection& collection, const TaxiiFilter& filter) {
  if (filter.levels.empty()) return collection.lists;
  std::vector<store::ListId> lists;
  for (const auto list : collection.lists) {
    const Level level = list < exchange::released_list ? static_cast<Level>(list) : Level::red;
    if (std::ranges::find(filter.levels, level) != filter.levels.end()) lists.push_back(list);
  }
  return lists;
}

/// The types that both a collection and a request ask for; empty and `none` set when there is no such type.
std::vector<std::string> types_of(const TaxiiCollection& collection, const TaxiiFilter& filter, bool& none) {
  if (collection.types.empty()) return filter.types;
  if (filter.types.empty()) return collection.types;
  std::vector<std::string> both;
  std::ranges::copy_if(filter.types, std::back_inserter(both), [&](const std::string& type) {
    return std::ranges::find(collection.types, type) != collection.types.end();
  });
  none = both.empty();
  return both;
}

bool has_label(const store::ObjectRow& row, const std::vector<std::string>& labels) {
  const auto terms = exchange::terms_of_json(row.json);
  return std::ranges::any_of(
      labels, [&](const std::string& label) { return std::ranges::binary_search(terms, exchange::label_term(label)); });
}

void add_date_headers(Response& response, const std::vector<store::ObjectRow>& rows) {
  if (rows.empty()) return;
  const auto [first, last] = std::ranges::minmax(rows, {}, &store::ObjectRow::added);
  response.headers.emplace_back("X-TAXII-Date-Added-First", exchange::to_timestamp(first.added, true));
  response.headers.emplace_back("X-TAXII-Date-Added-Last", exchange::to_timestamp(last.added, true));
}

}  // namespace

Json TaxiiRoot::beginning_of(const Page& page) {
  return page.rows.empty() && !page.more ? Json::object() : Json{{"more", page.more}};
}

TaxiiRoot::Page TaxiiRoot::page(const TaxiiCollection& collection, const TaxiiFilter& filter) const {
  bool none = false;
  store::PageQuery query{lists_of(collection, filter), types_of(collection, filter, none), filter.versions,
                         filter.after};
  if (none || query.lists.empty()) return {};
  query.limit = filter.limit;
  return filter.ids.empty() ? page_of_all(collection, filter, std::move(query))
                            : page_of_named(collection, filter, query);
}

TaxiiRoot::Page TaxiiRoot::page_of_named(const TaxiiCollection& collection, const TaxiiFilter& filter,
                                         const store::PageQuery& query) const {
  Page page;
  for (const auto& id : filter.ids) {
    const auto name = exchange::parse_identifier(id);
    if (!name) continue;
    for (auto& row : exchange_.store().versions({std::string{name->type}, name->uuid})) {
      const bool right_label = collection.labels.empty() || has_label(row, collection.labels);
      if (!has_type(row, query.types) || !right_label || !store::share_one(row.lists, query.lists)) continue;
      page.knows_ids = true;
      if (is_asked_version(row, filter) && row.added > filter.after &&
          is_shown(row, filter, query.lists, exchange_.store()))
        page.rows.push_back(std::move(row));
    }
  }
  std::ranges::sort(page.rows, {}, &store::ObjectRow::added);
  page.more = page.rows.size() > filter.limit;
  if (page.more) page.rows.resize(filter.limit);
  if (!page.rows.empty()) page.last = page.rows.back().added;
  return page;
}

std::vector<std::int64_t> TaxiiRoot::places_in(const TaxiiCollection& collection, const store::PageQuery& query) const {
  if (collection.labels.empty()) return exchange_.store().page(query);
  store::SearchQuery labelled{query.lists, {{}}, query.after};
  for (const auto& label : collection.labels) labelled.all_of.front().push_back({exchange::label_term(label), false});
  labelled.limit = query.limit + 1;
  labelled.oldest_first = true;
  return exchange_.store().search(labelled);
}

TaxiiRoot::Page TaxiiRoot::page_of_all(const TaxiiCollection& collection, const TaxiiFilter& filter,
                                       store::PageQuery query) const {
  Page page;
  for (std::size_t looked_at = 0; page.rows.size() < filter.limit && looked_at < most_looked_through;) {
    auto places = places_in(collection, query);
    page.more = places.size() > query.limit;
    if (page.more) places.resize(query.limit);
    if (places.empty()) break;
    looked_at += places.size();
    const std::size_t before = page.rows.size();
    std::size_t seen = 0;
    exchange_.store().rows(places, [&](store::ObjectRow&& row) {
      if (page.rows.size() == filter.limit) return;
      page.last = row.added;
      ++seen;
      // A search by label knows nothing of types.
      const bool right_type = collection.labels.empty() || has_type(row, query.types);
      if (right_type && is_shown(row, filter, query.lists, exchange_.store())) page.rows.push_back(std::move(row));
    });
    if (page.rows.size() == filter.limit && seen < places.size()) page.more = true;
    if (page.rows.size() == before && page.last < places.back()) page.last = places.back();
    if (!page.more) break;
    query.after = page.last;
  }
  return page;
}

Response TaxiiRoot::objects(const TaxiiCollection& collection, const TaxiiFilter& filter, const TaxiiCaller&) {
  std::string key =
      collection.id + "\n" + std::to_string(filter.after) + "\n" + std::to_string(filter.limit) + "\n" + filter.text;
  for (const auto list : collection.lists) key += "," + std::to_string(list);
  for (const auto& id : filter.ids) key += "\n" + id;
  const std::uint64_t changes = exchange_.changes();
  const auto now = exchange::microseconds_now();
  {
    const std::scoped_lock lock{mutex_};
    if (const auto kept = pages_.find(key);
        kept != pages_.end() && kept->second.changes == changes && now - kept->second.at < pages_last)
      return kept->second.response;
  }
  const Page found = page(collection, filter);
  if (filter.is_one_object && !found.knows_ids)
    throw TaxiiProblem{404, "Not found", "There is no such object here, or it is not for you."};
  // What stands in a level's own collection is known by it; elsewhere each object says how far it may travel.
  const bool is_of_a_level = exchange::parse_level(collection.alias).has_value();
  std::size_t length = 128;
  for (const auto& row : found.rows) length += row.json.size() + 1;
  std::string body;
  body.reserve(length);
  body +=
      found.more ? "{\"more\":true,\"next\":\"" + next_token(filter, collection, found.last) + "\"" : "{\"more\":false";
  if (found.rows.empty() && !found.more) body = "{";  // an empty envelope (section 3.7)
  if (!found.rows.empty()) {
    body += ",\"objects\":[";
    for (const auto& row : found.rows) {
      if (&row != &found.rows.front()) body += ',';
      body += is_of_a_level ? row.json : exchange::leaving(row);
    }
    body += ']';
  }
  body += '}';
  Response response = taxii_response(std::move(body));
  add_date_headers(response, found.rows);

  const std::scoped_lock lock{mutex_};
  if (pages_bytes_ + response.body->size() > most_kept_bytes) {
    pages_.clear();
    pages_bytes_ = 0;
  }
  if (response.body->size() < most_kept_bytes / 16) {
    pages_bytes_ += response.body->size();
    if (const auto old = pages_.find(key); old != pages_.end()) pages_bytes_ -= old->second.response.body->size();
    pages_.insert_or_assign(key, KeptPage{changes, now, response});
  }
  return response;
}

Response TaxiiRoot::manifest(const TaxiiCollection& collection, const TaxiiFilter& filter) {
  const Page found = page(collection, filter);
  Json body = beginning_of(found);
  if (found.more) body["next"] = next_token(filter, collection, found.last);
  Json records = Json::array();
  for (const auto& row : found.rows)
    records.push_back({{"id", exchange::identifier(row.name.type, row.name.uuid)},
                       {"date_added", exchange::to_timestamp(row.added, true)},
                       {"version", version_of(row)},
                       {"media_type", stix_types.at(row.is_old_edition ? 1 : 0)}});
  if (!records.empty()) body["objects"] = records;
  Response response = taxii_response(body.dump());
  add_date_headers(response, found.rows);
  return response;
}

Response TaxiiRoot::versions(const TaxiiCollection& collection, const TaxiiFilter& filter) {
  const Page found = page(collection, filter);
  if (!found.knows_ids) throw TaxiiProblem{404, "Not found", "There is no such object here, or it is not for you."};
  Json body = beginning_of(found);
  if (found.more) body["next"] = next_token(filter, collection, found.last);
  Json list = Json::array();
  for (const auto& row : found.rows) list.push_back(version_of(row));
  if (!list.empty()) body["versions"] = list;
  Response response = taxii_response(body.dump());
  add_date_headers(response, found.rows);
  return response;
}

Response TaxiiRoot::remove(const TaxiiCollection& collection, const TaxiiFilter& filter, const TaxiiCaller& caller,
                           const exchange::Identities& identities) {
  TaxiiFilter all = filter;
  all.limit = most_per_page;
  // Without match[version] and match[spec_version], every version goes (section 5.7).
  if (all.spec_versions.empty()) all.spec_versions = {"2.0", "2.1"};
  if (filter.text.find("match[version]") == std::string::npos) all.versions = store::Versions::all;
  Page found = page(collection, all);
  if (found.rows.empty()) throw TaxiiProblem{404, "Not found", "There is no such object here, or it is not for you."};
  const bool all_theirs = std::ranges::all_of(
      found.rows, [&](const store::ObjectRow& row) { return exchange::is_theirs(row, caller.party, identities); });
  if (!all_theirs) throw TaxiiProblem{403, "Forbidden", "Only who brought an object takes it away."};
  exchange_.remove(std::move(found.rows));
  return taxii_response("{}");
}

}  // namespace ccop::server
