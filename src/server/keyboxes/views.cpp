#include "server/keyboxes/views.hpp"

#include "community/keyboxes/commands.hpp"
#include "community/keyboxes/state.hpp"
#include "community/membership/state.hpp"

namespace ccop::server {

using namespace community;

OrNull<KeyboxView> keybox_view(const Reading& here) {
  const auto own = membership(here.state).seat_organization(here.person, here.now);
  if (!own) return std::nullopt;
  const OrganizationId organization = *own;
  KeyboxView view{organization, membership(here.state).organizations[organization].key, year_of(here.now), {}, {}, {}};
  if (const Keybox* kept = keyboxes(here.state).find(organization)) {
    for (const WrappedBox& box : kept->wrapped)
      if (box.person == here.person) view.wrapped.push_back({box.box, box.credential, Words::of(box.wrapped)});
    for (const VotingKey& key : kept->keys)
      if (keyboxes(here.state).key_of(organization, key.year) == &key)
        view.keys.push_back({key.year, key.box, key.key, key.at});
  }
  view.may = here.may<KeepKeybox, RegisterVotingKey>(organization);
  return view;
}

}  // namespace ccop::server
