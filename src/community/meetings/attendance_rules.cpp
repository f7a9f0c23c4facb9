// Who is let into which room (clauses 4.4, 5.2, 6.2, 6.4).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/sentences.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// The organization for which a cleared additional representative attends.
std::optional<OrganizationId> cleared_for(const Community& now, MeetingId meeting, PersonId person) {
  for (const Invitation& invitation : meetings(now).invitations)
    if (invitation.meeting == meeting && invitation.person == person && invitation.state == InvitationState::cleared)
      return invitation.organization;
  return std::nullopt;
}

/// What keeps the asker out of the session, or for whom the asker comes in.
std::variant<std::optional<OrganizationId>, Refusal> admission(const Community& now, SessionId id,
                                                               const Asking& asking) {
  const Session& session = meetings(now).sessions[id];
  const Meeting& meeting = meetings(now).all[session.meeting];
  if (const Guest* guest = meeting.guest(asking.person)) {
    if (session.kind == SessionKind::executive)
      return refuse(clause::executive_attendance, sentence::guests_never_attend_executive_session);
    if (guest->until < asking.at || std::ranges::find(guest->sessions, id) == guest->sessions.end())
      return refuse(clause::guests, sentence::guest_not_admitted_here);
    return std::nullopt;
  }
  if (const auto seat = membership(now).seat_of(asking.person, asking.at)) {
    const Mandate& mandate = membership(now).mandates[*seat];
    const bool is_main = mandate.kind == MandateKind::main;
    if (!is_main && !membership(now).is_absent(mandate.organization, asking.at) &&
        session.kind == SessionKind::executive)
      return refuse(clause::main_representative, sentence::main_representative_attends);
    const Organization& organization = membership(now).organizations[mandate.organization];
    if (session.kind == SessionKind::members_only && organization.status != Status::member)
      return refuse(clause::observers_do_not_vote, sentence::session_is_for_members);
    return mandate.organization;
  }
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  if (const auto organization = cleared_for(now, session.meeting, asking.person)) {
    if (session.kind == SessionKind::executive)
      return refuse(clause::executive_attendance, sentence::executive_session_is_for_representatives);
    if (session.kind == SessionKind::members_only &&
        membership(now).organizations[*organization].status != Status::member)
      return refuse(clause::observers_do_not_vote, sentence::session_is_for_members);
    return organization;
  }
  return refuse(clause::additional_representatives, sentence::no_clearance_no_entry);
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const OpenSession::About& about, const Asking& asking) {
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_opens_sessions);
  if (meetings(now).all[session->meeting].state != MeetingState::published)
    return refuse(clause::management, sentence::meeting_not_published);
  if (session->opened_at) return refuse(clause::management, sentence::session_was_opened);
  if (asking.at < session->starts - hours{12}) return refuse(clause::management, sentence::session_is_not_due);
  return std::nullopt;
}

Ruling decide(const Community&, const OpenSession& asked, const Asking&) {
  return accept(SessionOpened{asked.session});
}

std::optional<Refusal> bars(const Community& now, const AcceptDiscretion::About& about, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr || meeting->state != MeetingState::published)
    return refuse(clause::the_record, sentence::no_such_meeting);
  if (people(now).all[asking.person].is_guest && meeting->guest(asking.person) == nullptr)
    return refuse(clause::guests, sentence::guest_not_admitted_here);
  if (meeting->accepted_discretion(asking.person))
    return refuse(clause::discretion, sentence::discretion_accepted_already);
  return std::nullopt;
}

Ruling decide(const Community&, const AcceptDiscretion& asked, const Asking& asking) {
  return accept(DiscretionAccepted{asked.meeting, asking.person});
}

std::optional<Refusal> bars(const Community& now, const EnterSession::About& about, const Asking& asking) {
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!session->is_live()) return refuse(clause::management, sentence::session_not_live);
  if (session->closing) return refuse(clause::chatham_house, sentence::session_is_being_closed);
  if (session->is_present(asking.person)) return refuse(clause::management, sentence::is_present_already);
  auto admitted = admission(now, about.session, asking);
  if (auto* refusal = std::get_if<Refusal>(&admitted)) return std::move(*refusal);
  if (!meetings(now).all[session->meeting].accepted_discretion(asking.person))
    return refuse(clause::discretion, sentence::accept_discretion_first);
  return std::nullopt;
}

Ruling decide(const Community& now, const EnterSession& asked, const Asking& asking) {
  const auto organization = std::get<std::optional<OrganizationId>>(admission(now, asked.session, asking));
  return accept(SessionEntered{asked.session, asking.person, organization});
}

std::optional<Refusal> bars(const Community& now, const LeaveSession::About& about, const Asking& asking) {
  const Session* session = meetings(now).find(about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!session->is_present(asking.person)) return refuse(clause::management, sentence::is_not_present);
  if (session->closing) return refuse(clause::chatham_house, sentence::session_is_being_closed);
  return std::nullopt;
}

Ruling decide(const Community&, const LeaveSession& asked, const Asking& asking) {
  return accept(SessionLeft{asked.session, asking.person});
}

std::optional<Refusal> bars(const Community& now, const AdmitGuest::About& about, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::guests, sentence::only_committee_admits_guests);
  if (meeting->state == MeetingState::cancelled || meeting->ends <= asking.at)
    return refuse(clause::management, sentence::meeting_is_over);
  if (meetings(now).confirmed(about.meeting) >= meeting->capacity)
    return refuse(clause::additional_representatives, sentence::meeting_is_full);
  return std::nullopt;
}

Ruling decide(const Community& now, const AdmitGuest& asked, const Asking&) {
  if (asked.sessions.empty()) return refuse(clause::guests, sentence::guest_needs_a_session);
  for (const SessionId id : asked.sessions) {
    const Session* session = meetings(now).find(id);
    if (session == nullptr || session->meeting != asked.meeting)
      return refuse(clause::the_record, sentence::no_such_session);
    if (session->kind == SessionKind::executive)
      return refuse(clause::executive_attendance, sentence::guests_never_attend_executive_session);
    if (session->kind == SessionKind::members_only)
      return refuse(clause::guests, sentence::guests_attend_open_sessions);
  }
  const Time until = meetings(now).all[asked.meeting].ends;
  return accept(GuestAdmitted{people(now).next(), asked.profile, asked.meeting, asked.sessions, asked.link_key, until});
}

}  // namespace ccop::community
