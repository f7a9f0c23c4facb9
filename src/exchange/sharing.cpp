#include "exchange/sharing.hpp"

#include "base/canonical_json.hpp"
#include "base/codec.hpp"
#include "base/sorted.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/terms.hpp"

#include <simdjson.h>
#include <sodium.h>

#include <algorithm>

namespace ccop::exchange {
namespace {

constexpr std::size_t most_recipients = 200;
/// Tells a released item without versions from the same item at the same level.
constexpr std::int64_t item_is_released = std::int64_t{1} << 40;

community::Circle circle_of(Level level) {
  switch (level) {
    case Level::clear:
      return community::Circle::open;
    case Level::green:
      return community::Circle::community;
    case Level::amber:
    case Level::amber_strict:
      return community::Circle::members;
    case Level::red:
      return community::Circle::named;
  }
  return community::Circle::named;
}

std::string identity_object(const std::string& id, std::string_view name, std::string_view kind, Microseconds made) {
  const std::string time = to_timestamp(made);
  std::string json = R"({"type":"identity","spec_version":"2.1","id":")" + id + R"(","created":")" + time +
                     R"(","modified":")" + time + R"(","name":)";
  append_json_string(json, name);
  return json + R"(,"identity_class":")" + std::string{kind} + R"("})";
}

/// The identities that a TLP:RED object names as its recipients.
std::variant<std::vector<std::string>, std::string> recipients_of(const std::string& json) {
  thread_local simdjson::dom::parser parser;
  std::vector<std::string> recipients;
  simdjson::dom::array list;
  if (parser.parse(json)["extensions"][recipients_extension()]["recipients"].get(list) != simdjson::SUCCESS)
    return recipients;
  if (list.size() > most_recipients) return "at most 200 recipients";
  for (const simdjson::dom::element item : list) {
    std::string_view id;
    if (item.get(id) != simdjson::SUCCESS) return "recipients as identities' ids";
    recipients.emplace_back(id);
  }
  return recipients;
}

std::string wrong(const StixObject& object, std::string_view property, std::string_view rule) {
  return object.id() + ": " + std::string{property} + ": expected " + std::string{rule};
}

/// A marking-definition that is the standard's or the community's own.
bool is_of_everybody(const std::string& id) {
  return level_of(id) || is_own_statement(id);
}

/// Who may bring another version of it. What was shared as the community belongs to whoever has the secret. A sighting
/// tells by no number whose it is, unless its recipients do.
void take_bringer(store::NewObject& out, StixObject& object, Level level, const Party& party,
                  const Identities& identities) {
  out.source = party.source();
  if (object.type == "sighting" && !party.feed && object.head.target && !object.is_of_own) {
    object.head.seen_by = to_text(sighting_of(identities.sightings(), *object.head.target, party.source()));
    if (level != Level::red && object.created_by != identities.community()) {
      out.source = source::community;
      out.editor = editor_of_sighting(identities.sightings(), object.id(), party.source());
      return;
    }
  }
  if (object.created_by != identities.community()) return;
  out.source = source::community;
  out.editor = editor_of(object.id(), party.edit_secret.empty() ? fresh_edit_secret() : party.edit_secret);
}

/// What an object's maker and its markings may not say together, or about others; empty when it is well.
std::string objection(const StixObject& object, const Party& party, const Identities& identities) {
  const auto is_marked = [&](const std::string& marking) {
    return std::ranges::find(object.markings, marking) != object.markings.end();
  };
  if (object.type == "marking-definition" && !says_what_it_stands_for(object.id(), object.json))
    return wrong(object, "definition",
                 "what this id stands for everywhere; a marking of another meaning has its own id");
  if (strictest(object.markings) > party.ceiling)
    return wrong(object, "object_marking_refs", "a marking that this token may write");
  const auto by_organization = identities.find(object.created_by);
  if (party.feed && (by_organization || object.created_by == identities.community()))
    return wrong(object, "created_by_ref", "no identity of this community, from another server");
  if (by_organization && is_marked(chatham_house_marking()))
    return wrong(object, "created_by_ref", "none, or the community's identity, under the Chatham House Rule");
  if (by_organization && !party.sharer.is_committee && by_organization != party.sharer.organization)
    return wrong(object, "created_by_ref", "your own organization's identity, the community's, or one outside it");
  if (is_marked(released_marking()) && !party.feed &&
      !(party.sharer.is_committee && identities.is_release_agreed(object.id())))
    return wrong(object, "object_marking_refs", "no release that the group did not agree to (clause 5.4)");
  return {};
}

}  // namespace

