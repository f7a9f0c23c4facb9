// What a seat watches for at the exchange, sealed.
#include "community/kernel/clause.hpp"
#include "server/exchange/routes.hpp"
#include "server/own_sealed.hpp"
#include "server/rooms.hpp"
#include "server/sentences.hpp"

namespace ccop::server {
namespace {

using namespace community;

OwnSealedView watch_list(const Reading& here) {
  return own_sealed(here.call.site.rooms.watch_lists, here);
}

Nothing keep_watch_list(const Call& call, const ToKeepSealed& brought) {
  keep_sealed(call.site.rooms.watch_lists, call, brought, refuse(clause::sharing, sentence::only_seats_watch));
  return {};
}

}  // namespace

Routes watch_list_routes() {
  return {own_sealed_page(routes::page<&watch_list>("/api/exchange/watch", Who::seated_person)),
          routes::take<&keep_watch_list>("/api/exchange/watch/keep", Who::seated_person)};
}

}  // namespace ccop::server
