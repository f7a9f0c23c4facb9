#include "community/meetings/state.hpp"

#include "community/kernel/standing.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {

bool Session::is_present(PersonId person) const {
  return std::ranges::find(present, person, &Attendance::person) != present.end();
}

bool Session::is_present(PersonId person, OrganizationId organization) const {
  return std::ranges::any_of(present,
                             [&](const Attendance& a) { return a.person == person && a.organization == organization; });
}

bool Meeting::accepted_discretion(PersonId person) const {
  return std::ranges::find(discreet, person) != discreet.end();
}

const Guest* Meeting::guest(PersonId person) const {
  const auto found = std::ranges::find(guests, person, &Guest::person);
  return found == guests.end() ? nullptr : &*found;
}

const Session* Meetings::find(SessionId id) const {
  return id.value < sessions.size() && !sessions[id].removed ? &sessions[id] : nullptr;
}

std::size_t Meetings::confirmed(MeetingId meeting) const {
  return cleared(meeting) + all[meeting].guests.size();
}

std::size_t Meetings::cleared(MeetingId meeting) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      invitations, [&](const Invitation& i) { return i.meeting == meeting && i.state == InvitationState::cleared; }));
}

Wording wording_of(const Community& now, MeetingId meeting) {
  const Meeting* found = meetings(now).find(meeting);
  return found == nullptr ? Wording{} : Wording{{found->details}, {}};
}

Quorum quorum(const Community& now, SessionId id, Time at) {
  Quorum quorum;
  quorum.members = membership(now).members(at);
  std::vector<OrganizationId> counted;
  for (const Attendance& attendance : meetings(now).sessions[id].present) {
    if (!attendance.organization) continue;
    if (voting_organization(now, attendance.person, at) != attendance.organization) continue;
    if (std::ranges::find(counted, *attendance.organization) == counted.end())
      counted.push_back(*attendance.organization);
  }
  quorum.present = counted.size();
  const Share& share = charter(now).voting.quorum;
  quorum.needed = quorum.members * share.numerator / share.denominator + 1;
  quorum.stands = share.exceeded_by(quorum.present, quorum.members);
  return quorum;
}

void apply(Meetings& meetings, const MeetingPlanned& act) {
  Meeting meeting;
  meeting.kind = act.kind;
  meeting.details = act.details;
  meeting.starts = act.starts;
  meeting.ends = act.ends;
  meeting.time_zone = act.time_zone;
  meeting.capacity = act.capacity;
  meeting.commitment_minutes = act.commitment_minutes;
  meetings.all.add(std::move(meeting));
}

void apply(Meetings& meetings, const MeetingChanged& act) {
  Meeting& meeting = meetings.all[act.meeting];
  meeting.details = act.details;
  meeting.starts = act.starts;
  meeting.ends = act.ends;
  meeting.time_zone = act.time_zone;
  meeting.capacity = act.capacity;
  meeting.commitment_minutes = act.commitment_minutes;
}

void apply(Meetings& meetings, const MeetingPublished& act, Time at) {
  Meeting& meeting = meetings.all[act.meeting];
  meeting.state = MeetingState::published;
  meeting.published_at = at;
}

void apply(Meetings& meetings, const MeetingCancelled& act) {
  Meeting& meeting = meetings.all[act.meeting];
  meeting.state = MeetingState::cancelled;
  meeting.reason = act.reason;
}

void apply(Meetings& meetings, const SessionAdded& act) {
  Session session;
  session.meeting = act.meeting;
  session.kind = act.kind;
  session.title = act.title;
  session.starts = act.starts;
  session.ends = act.ends;
  meetings.sessions.add(std::move(session));
  meetings.all[act.meeting].sessions.push_back(act.session);
}

void apply(Meetings& meetings, const SessionRemoved& act) {
  Session& session = meetings.sessions[act.session];
  session.removed = true;
  std::erase(meetings.all[session.meeting].sessions, act.session);
}

void apply(Meetings& meetings, const AgendaItemAdded& act) {
  meetings.sessions[act.session].agenda.push_back({act.item, act.minutes});
}

void apply(Meetings& meetings, const AgendaItemRemoved& act) {
  std::erase_if(meetings.sessions[act.session].agenda, [&](const AgendaItem& item) { return item.item == act.item; });
}

void apply(Meetings& meetings, const SessionOpened& act, Time at) {
  meetings.sessions[act.session].opened_at = at;
}

void apply(Meetings& meetings, const SessionClosed& act, Time at) {
  Session& session = meetings.sessions[act.session];
  session.closed_at = at;
  session.present.clear();
}

void apply(Meetings& meetings, const DiscretionAccepted& act) {
  meetings.all[act.meeting].discreet.push_back(act.person);
}

void apply(Meetings& meetings, const SessionEntered& act, Time at) {
  meetings.sessions[act.session].present.push_back({act.person, act.organization, at});
}

void apply(Meetings& meetings, const SessionLeft& act) {
  std::erase_if(meetings.sessions[act.session].present, [&](const Attendance& a) { return a.person == act.person; });
}

void apply(Meetings& meetings, const GuestAdmitted& act) {
  meetings.all[act.meeting].guests.push_back({act.person, act.sessions, act.link_key, act.until});
}

void apply(Meetings& meetings, const InvitationAsked& act) {
  meetings.invitations.add({act.meeting, act.organization, act.person, InvitationState::asked, {}, {}});
}

void apply(Meetings& meetings, const InvitationEndorsed& act) {
  meetings.invitations[act.invitation].endorsed_by.push_back(act.endorsed_by);
}

void apply(Meetings& meetings, const InvitationCleared& act) {
  meetings.invitations[act.invitation].state = InvitationState::cleared;
}

void apply(Meetings& meetings, const InvitationWaitlisted& act) {
  meetings.invitations[act.invitation].state = InvitationState::waitlisted;
}

void apply(Meetings& meetings, const InvitationRefused& act) {
  Invitation& invitation = meetings.invitations[act.invitation];
  invitation.state = InvitationState::refused;
  invitation.reason = act.reason;
}

void apply(Meetings& meetings, const InvitationWithdrawn& act) {
  meetings.invitations[act.invitation].state = InvitationState::withdrawn;
}

void apply(Meetings& meetings, const SymposiumCommitteeAppointed& act) {
  meetings.symposium_committees.push_back({act.meeting, act.person});
}

}  // namespace ccop::community
