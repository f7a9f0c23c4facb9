#include "server/meetings/invitations.hpp"

#include "community/meetings/commands.hpp"
#include "server/meetings/offers.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

using namespace community;

InvitationView invitation_view(const Reading& here, InvitationId id) {
  const Invitation& i = meetings(here.state).invitations[id];
  InvitationView view{
      id, i.meeting, key_of(here, i.organization), person_view(here, i.person), i.state, Words::of(i.reason), {},
      {}, {}};
  view.organization_name = membership(here.state).organizations[i.organization].name;
  view.wording = ShownView::of(shown(here.state, ClearInvitation{id}));
  view.may = offers_on_invitation(here, id);
  return view;
}

InvitationIndex::InvitationIndex(const Community& state) {
  for (const auto i : meetings(state).invitations.ids())
    by_meeting_[meetings(state).invitations[i].meeting].push_back(i);
}

const std::vector<InvitationId>& InvitationIndex::of(MeetingId meeting) const {
  static const std::vector<InvitationId> none;
  const auto found = by_meeting_.find(meeting);
  return found == by_meeting_.end() ? none : found->second;
}

}  // namespace ccop::server
