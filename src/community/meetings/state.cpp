#include "community/meetings/state.hpp"

#include "community/kernel/standing.hpp"
#include "community/meetings/acts.hpp"
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

bool Session::has_attended(PersonId person) const {
  return std::ranges::find(attended, person, &Attendance::person) != attended.end();
}

RoomCounts Session::counts() const {
  RoomCounts counts{sealed_acts, 0, 0, counted};
  for (auto one = attended.begin(); one != attended.end(); ++one) {
    const std::ranges::subrange before{attended.begin(), one};
    if (std::ranges::find(before, one->person, &Attendance::person) == before.end()) ++counts.people;
    if (one->organization && std::ranges::find(before, one->organization, &Attendance::organization) == before.end())
      ++counts.seats;
  }
  return counts;
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

std::optional<InvitationId> Meetings::next_in(MeetingId meeting) const {
  if (confirmed(meeting) > all[meeting].capacity) return std::nullopt;
  const auto waiting = std::ranges::find_if(invitations, [&](const Invitation& invitation) {
    return invitation.meeting == meeting && invitation.state == InvitationState::waitlisted;
  });
  return waiting == invitations.end() ? std::nullopt : std::optional{invitations.id_of(*waiting)};
}

std::size_t Meetings::cleared(MeetingId meeting) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      invitations, [&](const Invitation& i) { return i.meeting == meeting && i.state == InvitationState::cleared; }));
}

std::vector<std::uint64_t> sealed_for(const Community& now, PersonId reader, Time at, std::uint64_t first,
                                      std::uint64_t end) {
  std::vector<std::uint64_t> hidden;
  const auto& sealed = meetings(now).sealed;
  const bool of_committee = is_committee(now, reader, at);
  for (auto act = std::ranges::lower_bound(sealed, first, {}, &SealedAct::entry);
       act != sealed.end() && act->entry < end; ++act) {
    const Session& session = meetings(now).sessions[act->session];
    const bool reads = session.closed_at ? of_committee : session.has_attended(reader);
    if (!reads && act->person != reader) hidden.push_back(act->entry);
  }
  return hidden;
}

void seal(Meetings& meetings, const SealedAct& act) {
  Session& session = meetings.sessions[act.session];
  ++session.sealed_acts;
  session.sealed_until = act.entry + 1;
  meetings.sealed.push_back(act);
}

void count_vote(Session& session, MotionId motion, std::uint32_t choice, std::uint32_t choices) {
  auto counted = std::ranges::find(session.counted, motion, &MotionCounts::motion);
  if (counted == session.counted.end())
    counted = session.counted.insert(counted, {motion, std::vector<std::uint32_t>(choices)});
  ++counted->votes.at(choice);
}

void recount_vote(Session& session, MotionId motion, std::uint32_t before, std::uint32_t choice) {
  if (session.unseen) return;
  auto& votes = std::ranges::find(session.counted, motion, &MotionCounts::motion)->votes;
  --votes.at(before);
  ++votes.at(choice);
}

bool miss_sealed_act(Meetings& meetings, std::uint64_t size) {
  for (const SessionId id : meetings.live) {
    meetings.sessions[id].unseen = true;
    meetings.sessions[id].sealed_until = size;
  }
  return !meetings.live.empty();
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
  quorum.stands = meetings(now).sessions[id].unseen || share.exceeded_by(quorum.present, quorum.members);
  return quorum;
}

void apply(Meetings& meetings, const MeetingPlanned& act, Time at) {
  Meeting meeting;
  meeting.kind = act.kind;
  meeting.details = act.details;
  meeting.starts = act.starts;
  meeting.ends = act.ends;
  meeting.time_zone = act.time_zone;
  meeting.capacity = act.capacity;
  meeting.commitment_minutes = act.commitment_minutes;
  meeting.planned_at = meeting.revision.at = at;
  meetings.all.add(std::move(meeting));
}

void apply(Meetings& meetings, const MeetingChanged& act, Time at) {
  Meeting& meeting = meetings.all[act.meeting];
  meeting.details = act.details;
  meeting.starts = act.starts;
  meeting.ends = act.ends;
  meeting.time_zone = act.time_zone;
  meeting.capacity = act.capacity;
  meeting.commitment_minutes = act.commitment_minutes;
  meeting.revision.next(at);
}

void apply(Meetings& meetings, const MeetingPublished& act, Time at) {
  Meeting& meeting = meetings.all[act.meeting];
  meeting.state = MeetingState::published;
  meeting.published_at = at;
  meeting.revision.next(at);
}

void apply(Meetings& meetings, const MeetingCancelled& act, Time at) {
  Meeting& meeting = meetings.all[act.meeting];
  meeting.state = MeetingState::cancelled;
  meeting.reason = act.reason;
  meeting.revision.next(at);
}

