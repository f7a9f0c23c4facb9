#include "server/exchange/taxii.hpp"

#include "base/codec.hpp"
#include "base/text.hpp"
#include "exchange/stix/identifier.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace ccop::server {
namespace {

using exchange::Level;
using Json = nlohmann::json;

constexpr std::string_view defined_prefix = "collection/";

struct LevelWords {
  Level level;
  const char* alias;
  const char* title;
  const char* description;
};
constexpr std::array<LevelWords, 5> levels{
    {{Level::clear, "clear", "TLP:CLEAR", "May be disclosed without limit."},
     {Level::green, "green", "TLP:GREEN", "For the community: Members and Observers."},
     {Level::amber, "amber", "TLP:AMBER", "For Members, their organizations and those who need to know there."},
     {Level::amber_strict, "amber-strict", "TLP:AMBER+STRICT", "For Members and their organizations alone."},
     {Level::red, "red", "TLP:RED", "For the recipients that each object names, and for who shared it."}}};

std::string collection_uuid(std::string_view slug, std::string_view alias) {
  return exchange::to_text(exchange::name_based_uuid(exchange::exchange_namespace(),
                                                     std::string{slug} + "/collection/" + std::string{alias}));
}

Json json_of(const TaxiiCollection& collection) {
  return {{"id", collection.id},       {"title", collection.title},       {"description", collection.description},
          {"alias", collection.alias}, {"can_read", collection.can_read}, {"can_write", collection.can_write},
          {"media_types", stix_types}};
}

Json json_of(const std::vector<TaxiiCollection>& collections) {
  Json body = Json::object();
  for (const auto& collection : collections) body["collections"].push_back(json_of(collection));
  return body;
}

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> all;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    if (end > 0) all.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return all;
}

using Methods = std::span<const std::string_view>;
constexpr std::array<std::string_view, 2> reading_methods{"GET", "HEAD"};

void require_method(const Request& request, Methods allowed) {
  if (std::ranges::find(allowed, std::string_view{request.method}) != allowed.end()) return;
  throw TaxiiProblem{405, "Method not allowed", "This resource doesn't take the method " + request.method + "."};
}

Methods methods_of(TaxiiResource resource) {
  static constexpr std::array<std::string_view, 3> takes_objects{"GET", "HEAD", "POST"};
  static constexpr std::array<std::string_view, 3> gives_up_an_object{"GET", "HEAD", "DELETE"};
  if (resource == TaxiiResource::objects) return takes_objects;
  if (resource == TaxiiResource::object) return gives_up_an_object;
  return reading_methods;
}

TaxiiProblem no_such_resource() {
  return {404, "Not found", "There is no such resource."};
}

TaxiiResource resource_of(const std::vector<std::string_view>& parts) {
  if (parts[2] == "objects" && parts.size() == 3) return TaxiiResource::objects;
  if (parts[2] == "objects" && parts.size() == 4) return TaxiiResource::object;
  if (parts[2] == "objects" && parts.size() == 5 && parts[4] == "versions") return TaxiiResource::versions;
  if (parts[2] == "manifest" && parts.size() == 3) return TaxiiResource::manifest;
  throw no_such_resource();
}

const TaxiiCollection& named_in(const std::vector<TaxiiCollection>& all, std::string_view name) {
  const auto found =
      std::ranges::find_if(all, [&](const TaxiiCollection& c) { return c.id == name || c.alias == name; });
  // Whoever may neither read nor write a collection is not told whether it exists.
  if (found == all.end()) throw TaxiiProblem{404, "Not found", "There is no such collection, or it is not for you."};
  return *found;
}

void require_right(const Request& request, const TaxiiCollection& collection, const TaxiiCaller& caller) {
  const bool reading = std::ranges::find(reading_methods, std::string_view{request.method}) != reading_methods.end();
  if (reading && !collection.can_read) throw TaxiiProblem{403, "Forbidden", "You may not read this collection."};
  if (reading || collection.can_write) return;
  const auto why = community::objection_to_sharing(caller.party.sharer);
  throw TaxiiProblem{403, "Forbidden",
                     why ? "Members share; others read (clause 2.3)." : "You may not write to this collection."};
}

}  // namespace

Response taxii_response(std::string body, unsigned status) {
  Response response;
  response.status = status;
  response.content_type = taxii_type;
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

namespace {

/// Of this name, and of version 2.1 where it says one.
bool is_type_of_21(std::string_view media_type, std::string_view name) {
  const auto parts = pieces_of(media_type, ';');
  if (parts.empty() || in_small_letters(trimmed(parts.front())) != name) return false;
  return std::ranges::all_of(parts, [&](const std::string& part) {
    const auto equals = part.find('=');
    if (equals == std::string::npos || in_small_letters(trimmed(part.substr(0, equals))) != "version") return true;
    auto value = trimmed(std::string_view{part}.substr(equals + 1));
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return value == "2.1";
  });
}

}  // namespace

Response taxii_error(const TaxiiProblem& problem) {
  Response response = taxii_response(Json{{"title", problem.title},
                                          {"description", problem.description},
                                          {"http_status", std::to_string(problem.status)}}
                                         .dump(-1, ' ', false, Json::error_handler_t::replace),
                                     problem.status);
  if (problem.status == 401) response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"TAXII\", Bearer");
  return response;
}

bool is_taxii_type(std::string_view media_type) {
  return is_type_of_21(media_type, "application/taxii+json");
}

bool is_envelope_type(std::string_view media_type) {
  return is_taxii_type(media_type) || is_type_of_21(media_type, "application/stix+json");
}

