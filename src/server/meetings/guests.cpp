#include "server/meetings/guests.hpp"

#include "community/kernel/standing.hpp"
#include "community/meetings/commands.hpp"
#include "server/meetings/offers.hpp"

namespace ccop::server {

using namespace community;

std::optional<std::vector<GuestView>> guests_view(const Reading& here, MeetingId id) {
  if (!is_committee(here.state, here.person, here.now)) return std::nullopt;
  const Meeting& meeting = meetings(here.state).all[id];
  std::vector<GuestView> view;
  view.reserve(meeting.guests.size());
  for (const Guest& guest : meeting.guests)
    view.push_back({person_decided_on(here, guest.person), guest.sessions, guest.until,
                    meeting.accepted_discretion(guest.person), offers_on_guest(here, id, guest.person)});
  return view;
}

}  // namespace ccop::server
