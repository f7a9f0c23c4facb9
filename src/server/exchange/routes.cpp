#include "server/exchange/routes.hpp"

#include "server/exchange/party.hpp"
#include "server/routes.hpp"

namespace ccop::server {
namespace {

void answer_machine(const Call& call, const Reply& reply) {
  exchange_of(call.site).handle_taxii(call.request, reply);
}

/// Machines speak TAXII, which has authentication, types and errors of its own.
Route taxii_route() {
  Route route{"GET", "/taxii2/*", Who::everybody, answer_machine,
              [](schema::Components&) { return Route::Description{}; }};
  route.speaks_otherwise = true;
  return route;
}

}  // namespace

Routes exchange_routes() {
  Routes all{taxii_route()};
  for (const auto& more :
       {exchange_reading_routes(), exchange_sharing_routes(), collection_routes(), upload_routes(), change_routes(),
        export_routes(), subscription_routes(), value_routes(), watch_list_routes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace ccop::server