void require_acceptable(const Request& request) {
  const std::string accept{request.header("accept")};
  if (accept.find_first_not_of(" \t,") == std::string::npos) return;
  for (const auto& one : pieces_of(accept, ',')) {
    std::string plain = one;
    std::erase(plain, ' ');
    if (plain.starts_with("*/*") || plain.starts_with("application/*") || is_taxii_type(one)) return;
  }
  throw TaxiiProblem{406, "Not acceptable", "This server answers in " + std::string{taxii_type} + "."};
}

TaxiiRoot::TaxiiRoot(exchange::Exchange& exchange, std::string slug, const exchange::Keys& keys)
    : exchange_(exchange), statuses_(exchange, keys.statuses()), slug_(std::move(slug)), paging_key_(keys.paging()) {
  exchange_.store().each_note(defined_prefix, [&](std::string_view, std::string_view value) {
    defined_.push_back(from_json<DefinedCollection>(value));
  });
}

std::vector<TaxiiCollection> TaxiiRoot::collections(const exchange::Party& party) const {
  std::vector<TaxiiCollection> all;
  const bool writes = party.may_write && !community::objection_to_sharing(party.sharer);
  const auto everything = readable(party);
  if (!everything.empty())
    all.push_back({collection_uuid(slug_, "all"),
                   "all",
                   "Everything",
                   "All that you may read, whatever its marking. What is written here unmarked becomes TLP:AMBER.",
                   everything,
                   Level::clear,
                   true,
                   writes,
                   {},
                   {}});
  for (const auto& words : levels) {
    const auto lists = readable(party, words.level);
    const bool may_write = writes && words.level <= party.ceiling;
    if (lists.empty() && !may_write) continue;
    all.push_back({collection_uuid(slug_, words.alias),
                   words.alias,
                   words.title,
                   words.description,
                   lists,
                   words.level,
                   !lists.empty(),
                   may_write,
                   {},
                   {}});
  }
  if (community::reads(party.sharer.standing, community::Circle::released))
    all.push_back({collection_uuid(slug_, "released"),
                   "released",
                   "Released",
                   "What the group expressly agreed to release.",
                   {exchange::released_list},
                   Level::red,
                   true,
                   false,
                   {},
                   {}});
  if (everything.empty()) return all;
  for (const auto& kept : defined())
    all.push_back({kept.id, kept.id, kept.title, kept.description, everything, Level::clear, true, false, kept.types,
                   kept.labels});
  return all;
}

std::vector<DefinedCollection> TaxiiRoot::defined() const {
  const std::scoped_lock lock{mutex_};
  return defined_;
}

void TaxiiRoot::define(const DefinedCollection& collection) {
  exchange_.store().set_note(std::string{defined_prefix} + collection.id, to_json(collection));
  const std::scoped_lock lock{mutex_};
  defined_.push_back(collection);
}

bool TaxiiRoot::undefine(std::string_view id) {
  const std::scoped_lock lock{mutex_};
  if (std::erase_if(defined_, [&](const DefinedCollection& c) { return c.id == id; }) == 0) return false;
  exchange_.store().set_note(std::string{defined_prefix} + std::string{id}, "");
  return true;
}

void TaxiiRoot::handle(const Request& request, std::string_view path, const TaxiiCaller& caller,
                       const exchange::Identities& identities, const std::string& title, const Reply& reply) {
  const auto parts = segments(path);
  require_acceptable(request);
  if (parts.empty()) {
    require_method(request, reading_methods);
    return reply(taxii_response(
        Json{{"title", title}, {"versions", {taxii_type}}, {"max_content_length", largest_body}}.dump()));
  }
  if (parts[0] == "status" && parts.size() == 2) {
    require_method(request, reading_methods);
    return reply(status(parts[1], caller));
  }
  if (parts[0] != "collections") throw no_such_resource();
  const auto all = collections(caller.party);
  if (parts.size() == 1) {
    require_method(request, reading_methods);
    return reply(taxii_response(json_of(all).dump()));
  }
  const TaxiiCollection& collection = named_in(all, parts[1]);
  if (parts.size() == 2) {
    require_method(request, reading_methods);
    return reply(taxii_response(json_of(collection).dump()));
  }
  const TaxiiResource resource = resource_of(parts);
  require_method(request, methods_of(resource));
  require_right(request, collection, caller);
  if (request.method == "POST") return add(request, collection, caller, identities, reply);
  reply(within(request, collection, resource, parts.size() > 3 ? parts[3] : std::string_view{}, caller, identities));
}

Response TaxiiRoot::within(const Request& request, const TaxiiCollection& collection, TaxiiResource resource,
                           std::string_view id, const TaxiiCaller& caller, const exchange::Identities& identities) {
  TaxiiFilter filter = filter_of(request);
  filter.is_one_object = resource == TaxiiResource::object || resource == TaxiiResource::versions;
  if (filter.is_one_object) filter.ids = {std::string{id}};
  if (resource == TaxiiResource::versions && !request.query.contains("match[version]"))
    filter.versions = store::Versions::all;
  if (const auto next = request.query.find("next"); next != request.query.end() && !next->second.empty())
    filter.after = std::max(filter.after, place_of(next->second, filter, collection));
  if (request.method == "DELETE") return remove(collection, filter, caller, identities);
  switch (resource) {
    case TaxiiResource::manifest:
      return manifest(collection, filter);
    case TaxiiResource::versions:
      return versions(collection, filter);
    case TaxiiResource::objects:
    case TaxiiResource::object:
      break;
  }
  return objects(collection, filter, caller);
}

}  // namespace ccop::server
