#include "server/exchange/party.hpp"

#include "community/kernel/clause.hpp"
#include "exchange/definitions.hpp"
#include "server/kernel/route.hpp"
#include "server/rooms.hpp"
#include "server/sentences.hpp"

#include <nlohmann/json.hpp>

namespace ccop::server {
namespace {

using namespace community;

exchange::Party party_of(const Call& call, ExchangeRoom& room) {
  exchange::Party party;
  if (call.reader.by_token) {
    if (const auto machine = room.machine(call.request)) party = machine->party;
    party.may_write = false;
    return party;
  }
  party.sharer =
      call.site.live.read([&](const Community& state) { return sharer(state, call.reader.person, call.now); });
  party.may_write = true;
  return party;
}

}  // namespace

ExchangeRoom& exchange_of(const Served& site) {
  if (!site.rooms.exchange) throw nothing_there();
  return *site.rooms.exchange;
}

AtExchange::AtExchange(const Call& call) : room(exchange_of(call.site)), party(party_of(call, room)) {
  room.introduce_identities();
  known = room.identities();
}

store::ObjectRow AtExchange::object(const std::string& id) const {
  auto row = reader().object(id);
  if (!row) throw nothing_there("no-such-object");
  return *std::move(row);
}

bool AtExchange::may_share() const {
  return party.may_write && !objection_to_sharing(party.sharer);
}

void require_may_share(const Served& site, const exchange::Party& party) {
  if (!party.may_write) throw not_allowed("tokens-only-read");
  if (const auto refusal = objection_to_sharing(party.sharer)) throw site.problem_of(*refusal);
}

AtExchange sharing(const Call& call) {
  AtExchange here{call};
  require_may_share(call.site, here.party);
  return here;
}

// Decided here until the rules answer it: the secretary's duties at the exchange.
bool is_secretary(const Call& call) {
  return call.site.live.read([&](const Community& state) { return is_secretary(state, call.reader.person, call.now); });
}

void require_secretary(const Call& call) {
  if (call.reader.by_token) throw not_allowed("tokens-only-read");
  if (!is_secretary(call))
    throw call.site.problem_of(refuse(clause::secretary_duties, sentence::only_secretary_defines_collections));
}

void share_objects(const AtExchange& here, const std::vector<nlohmann::json>& objects, exchange::Level level,
                   Response done, const Reply& reply) {
  exchange::Examiner examiner;
  exchange::Definitions definitions{[&](const std::string& definition) {
    return exchange::definitions_in_sight(here.room.objects().store(), here.party, definition);
  }};
  std::vector<store::NewObject> batch;
  std::size_t bytes = 0;
  for (const auto& json : objects) {
    auto examined = examiner.examine(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (!examined.errors.empty()) throw BadInput{"body", examined.errors.front().sentence()};
    if (const std::string unknown = definitions.interpret(examined.object); !unknown.empty())
      throw BadInput{"body", exchange::unknown_marking(examined.object.id(), unknown)};
    auto placed = exchange::placed(std::move(examined.object), level, here.party, *here.known);
    if (const auto* refused = std::get_if<std::string>(&placed)) throw BadInput{"body", *refused};
    batch.push_back(std::get<store::NewObject>(std::move(placed)));
    bytes += batch.back().json.size();
    batch.back().only_if_absent |= batch.back().name.type == "sighting";
  }
  if (!here.room.may_bring(here.party, bytes)) throw too_often("quota-of-objects");
  here.room.brought(here.party, batch.size());
  here.room.objects().submit(std::move(batch),
                             [reply, done = std::move(done)](const exchange::Exchange::Outcome& outcome) {
                               const bool is_kept = !std::holds_alternative<std::string>(outcome);
                               reply(is_kept ? done : problem_response(not_kept()));
                             });
}

}  // namespace ccop::server