Identities::Identities(const std::string& slug, const community::Community& state,
                       std::set<std::string, std::less<>> released, const Hash& sightings)
    : community_(identifier("identity", name_based_uuid(exchange_namespace(), slug + "/community"))),
      released_(std::move(released)),
      sightings_(sightings) {
  for (const auto& organization : membership(state).organizations) {
    const community::OrganizationId id = organizations_.next();
    organizations_.add(
        identifier("identity", name_based_uuid(exchange_namespace(), slug + "/organization/" + organization.key)));
    by_identity_.emplace(organizations_.back(), id);
  }
}

std::optional<community::OrganizationId> Identities::find(std::string_view identity) const {
  const auto found = by_identity_.find(identity);
  return found == by_identity_.end() ? std::nullopt : std::optional{found->second};
}

Uuid sighting_of(const Hash& key, std::string_view object, std::uint32_t source) {
  const std::string about = std::string{object} + "/" + std::to_string(source);
  std::array<std::uint8_t, 32> digest{};
  crypto_generichash(digest.data(), digest.size(), bytes_of(about).data(), about.size(), key.data(), key.size());
  return name_based_uuid(exchange_namespace(), to_hex(digest));
}

std::string editor_of_sighting(const Hash& key, const std::string& id, std::uint32_t source) {
  return std::string{ccop::text_of(sighting_of(key, "editor of " + id, source))};
}

std::vector<std::string> Identities::objects(const community::Community& state, Microseconds founded) const {
  std::vector<std::string> all{identity_object(community_, charter(state).name, "group", founded)};
  for (const auto id : organizations_.ids())
    all.push_back(
        identity_object(organizations_[id], membership(state).organizations[id].name, "organization", founded));
  return all;
}

std::set<std::string, std::less<>> named_by_releases(
    const std::vector<ContentHash>& texts,
    const std::function<std::optional<std::string>(const ContentHash&)>& text_of) {
  std::set<std::string, std::less<>> ids;
  simdjson::dom::parser parser;
  for (const auto& hash : texts) {
    const auto content = text_of(hash);
    std::string_view text;
    if (!content || parser.parse(*content)["text"].get(text) != simdjson::SUCCESS) continue;
    for (auto& id : identifiers_in(text)) ids.insert(std::move(id));
  }
  return ids;
}

std::uint32_t Party::source() const {
  if (feed) return source::of_feed(*feed);
  return sharer.organization ? source::of(*sharer.organization) : source::committee;
}

store::ListId list_of(Level level) {
  return static_cast<store::ListId>(level);
}

store::ListId list_of_recipient(community::OrganizationId organization) {
  return 16 + organization.value;
}

std::vector<store::ListId> readable(const Party& party, Level level) {
  if (level > party.ceiling || !community::reads(party.sharer.standing, circle_of(level))) return {};
  if (level != Level::red) return {list_of(level)};
  std::vector<store::ListId> lists;
  if (party.sharer.organization) lists.push_back(list_of_recipient(*party.sharer.organization));
  if (party.sharer.is_committee) lists.push_back(committee_list);
  return lists;
}

std::vector<store::ListId> readable(const Party& party) {
  std::vector<store::ListId> all;
  for (const Level level : all_levels) {
    const auto lists = readable(party, level);
    all.insert(all.end(), lists.begin(), lists.end());
  }
  if (community::reads(party.sharer.standing, community::Circle::released)) all.push_back(released_list);
  return all;
}

std::string fresh_edit_secret() {
  Hash secret{};
  fill_random(secret);
  return to_base64url(secret);
}

bool is_edit_secret(std::string_view text) {
  const auto bytes = from_base64url(text);
  return bytes && bytes->size() == sizeof(Hash);
}

std::string editor_of(std::string_view object, std::string_view secret) {
  constexpr std::size_t kept = 16;
  const std::string message = "ccop edit secret v1\n" + std::string{object} + "\n" + std::string{secret};
  return std::string{ccop::text_of(sha256(bytes_of(message)))}.substr(0, kept);
}

bool is_theirs(const store::ObjectRow& row, const Party& party, const Identities& identities) {
  if (party.sharer.is_committee || (row.source == party.source() && row.source != source::community)) return true;
  if (row.source != source::community || row.editor.empty()) return false;
  const std::string id = identifier(row.name.type, row.name.uuid);
  const auto holds = [&](std::string_view editor) {
    return equal_in_constant_time(bytes_of(row.editor), bytes_of(editor));
  };
  if (!party.edit_secret.empty() && holds(editor_of(id, party.edit_secret))) return true;
  return row.name.type == "sighting" && holds(editor_of_sighting(identities.sightings(), id, party.source()));
}