void apply(Meetings& meetings, const SessionAdded& act, Time at) {
  Session session;
  session.meeting = act.meeting;
  session.kind = act.kind;
  session.title = act.title;
  session.starts = act.starts;
  session.ends = act.ends;
  session.revision.at = at;
  meetings.sessions.add(std::move(session));
  meetings.all[act.meeting].sessions.push_back(act.session);
}

void apply(Meetings& meetings, const SessionChanged& act, Time at) {
  Session& session = meetings.sessions[act.session];
  session.title = act.title;
  session.starts = act.starts;
  session.ends = act.ends;
  session.revision.next(at);
}

void apply(Meetings& meetings, const SessionRemoved& act, Time at) {
  Session& session = meetings.sessions[act.session];
  session.removed = true;
  session.revision.next(at);
  std::erase(meetings.all[session.meeting].sessions, act.session);
}

void apply(Meetings& meetings, const AgendaItemAdded& act) {
  meetings.sessions[act.session].agenda.push_back({act.item, act.minutes});
}

void apply(Meetings& meetings, const AgendaItemChanged& act) {
  auto& agenda = meetings.sessions[act.session].agenda;
  *std::ranges::find(agenda, act.item, &AgendaItem::item) = {act.text, act.minutes};
}

void apply(Meetings& meetings, const AgendaItemMoved& act) {
  auto& agenda = meetings.sessions[act.session].agenda;
  const auto from = std::ranges::find(agenda, act.item, &AgendaItem::item);
  const auto to = agenda.begin() + act.place;
  if (from < to)
    std::rotate(from, from + 1, to + 1);
  else
    std::rotate(to, from, from + 1);
}

void apply(Meetings& meetings, const AgendaItemRemoved& act) {
  std::erase_if(meetings.sessions[act.session].agenda, [&](const AgendaItem& item) { return item.item == act.item; });
}

namespace {

std::optional<ContentHash>& join_link_of(Meetings& meetings, MeetingId meeting, std::optional<SessionId> session) {
  return session ? meetings.sessions[*session].join_link : meetings.all[meeting].join_link;
}

}  // namespace

void apply(Meetings& meetings, const JoinLinkSet& act) {
  join_link_of(meetings, act.meeting, act.session) = act.link;
}

void apply(Meetings& meetings, const JoinLinkRemoved& act) {
  join_link_of(meetings, act.meeting, act.session).reset();
}

void apply(Meetings& meetings, const SessionOpened& act, Time at) {
  meetings.sessions[act.session].opened_at = at;
  meetings.live.push_back(act.session);
}

void apply(Meetings& meetings, const ClosingBegun& act, Time at) {
  auto& closing = meetings.sessions[act.session].closing;
  if (!closing) closing.emplace();
  closing->attester = act.attester;
  closing->drawn_at = at;
  if (act.attester) closing->drawn.push_back(*act.attester);
}

void apply(Meetings& meetings, const SessionResumed& act) {
  meetings.sessions[act.session].closing.reset();
}

void apply(Meetings& meetings, const SessionAttested& act) {
  meetings.sessions[act.session].closing.value().attested = act.counts;
}

void apply(Meetings& meetings, const SessionClosed& act, Time at) {
  Session& session = meetings.sessions[act.session];
  session.closed_at = at;
  session.present.clear();
  session.attended.clear();
  session.counted.clear();
  session.closing.reset();
  std::erase(meetings.live, act.session);
}

void apply(Meetings& meetings, const DiscretionAccepted& act) {
  meetings.all[act.meeting].discreet.push_back(act.person);
}

void apply(Meetings& meetings, const SessionEntered& act, Time at) {
  Session& session = meetings.sessions[act.session];
  const Attendance arrived{act.person, act.organization, at};
  session.present.push_back(arrived);
  const bool is_known = std::ranges::any_of(session.attended, [&](const Attendance& a) {
    return a.person == act.person && a.organization == act.organization;
  });
  if (!is_known) session.attended.push_back(arrived);
}

void apply(Meetings& meetings, const SessionLeft& act) {
  std::erase_if(meetings.sessions[act.session].present, [&](const Attendance& a) { return a.person == act.person; });
}

void apply(Meetings& meetings, const GuestAdmitted& act) {
  meetings.all[act.meeting].guests.push_back({act.person, act.sessions, act.link_key, act.until});
}

void apply(Meetings& meetings, const GuestLinkRenewed& act) {
  std::ranges::find(meetings.all[act.meeting].guests, act.person, &Guest::person)->link_key = act.link_key;
}

void apply(Meetings& meetings, const GuestRevoked& act) {
  std::erase_if(meetings.all[act.meeting].guests, [&](const Guest& guest) { return guest.person == act.person; });
}

void apply(Meetings& meetings, const InvitationAsked& act, Time at) {
  meetings.invitations.add({act.meeting, act.organization, act.person, InvitationState::asked, {}, {}, at});
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
