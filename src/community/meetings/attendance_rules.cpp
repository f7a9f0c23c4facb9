// Who is let into which room (clauses 4.4, 5.2, 6.2, 6.4).
#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// The organization for which a cleared additional representative attends.
std::optional<OrganizationId> cleared_for(const Community& now, MeetingId meeting, PersonId person) {
  for (const Invitation& invitation : now.membership.invitations)
    if (invitation.meeting == meeting && invitation.person == person && invitation.state == InvitationState::cleared)
      return invitation.organization;
  return std::nullopt;
}

/// What keeps the actor out of the session, or for whom the actor comes in.
std::variant<std::optional<OrganizationId>, Refusal> admission(const Community& now, SessionId id, const Actor& actor) {
  const Session& session = now.meetings.sessions[id.value];
  const Meeting& meeting = now.meetings.all[session.meeting.value];
  if (const Guest* guest = meeting.guest(actor.person)) {
    if (session.kind == SessionKind::executive)
      return refuse(clause::executive_attendance, "guests-never-attend-executive-session");
    if (guest->until < actor.at || std::ranges::find(guest->sessions, id) == guest->sessions.end())
      return refuse(clause::guests, "guest-not-admitted-here");
    return std::nullopt;
  }
  if (const auto seat = now.membership.seat_of(actor.person, actor.at)) {
    const Mandate& mandate = now.membership.mandates[seat->value];
    const bool is_main = mandate.kind == MandateKind::main;
    if (!is_main && !now.membership.is_absent(mandate.organization, actor.at) && session.kind == SessionKind::executive)
      return refuse(clause::main_representative, "main-representative-attends");
    const Organization& organization = now.membership.organizations[mandate.organization.value];
    if (session.kind == SessionKind::members_only && organization.status != Status::member)
      return refuse(clause::observers_do_not_vote, "session-is-for-members");
    return mandate.organization;
  }
  if (now.is_committee(actor.person, actor.at)) return std::nullopt;
  if (const auto organization = cleared_for(now, session.meeting, actor.person)) {
    if (session.kind == SessionKind::executive)
      return refuse(clause::executive_attendance, "executive-session-is-for-representatives");
    if (session.kind == SessionKind::members_only &&
        now.membership.organizations[organization->value].status != Status::member)
      return refuse(clause::observers_do_not_vote, "session-is-for-members");
    return organization;
  }
  return refuse(clause::additional_representatives, "no-clearance-no-entry");
}

bool may_preside(const Community& now, const Actor& actor) {
  return now.is_committee(actor.person, actor.at);
}

}  // namespace

Ruling decide(const Community& now, const OpenSession& asked, const Actor& actor) {
  const Session* session = now.meetings.find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (!may_preside(now, actor)) return refuse(clause::management, "only-committee-opens-sessions");
  if (now.meetings.all[session->meeting.value].state != MeetingState::published)
    return refuse(clause::management, "meeting-not-published");
  if (session->opened_at) return refuse(clause::management, "session-was-opened");
  if (actor.at < session->starts - hours{12}) return refuse(clause::management, "session-is-not-due");
  return accept(SessionOpened{asked.session});
}

Ruling decide(const Community& now, const CloseSession& asked, const Actor& actor) {
  const Session* session = now.meetings.find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (!may_preside(now, actor)) return refuse(clause::management, "only-committee-opens-sessions");
  if (!session->is_live()) return refuse(clause::management, "session-not-live");
  if (now.decisions.has_open_motion(asked.session)) return refuse(clause::voting, "a-motion-is-open");
  if (now.elections.has_open_ballot(asked.session)) return refuse(clause::voting, "a-ballot-is-open");
  return accept(SessionClosed{asked.session});
}

Ruling decide(const Community& now, const AcceptDiscretion& asked, const Actor& actor) {
  const Meeting* meeting = now.meetings.find(asked.meeting);
  if (meeting == nullptr || meeting->state != MeetingState::published)
    return refuse(clause::the_record, "no-such-meeting");
  if (now.people.all[actor.person.value].is_guest && meeting->guest(actor.person) == nullptr)
    return refuse(clause::guests, "guest-not-admitted-here");
  if (meeting->accepted_discretion(actor.person)) return refuse(clause::discretion, "discretion-accepted-already");
  return accept(DiscretionAccepted{asked.meeting, actor.person});
}

Ruling decide(const Community& now, const EnterSession& asked, const Actor& actor) {
  const Session* session = now.meetings.find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (!session->is_live()) return refuse(clause::management, "session-not-live");
  if (session->is_present(actor.person)) return refuse(clause::management, "is-present-already");
  auto admitted = admission(now, asked.session, actor);
  if (auto* refusal = std::get_if<Refusal>(&admitted)) return *refusal;
  if (!now.meetings.all[session->meeting.value].accepted_discretion(actor.person))
    return refuse(clause::discretion, "accept-discretion-first");
  return accept(SessionEntered{asked.session, actor.person, std::get<std::optional<OrganizationId>>(admitted)});
}

Ruling decide(const Community& now, const LeaveSession& asked, const Actor& actor) {
  const Session* session = now.meetings.find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (!session->is_present(actor.person)) return refuse(clause::management, "is-not-present");
  return accept(SessionLeft{asked.session, actor.person});
}

Ruling decide(const Community& now, const AdmitGuest& asked, const Actor& actor) {
  const Meeting* meeting = now.meetings.find(asked.meeting);
  if (meeting == nullptr) return refuse(clause::the_record, "no-such-meeting");
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::guests, "only-committee-admits-guests");
  if (meeting->state == MeetingState::cancelled || meeting->ends <= actor.at)
    return refuse(clause::management, "meeting-is-over");
  if (asked.sessions.empty()) return refuse(clause::guests, "guest-needs-a-session");
  for (const SessionId id : asked.sessions) {
    const Session* session = now.meetings.find(id);
    if (session == nullptr || session->meeting != asked.meeting) return refuse(clause::the_record, "no-such-session");
    if (session->kind == SessionKind::executive)
      return refuse(clause::executive_attendance, "guests-never-attend-executive-session");
    if (session->kind == SessionKind::members_only) return refuse(clause::guests, "guests-attend-open-sessions");
  }
  if (now.confirmed(asked.meeting) >= meeting->capacity)
    return refuse(clause::additional_representatives, "meeting-is-full");
  return accept(
      GuestAdmitted{now.people.next(), asked.profile, asked.meeting, asked.sessions, asked.token_hash, meeting->ends});
}

}  // namespace ccop::community
