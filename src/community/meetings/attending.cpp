#include "community/meetings/attending.hpp"

#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/sentences.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// How long before a session its link is shown.
constexpr auto joins_early = minutes{30};

/// The organization for which a cleared additional representative attends.
std::optional<OrganizationId> cleared_for(const Community& now, MeetingId meeting, PersonId person) {
  for (const Invitation& invitation : meetings(now).invitations)
    if (invitation.meeting == meeting && invitation.person == person && invitation.state == InvitationState::cleared)
      return invitation.organization;
  return std::nullopt;
}

}  // namespace

Admitted admission(const Community& now, SessionId id, PersonId person, Time at) {
  const Session& session = meetings(now).sessions[id];
  const Meeting& meeting = meetings(now).all[session.meeting];
  if (const Guest* guest = meeting.guest(person)) {
    if (session.kind == SessionKind::executive)
      return refuse(clause::executive_attendance, sentence::guests_never_attend_executive_session);
    if (guest->until < at || std::ranges::find(guest->sessions, id) == guest->sessions.end())
      return refuse(clause::guests, sentence::guest_not_admitted_here);
    return std::nullopt;
  }
  if (const auto seat = membership(now).seat_of(person, at)) {
    const Mandate& mandate = membership(now).mandates[*seat];
    const bool is_main = mandate.kind == MandateKind::main;
    if (!is_main && !membership(now).is_absent(mandate.organization, at) && session.kind == SessionKind::executive)
      return refuse(clause::main_representative, sentence::main_representative_attends);
    const Organization& organization = membership(now).organizations[mandate.organization];
    if (session.kind == SessionKind::members_only && organization.status != Status::member)
      return refuse(clause::observers_do_not_vote, sentence::session_is_for_members);
    return mandate.organization;
  }
  if (is_committee(now, person, at)) return std::nullopt;
  if (const auto organization = cleared_for(now, session.meeting, person)) {
    if (session.kind == SessionKind::executive)
      return refuse(clause::executive_attendance, sentence::executive_session_is_for_representatives);
    if (session.kind == SessionKind::members_only &&
        membership(now).organizations[*organization].status != Status::member)
      return refuse(clause::observers_do_not_vote, sentence::session_is_for_members);
    return organization;
  }
  return refuse(clause::additional_representatives, sentence::no_clearance_no_entry);
}

bool may_attend(const Community& now, SessionId session, PersonId person, Time at) {
  return !std::holds_alternative<Refusal>(admission(now, session, person, at));
}

bool takes_invitations(const Meeting& meeting, Time at) {
  return meeting.state == MeetingState::published && meeting.ends > at;
}

bool is_let_in(const Community& now, MeetingId meeting, PersonId person, Time at) {
  if (const Guest* guest = meetings(now).all[meeting].guest(person)) return at <= guest->until;
  return cleared_for(now, meeting, person).has_value();
}

bool has_place(const Community& now, MeetingId meeting, PersonId person, Time at) {
  return holds_seat(now, person, at) || is_committee(now, person, at) || is_let_in(now, meeting, person, at);
}

std::optional<Refusal> objection_to_coming(const Community& now, MeetingId id, PersonId person, Time at) {
  const Meeting* meeting = meetings(now).find(id);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!has_place(now, id, person, at)) return refuse(clause::additional_representatives, sentence::no_place_at_meeting);
  if (meeting->state == MeetingState::planned) return refuse(clause::management, sentence::meeting_not_published);
  if (meeting->state == MeetingState::cancelled || meeting->ends <= at)
    return refuse(clause::management, sentence::meeting_is_over);
  return std::nullopt;
}

std::optional<Joining> joining(const Community& now, SessionId id, PersonId person, Time at) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr || session->closed_at) return std::nullopt;
  const Meeting& meeting = meetings(now).all[session->meeting];
  const bool is_guest = meeting.guest(person) != nullptr;
  std::optional<ContentHash> link = session->join_link;
  if (!link && session->kind == SessionKind::open && !is_guest) link = meeting.join_link;
  const bool is_over = at >= session->ends && !session->is_live();
  if (!link || is_over || meeting.state != MeetingState::published || !may_attend(now, id, person, at))
    return std::nullopt;
  Joining joining{session->starts - joins_early, session->ends, {}};
  if (at >= joining.from && meeting.accepted_discretion(person)) joining.link = link;
  return joining;
}

}  // namespace ccop::community
