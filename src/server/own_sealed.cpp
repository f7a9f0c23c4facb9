#include "server/own_sealed.hpp"

#include "community/membership/state.hpp"

namespace ccop::server {

OwnSealedView own_sealed(const host::OwnSealed& kept, const Reading& here) {
  OwnSealedView view;
  const auto seat = membership(here.state).seat_organization(here.person, here.now);
  if (!seat) return view;
  if (auto own = kept.of(*seat)) {
    view.sealed = std::move(own->sealed);
    view.at = own->at;
  }
  return view;
}

void keep_sealed(host::OwnSealed& kept, const Call& call, const ToKeepSealed& brought,
                 const community::Refusal& refused) {
  const auto seat = call.site.live.read([&](const community::Community& state) {
    return membership(state).seat_organization(call.reader.person, call.now);
  });
  if (!seat) throw call.site.problem_of(refused, 403);
  kept.keep(*seat, {brought.sealed, call.now});
}

Route own_sealed_page(Route route) {
  route.is_kept = false;  // what is kept changes it, and not the record
  return route;
}

}  // namespace ccop::server
