// What people bring to the exchange: incidents, that they saw something too, comments, and the agreed release of an
// object.
#include "community/kernel/clause.hpp"
#include "exchange/compose.hpp"
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/recipients.hpp"
#include "server/exchange/routes.hpp"
#include "server/exchange/times.hpp"
#include "server/sentences.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;
using exchange::Level;
using Json = nlohmann::json;

struct NewIncident {
  Name name;
  Prose description;
  std::optional<Prose> found_by;
  std::optional<Prose> helped;
  std::optional<Time> when;
  std::optional<FreeText> signs;
  std::optional<std::vector<FreeText>> without;  ///< values that were recognised there, and are not meant
  std::string marking;
  bool as_community;
  std::optional<std::vector<OrganizationId>> recipients;  ///< of TLP:RED
};
BOOST_DESCRIBE_STRUCT(NewIncident, (),
                      (name, description, found_by, helped, when, signs, without, marking, as_community, recipients))

struct NewComment {
  std::string id;
  TextOf<1, longest_text> text;
};
BOOST_DESCRIBE_STRUCT(NewComment, (), (id, text))

std::vector<Json> objects_of(const AtExchange& here, const NewIncident& asked, Level level) {
  exchange::Making making{"", exchange::microseconds_now(), level, asked.as_community};
  if (asked.as_community)
    making.created_by = here.known->community();
  else if (here.party.sharer.organization)
    making.created_by = here.known->organization(*here.party.sharer.organization);
  exchange::IncidentReport report{
      asked.name, asked.description,       asked.found_by.value_or(""), asked.helped.value_or(""),
      {},         asked.signs.value_or("")};
  if (asked.without) report.without.insert(asked.without->begin(), asked.without->end());
  if (asked.when) report.when = microseconds_of(*asked.when);
  return exchange::compose(making, report);
}

void report_incident(const Call& call, const NewIncident& asked, const Reply& reply) {
  AtExchange here = sharing(call);
  const auto level = exchange::parse_level(asked.marking);
  if (!level) throw BadInput{"marking", "a word of TLP"};
  auto objects = objects_of(here, asked, *level);
  if (asked.recipients && !asked.recipients->empty()) {
    if (*level != Level::red) throw BadInput{"recipients", "none, for TLP:RED alone names recipients"};
    const Json named = identities_of(here, *asked.recipients);
    for (Json& json : objects) name_recipients(json, named);
  }
  Shared shared{objects.front()["id"], std::nullopt};
  if (asked.as_community) shared.edit_secret = here.party.edit_secret = exchange::fresh_edit_secret();
  share_objects(here, objects, *level, response_of(shared), reply);
}

/// What is said about a TLP:RED object goes to those who read it.
void keep_readers(Json& json, const store::ObjectRow& row, const exchange::Identities& known) {
  if (level_of(row) != Level::red) return;
  Json recipients = Json::array();
  for (const auto list : row.lists) {
    if (list == exchange::committee_list) recipients.push_back(known.community());
    if (list > exchange::committee_list)
      recipients.push_back(known.organization({list - exchange::list_of_recipient({0})}));
  }
  name_recipients(json, recipients);
}

void sight_object(const Call& call, const ObjectRef& asked, const Reply& reply) {
  const AtExchange here = sharing(call);
  const auto row = here.object(asked.id);
  if (here.is_own(row)) throw not_allowed("own-object-was-seen");
  const Level level = level_of(row);
  const exchange::Making making{here.known->community(), exchange::microseconds_now(), level, true};
  // An organization counts once for each object: its sighting's id follows from both.
  Json sighting =
      exchange::made(making, "sighting", exchange::sighting_of(here.known->sightings(), asked.id, here.party.source()));
  sighting["sighting_of_ref"] = asked.id;
  sighting["count"] = 1;
  keep_readers(sighting, row, *here.known);
  share_objects(here, {sighting}, level, response_of(ObjectRef{sighting["id"]}), reply);
}

void comment_on_object(const Call& call, const NewComment& asked, const Reply& reply) {
  const AtExchange here = sharing(call);
  const auto row = here.object(asked.id);
  const Level level = level_of(row);
  // Under the Chatham House Rule: what was said is kept, and not who said it (clause 5.5).
  const exchange::Making making{here.known->community(), exchange::microseconds_now(), level, true};
  Json note = exchange::made(making, "note");
  note["content"] = asked.text;
  note["object_refs"] = {asked.id};
  keep_readers(note, row, *here.known);
  share_objects(here, {note}, level, response_of(ObjectRef{note["id"]}), reply);
}

void release_object(const Call& call, const ObjectRef& asked, const Reply& reply) {
  const AtExchange here = sharing(call);
  const auto row = here.object(asked.id);
  if (const auto refusal = objection_to_release(here.party.sharer, here.known->is_release_agreed(asked.id)))
    throw call.site.problem_of(*refusal);
  const Level level = level_of(row);
  if (level == Level::red) throw call.site.problem_of(refuse(clause::release, sentence::red_names_who_reads_it));
  Json json = Json::parse(row.json);
  json["object_marking_refs"].push_back(exchange::released_marking());
  // Newer than what is there, whatever clock that was made by.
  if (json.contains("modified"))
    json["modified"] = exchange::to_timestamp(std::max(exchange::microseconds_now(), row.version + 1000) / 1000 * 1000);
  share_objects(here, {json}, level, response_of(asked), reply);
}

}  // namespace

Routes exchange_sharing_routes() {
  return {routes::take_and_wait<&report_incident, Shared>("/api/exchange/incidents", Who::seat),
          routes::take_and_wait<&sight_object, ObjectRef>("/api/exchange/sightings", Who::seat),
          routes::take_and_wait<&comment_on_object, ObjectRef>("/api/exchange/comments", Who::seat),
          routes::take_and_wait<&release_object, ObjectRef>("/api/exchange/releases", Who::seat)};
}

}  // namespace ccop::server