bool is_behind_another(store::ObjectStore& store, const store::ObjectRow& row,
                       const std::vector<store::ListId>& lists) {
  if (!row.is_beside) return false;
  const auto is_of_the_same = [&](const store::ObjectRow& other) {
    return other.source == row.source && other.editor == row.editor;
  };
  std::int64_t own = row.added;
  std::int64_t others = row.added;
  for (const auto& other : store.versions(row.name))
    if (store::share_one(other.lists, lists))
      (is_of_the_same(other) ? own : others) = std::min(is_of_the_same(other) ? own : others, other.added);
  return others < own;
}

std::vector<std::string> definitions_in_sight(store::ObjectStore& store, const Party& party, const std::string& id) {
  std::vector<std::string> found;
  const auto name = parse_identifier(id);
  if (!name) return found;
  const auto lists = readable(Party{party.sharer, party.may_write, Level::red});
  for (auto& row : store.versions({std::string{name->type}, name->uuid}))
    if (row.source == party.source() || store::share_one(row.lists, lists)) found.push_back(std::move(row.json));
  return found;
}

Level level_of(const std::vector<store::ListId>& lists) {
  const auto least = std::ranges::min(lists);
  return least < released_list ? static_cast<Level>(least) : Level::red;
}

std::string leaving(const store::ObjectRow& row) {
  if (row.name.type == "marking-definition") return row.json;
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object object;
  simdjson::dom::array refs;
  std::vector<std::string> markings;
  if (parser.parse(row.json).get(object) != simdjson::SUCCESS) return row.json;
  const bool is_marked = object["object_marking_refs"].get(refs) == simdjson::SUCCESS;
  std::string_view id;
  if (is_marked)
    for (const simdjson::dom::element one : refs)
      if (one.get(id) == simdjson::SUCCESS) markings.emplace_back(id);
  const Level level = level_of(row.lists);
  const auto own = strictest(markings);
  if (own && *own >= level) return row.json;
  const std::string marking{marking_id(level)};
  if (!is_marked) return row.json.substr(0, row.json.rfind('}')) + R"(,"object_marking_refs":[")" + marking + R"("]})";
  Json json = Json::parse(row.json);
  json["object_marking_refs"].push_back(marking);
  return json.dump();
}

std::variant<store::NewObject, std::string> placed(StixObject&& object, Level least, const Party& party,
                                                   const Identities& identities) {
  if (auto refused = objection(object, party, identities); !refused.empty()) return refused;
  const Level level = std::max(strictest(object.markings).value_or(least), least);
  store::NewObject out;
  take_bringer(out, object, level, party, identities);
  out.any_source = party.sharer.is_committee;
  out.strictness = static_cast<std::uint8_t>(level);
  out.is_sealed = is_sealed(level);
  out.may_loosen = !party.feed && identities.is_release_agreed(object.id());
  if (level != Level::red) {
    out.lists.push_back(list_of(level));
    if (!party.feed && std::ranges::find(object.markings, released_marking()) != object.markings.end())
      out.lists.push_back(released_list);
  } else {
    const auto recipients = recipients_of(object.json);
    if (const auto* rule = std::get_if<std::string>(&recipients)) return wrong(object, "extensions", *rule);
    // Whoever shares as the community is not named by the list that the object stands in.
    const bool is_named = out.source != source::community && party.sharer.organization;
    if (out.source == source::committee || party.feed) out.lists.push_back(committee_list);
    if (is_named) out.lists.push_back(list_of_recipient(*party.sharer.organization));
    for (const auto& recipient : std::get<std::vector<std::string>>(recipients)) {
      const auto organization = identities.find(recipient);
      if (!organization && recipient != identities.community())
        return wrong(object, "extensions", "recipients that are identities of this community's organizations");
      out.lists.push_back(organization ? list_of_recipient(*organization) : committee_list);
    }
    if (out.lists.empty())
      return wrong(object, "extensions", "recipients, for a TLP:RED object shared as the community");
  }
  sort_each_once(out.lists);
  // A token's ceiling hides nothing here that its holder's organization doesn't know.
  out.in_sight = readable(Party{party.sharer, party.may_write, Level::red});
  // What has no versions may come from several, each with its own marking: each marking is an item of its own.
  const std::int64_t place = out.lists.front() | (out.lists.back() == released_list ? item_is_released : 0);
  out.version = object.version ? *object.version : -1 - place;
  out.has_versions = object.version.has_value();
  out.is_old_edition = object.spec_version == "2.0";
  // What stands for the same everywhere is there once, whoever wrote it down when.
  out.only_if_absent = object.type == "marking-definition" && is_of_everybody(object.id());
  out.any_source = out.any_source || !out.has_versions;
  out.name = {std::move(object.type), object.uuid};
  out.terms = std::move(object.terms);
  if (object.head.seen_by) out.terms.push_back(seen_term(*object.head.seen_by));
  out.head = to_json(object.head);
  out.json = std::move(object.json);
  return out;
}

}  // namespace ccop::exchange
