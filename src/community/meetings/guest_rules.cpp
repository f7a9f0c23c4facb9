// Who comes to a meeting as its guest (clause 6.2).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/sentences.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// Of somebody who is the meeting's guest, or not.
std::optional<Refusal> objection_to_change(const Community& now, MeetingId id, PersonId person, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(id);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::guests, sentence::only_committee_admits_guests);
  if (meeting->guest(person) == nullptr) return refuse(clause::guests, sentence::no_such_guest);
  return std::nullopt;
}

}  // namespace

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

std::optional<Refusal> bars(const Community& now, const RenewGuestLink::About& about, const Asking& asking) {
  if (auto objection = objection_to_change(now, about.meeting, about.person, asking)) return objection;
  const Meeting& meeting = meetings(now).all[about.meeting];
  if (meeting.state == MeetingState::cancelled || meeting.ends <= asking.at)
    return refuse(clause::management, sentence::meeting_is_over);
  return std::nullopt;
}

Wording shown(const Community& now, const RenewGuestLink& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community&, const RenewGuestLink& asked, const Asking&) {
  return accept(GuestLinkRenewed{asked.meeting, asked.person, asked.link_key});
}

std::optional<Refusal> bars(const Community& now, const RevokeGuest::About& about, const Asking& asking) {
  if (auto objection = objection_to_change(now, about.meeting, about.person, asking)) return objection;
  const auto& sessions = meetings(now).all[about.meeting].sessions;
  if (std::ranges::any_of(sessions, [&](SessionId id) { return meetings(now).sessions[id].is_present(about.person); }))
    return refuse(clause::guests, sentence::guest_is_in_a_room);
  return std::nullopt;
}

Wording shown(const Community& now, const RevokeGuest& asked) {
  return wording_of(now, asked.person);
}

/// The place goes to whoever waits longest for one.
Ruling decide(const Community& now, const RevokeGuest& asked, const Asking&) {
  std::vector<Act> acts{GuestRevoked{asked.meeting, asked.person}};
  if (const auto waiting = meetings(now).next_in(asked.meeting)) acts.emplace_back(InvitationCleared{*waiting});
  return acts;
}

}  // namespace ccop::community
