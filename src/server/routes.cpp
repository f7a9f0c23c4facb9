#include "server/routes.hpp"

#include "community/community.hpp"

namespace ccop::server {

const Routes& all_routes() {
  static const Routes all = [] {
    Routes routes;
    const auto add = [&](const Routes& own) { routes.insert(routes.end(), own.begin(), own.end()); };
    community::for_each_type(community::Chapters{},
                             [&]<class Chapter>(std::type_identity<Chapter>) { add(pages<Chapter>()); });
    for (const auto room : {act_routes, exchange_routes, log_routes, identity_routes, security_routes, desk_routes,
                            mail_routes, hook_routes, adoption_routes, calendar_routes})
      add(room());
    return routes;
  }();
  return all;
}

}  // namespace ccop::server
