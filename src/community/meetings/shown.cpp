#include "community/meetings/shown.hpp"

#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool is_seated(const Community& now, PersonId person, Time at) {
  return holds_seat(now, person, at) || is_committee(now, person, at);
}

}  // namespace

bool is_shown(const Community& now, MeetingId id, PersonId person, Time at) {
  if (is_seated(now, person, at) || meetings(now).all[id].guest(person) != nullptr) return true;
  const auto& all = meetings(now).invitations;
  return std::ranges::any_of(all.ids(), [&](InvitationId invitation) {
    const Invitation& one = all[invitation];
    return one.meeting == id && one.person == person && one.state != InvitationState::withdrawn;
  });
}

bool is_shown(const Community& now, SessionId id, PersonId person, Time at) {
  if (is_seated(now, person, at)) return true;
  const Session& session = meetings(now).sessions[id];
  if (const Guest* guest = meetings(now).all[session.meeting].guest(person))
    return std::ranges::find(guest->sessions, id) != guest->sessions.end();
  return session.kind != SessionKind::executive;
}

}  // namespace ccop::community
