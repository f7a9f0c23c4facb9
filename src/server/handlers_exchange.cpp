// The exchange as people use it: reading, searching, reporting an incident, saying that one saw it too, commenting.
#include "base/text.hpp"
#include "community/clause.hpp"
#include "exchange/compose.hpp"
#include "exchange/files.hpp"
#include "server/exchange_view.hpp"
#include "server/json.hpp"
#include "server/site.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace ccop::server {
namespace {

using namespace community;
using exchange::Level;

constexpr std::size_t longest_name = 300;
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_signs = 200'000;
constexpr std::size_t most_per_page = 100;
constexpr std::size_t most_signs = 2000;

struct NewIncident {
  std::string name;
  std::string description;
  std::optional<std::string> found_by;
  std::optional<std::string> helped;
  std::optional<Time> when;
  std::optional<std::string> signs;
  std::string marking;
  bool as_community;
  std::optional<std::vector<OrganizationId>> recipients;  ///< of TLP:RED
};
BOOST_DESCRIBE_STRUCT(NewIncident, (),
                      (name, description, found_by, helped, when, signs, marking, as_community, recipients))

struct FreeText {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FreeText, (), (text))

struct ObjectRef {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(ObjectRef, (), (id))

struct NewComment {
  std::string id;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NewComment, (), (id, text))

struct NewCollection {
  std::string title;
  std::string description;
  std::vector<std::string> types;
  std::vector<std::string> labels;
};
BOOST_DESCRIBE_STRUCT(NewCollection, (), (title, description, types, labels))

std::vector<std::string> words_in(const std::string& text) {
  auto words = pieces_of(text, ',');
  words.resize(std::min(words.size(), most_per_page));
  return words;
}

ExchangeQuestion question_of(const Request& request) {
  ExchangeQuestion question;
  const auto given = [&](const char* name) {
    const auto found = request.query.find(std::string_view{name});
    return found == request.query.end() ? std::string{} : found->second;
  };
  question.text = given("q").substr(0, longest_name);
  question.types = words_in(given("type"));
  question.label = given("label").substr(0, longest_name);
  if (const auto marking = given("marking"); !marking.empty()) {
    question.level = exchange::parse_level(marking);
    if (!question.level) throw BadInput{"marking", "a word of TLP"};
  }
  if (const auto since = given("since"); !since.empty()) {
    question.since = exchange::parse_timestamp(since);
    if (!question.since) throw BadInput{"since", "a timestamp in UTC"};
  }
  if (const auto before = given("before"); !before.empty()) {
    const auto [end, error] = std::from_chars(before.data(), before.data() + before.size(), question.before);
    if (error != std::errc{} || end != before.data() + before.size()) throw BadInput{"before", "what `next` said"};
  }
  return question;
}

void name_recipients(Json& json, const Json& identities) {
  json["extensions"][exchange::recipients_extension()] = {{"extension_type", "property-extension"},
                                                          {"recipients", identities}};
}

void require_length(const std::string& text, const char* path, std::size_t most, bool needed) {
  if (text.size() > most) throw BadInput{path, "at most " + std::to_string(most) + " bytes of text"};
  if (needed && text.find_first_not_of(" \t\r\n") == std::string::npos) throw BadInput{path, "some text"};
}

}  // namespace

exchange::Party Site::require_exchange(const Request& request) {
  if (!exchange_) throw Problem{404, "no-such-page", {}, {}, {}};
  const Reader who = require_seat(request);
  introduce_identities();
  exchange::Party party;
  if (who.by_token) {
    if (const auto caller = taxii_caller(request)) party = caller->party;
    party.may_write = false;
    return party;
  }
  party.sharer = live_.read([&](const Community& state) { return sharer(state, who.person, live_.now()); });
  party.may_write = true;
  return party;
}

exchange::Party Site::require_sharing(const Request& request) {
  auto party = require_exchange(request);
  require_may_share(party);
  return party;
}

void Site::require_may_share(const exchange::Party& party) const {
  if (!party.may_write) throw Problem{403, "tokens-only-read", {}, {}, {}};
  if (const auto refusal = objection_to_sharing(party.sharer)) throw problem_of(*refusal);
}

Response Site::search_exchange(const Request& request) {
  const auto party = require_exchange(request);
  const auto known = identities();
  Json found = ExchangeView{exchange_->store(), *known, party}.found(question_of(request));
  Json may = Json::array();
  if (party.may_write && !objection_to_sharing(party.sharer)) may.push_back("share");
  found["may"] = may;
  return json_response(found);
}

Response Site::get_exchange_object(const Request& request) {
  const auto party = require_exchange(request);
  const auto known = identities();
  const ExchangeView view{exchange_->store(), *known, party};
  const auto id = request.query.find(std::string_view{"id"});
  const auto row = id == request.query.end() ? std::nullopt : view.object(id->second);
  if (!row) throw Problem{404, "no-such-object", {}, {}, {}};
  if (request.path.ends_with("/graph")) return json_response(view.graph(*row));
  Json page = view.page(*row);
  page["may"] = Json::array();
  if (party.may_write && !objection_to_sharing(party.sharer)) {
    page["may"].push_back("comment");
    const bool is_agreed = known->is_release_agreed(page["id"].get<std::string>());
    if (level_of(*row) != Level::red && !page["released"]) {
      if (!is_agreed) page["may"].push_back("propose-release");
      if (!objection_to_release(party.sharer, is_agreed)) page["may"].push_back("release");
    }
    if (exchange::Schema::stix21().type(row->name.type) != nullptr &&
        exchange::Schema::stix21().type(row->name.type)->kind == exchange::Kind::domain)
      page["may"].push_back("sight");
  }
  return json_response(page);
}

Response Site::get_exchange_matrix(const Request& request) {
  const auto party = require_exchange(request);
  const auto known = identities();
  return json_response(ExchangeView{exchange_->store(), *known, party}.matrix());
}

Response Site::recognise_text(const Request& request) {
  static_cast<void>(require_exchange(request));
  const auto asked = from_json<FreeText>(request.body);
  require_length(asked.text, "text", longest_signs, false);
  Json signs = Json::array();
  for (const auto& sign : exchange::recognise(asked.text, most_signs)) {
    static constexpr std::array names{"ipv4", "ipv6",   "domain", "url", "email",     "md5",
                                      "sha1", "sha256", "sha512", "cve", "technique", "file-name"};
    signs.push_back({{"kind", names.at(static_cast<std::size_t>(sign.kind))}, {"value", sign.value}});
  }
  return json_response({{"signs", signs}});
}

void Site::share_objects(const std::vector<Json>& objects, Level level, const exchange::Party& party,
                         const std::string& id, const Reply& reply) {
  exchange::Examiner examiner;
  const auto known = identities();
  std::vector<store::NewObject> batch;
  for (const auto& json : objects) {
    auto examined = examiner.examine(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!examined.errors.empty()) throw BadInput{"body", examined.errors.front().sentence()};
    auto placed = exchange::placed(std::move(examined.object), level, party, *known);
    if (const auto* refused = std::get_if<std::string>(&placed)) throw BadInput{"body", *refused};
    batch.push_back(std::get<store::NewObject>(std::move(placed)));
  }
  exchange_->submit(std::move(batch), [reply, id](const exchange::Exchange::Outcome& outcome) {
    if (std::holds_alternative<std::string>(outcome))
      return reply(problem_response({503, "could-not-be-kept", {}, {}, {}}));
    reply(json_response({{"id", id}}));
  });
}

void Site::report_incident(const Request& request, const Reply& reply) {
  const auto party = require_sharing(request);
  const auto asked = from_json<NewIncident>(request.body);
  require_length(asked.name, "name", longest_name, true);
  require_length(asked.description, "description", longest_text, false);
  require_length(asked.found_by.value_or(""), "found_by", longest_text, false);
  require_length(asked.helped.value_or(""), "helped", longest_text, false);
  require_length(asked.signs.value_or(""), "signs", longest_signs, false);
  const auto level = exchange::parse_level(asked.marking);
  if (!level) throw BadInput{"marking", "a word of TLP"};
  const auto known = identities();
  exchange::Making making{"", exchange::microseconds_now(), *level, asked.as_community};
  if (asked.as_community)
    making.created_by = known->community();
  else if (party.sharer.organization)
    making.created_by = known->organization(*party.sharer.organization);
  exchange::IncidentReport report{
      asked.name, asked.description,       asked.found_by.value_or(""), asked.helped.value_or(""),
      {},         asked.signs.value_or("")};
  if (asked.when)
    report.when = std::chrono::duration_cast<std::chrono::microseconds>(asked.when->time_since_epoch()).count();
  auto objects = exchange::compose(making, report);
  if (asked.recipients && !asked.recipients->empty()) {
    if (*level != Level::red) throw BadInput{"recipients", "none, for TLP:RED alone names recipients"};
    Json named = Json::array();
    for (const OrganizationId organization : *asked.recipients) {
      if (organization.value >= known->size()) throw BadInput{"recipients", "organizations of this community"};
      named.push_back(known->organization(organization));
    }
    for (Json& json : objects) name_recipients(json, named);
  }
  share_objects(objects, *level, party, objects.front()["id"], reply);
}

store::ObjectRow Site::require_object(const std::string& id, const exchange::Party& party,
                                      const exchange::Identities& known) const {
  auto row = ExchangeView{exchange_->store(), known, party}.object(id);
  if (!row) throw Problem{404, "no-such-object", {}, {}, {}};
  return *std::move(row);
}

void Site::sight_object(const Request& request, const Reply& reply) {
  const auto party = require_sharing(request);
  const auto asked = from_json<ObjectRef>(request.body);
  const auto known = identities();
  const auto row = require_object(asked.id, party, *known);
  // An organization counts once for each object: its sighting's id follows from both, under a key that stays here, so
  // that the object itself tells nobody whose it is.
  const std::string about = asked.id + "/" + std::to_string(party.source());
  std::array<std::uint8_t, 32> digest{};
  const Hash& key = taxii_->secret();
  crypto_generichash(digest.data(), digest.size(), bytes_of(about).data(), about.size(), key.data(), key.size());
  const auto uuid = exchange::name_based_uuid(exchange::exchange_namespace(), to_hex(digest));
  const Level level = level_of(row);
  const exchange::Making making{known->community(), exchange::microseconds_now(), level, true};
  Json sighting = exchange::made(making, "sighting", uuid);
  sighting["sighting_of_ref"] = asked.id;
  sighting["count"] = 1;
  keep_readers(sighting, row, *known);
  share_objects({sighting}, level, party, sighting["id"], reply);
}

void Site::comment_on_object(const Request& request, const Reply& reply) {
  const auto party = require_sharing(request);
  const auto asked = from_json<NewComment>(request.body);
  require_length(asked.text, "text", longest_text, true);
  const auto known = identities();
  const auto row = require_object(asked.id, party, *known);
  const Level level = level_of(row);
  // Under the Chatham House Rule: what was said is kept, and not who said it (clause 5.5).
  const exchange::Making making{known->community(), exchange::microseconds_now(), level, true};
  Json note = exchange::made(making, "note");
  note["content"] = asked.text;
  note["object_refs"] = {asked.id};
  keep_readers(note, row, *known);
  share_objects({note}, level, party, note["id"], reply);
}

void Site::release_object(const Request& request, const Reply& reply) {
  const auto party = require_sharing(request);
  const auto asked = from_json<ObjectRef>(request.body);
  const auto known = identities();
  const auto row = require_object(asked.id, party, *known);
  if (const auto refusal = objection_to_release(party.sharer, known->is_release_agreed(asked.id)))
    throw problem_of(*refusal);
  const Level level = level_of(row);
  if (level == Level::red) throw problem_of(refuse(clause::release, "red-names-who-reads-it"));
  Json json = Json::parse(row.json);
  json["object_marking_refs"].push_back(exchange::released_marking());
  // Newer than what is there, whatever clock that was made by.
  if (json.contains("modified"))
    json["modified"] = exchange::to_timestamp(std::max(exchange::microseconds_now(), row.version + 1000) / 1000 * 1000);
  share_objects({json}, level, party, asked.id, reply);
}

void Site::keep_readers(Json& json, const store::ObjectRow& row, const exchange::Identities& known) {
  if (level_of(row) != Level::red) return;
  Json recipients = Json::array();
  for (const auto list : row.lists) {
    if (list == exchange::committee_list) recipients.push_back(known.community());
    if (list > exchange::committee_list)
      recipients.push_back(known.organization({list - exchange::list_of_recipient({0})}));
  }
  name_recipients(json, recipients);
}

Response Site::get_collections(const Request& request) {
  const auto party = require_exchange(request);
  Json rows = Json::array();
  const auto defined = taxii_->defined();
  for (const auto& collection : taxii_->collections(party)) {
    const bool is_defined = std::ranges::find(defined, collection.id, &DefinedCollection::id) != defined.end();
    rows.push_back({{"id", collection.id},
                    {"alias", collection.alias},
                    {"title", collection.title},
                    {"description", collection.description},
                    {"can_read", collection.can_read},
                    {"can_write", collection.can_write},
                    {"defined", is_defined}});
  }
  Json may = Json::array();
  const Reader who = require_seat(request);
  if (live_.read([&](const Community& state) { return state.is_secretary(who.person, live_.now()); }))
    may.push_back("define");
  const std::string& origin = options_.party.origins.front();
  return json_response({{"collections", rows},
                        {"discovery", origin + "/taxii2/"},
                        {"root", origin + "/c/" + slug_ + "/taxii2/"},
                        {"may", may}});
}

void Site::require_secretary(const Request& request) {
  const Reader who = require_seat(request);
  if (who.by_token) throw Problem{403, "tokens-only-read", {}, {}, {}};
  if (!live_.read([&](const Community& state) { return state.is_secretary(who.person, live_.now()); }))
    throw problem_of(refuse(clause::secretary_duties, "only-secretary-defines-collections"));
}

Response Site::define_collection(const Request& request) {
  static_cast<void>(require_exchange(request));
  require_secretary(request);
  const auto asked = from_json<NewCollection>(request.body);
  require_length(asked.title, "title", longest_name, true);
  require_length(asked.description, "description", longest_text, false);
  if (asked.types.size() > most_per_page || asked.labels.size() > most_per_page ||
      (asked.types.empty() && asked.labels.empty()))
    throw BadInput{"types", "some types or labels, at most 100"};
  for (const auto& type : asked.types)
    if (!exchange::is_type_name(type)) throw BadInput{"types", "names of types, such as indicator"};
  if (taxii_->defined().size() >= most_per_page) throw BadInput{"title", "at most 100 collections"};
  const std::string id = exchange::to_text(exchange::random_uuid());
  taxii_->define({id, asked.title, asked.description, asked.types, asked.labels});
  return json_response({{"id", id}});
}

Response Site::end_collection(const Request& request) {
  static_cast<void>(require_exchange(request));
  require_secretary(request);
  if (!taxii_->undefine(from_json<ObjectRef>(request.body).id)) throw Problem{404, "no-such-object", {}, {}, {}};
  return json_response(Json::object());
}

}  // namespace ccop::server
