// Planning a meeting and giving notice (clauses 5.1, 5.7, 6.1, 6.3, 6.6).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/planning.hpp"
#include "community/meetings/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr auto longest_meeting = days{31};

std::optional<Refusal> objection_to(const PlanMeeting& plan, Time now) {
  if (plan.ends <= plan.starts || plan.ends - plan.starts > longest_meeting)
    return refuse(clause::management, sentence::meeting_ends_after_it_starts, longest_meeting.count());
  if (plan.starts < now - days{1} || plan.starts > now + days{3 * 366})
    return refuse(clause::management, sentence::meeting_is_soon);
  if (plan.time_zone.empty() || plan.time_zone.size() > 60)
    return refuse(clause::management, sentence::meeting_needs_time_zone);
  if (plan.commitment_minutes == 0 || plan.commitment_minutes > 60000)
    return refuse(clause::ways_of_working, sentence::state_the_time_commitment);
  if (plan.capacity > 100000) return refuse(clause::additional_representatives, sentence::capacity_too_large);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const PlanMeeting::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::management, sentence::only_committee_plans);
}

Ruling decide(const Community& now, const PlanMeeting& asked, const Asking& asking) {
  if (auto objection = objection_to(asked, asking.at)) return *std::move(objection);
  const MeetingId next = meetings(now).all.next();
  return accept(MeetingPlanned{next, asked.kind, asked.details, asked.starts, asked.ends, asked.time_zone,
                               asked.capacity, asked.commitment_minutes});
}

std::optional<Refusal> bars(const Community& now, const ChangeMeeting::About& about, const Asking& asking) {
  return objection_to_programme_change(now, about.meeting, asking);
}

Ruling decide(const Community& now, const ChangeMeeting& asked, const Asking& asking) {
  const Meeting& meeting = meetings(now).all[asked.meeting];
  const PlanMeeting plan{meeting.kind,   asked.details,           asked.starts, asked.ends, asked.time_zone,
                         asked.capacity, asked.commitment_minutes};
  if (auto objection = objection_to(plan, std::min(asking.at, meeting.starts))) return *std::move(objection);
  for (const SessionId id : meeting.sessions) {
    const Session& session = meetings(now).sessions[id];
    if (session.starts < asked.starts || session.ends > asked.ends)
      return refuse(clause::management, sentence::session_outside_meeting);
  }
  const std::size_t confirmed = meetings(now).confirmed(asked.meeting);
  if (asked.capacity < confirmed)
    return refuse(clause::additional_representatives, sentence::more_are_confirmed, confirmed);
  std::vector<Act> acts{MeetingChanged{asked.meeting, asked.details, asked.starts, asked.ends, asked.time_zone,
                                       asked.capacity, asked.commitment_minutes}};
  std::size_t room = asked.capacity - confirmed;
  for (const InvitationId id : meetings(now).invitations.ids()) {
    if (room == 0) break;
    const Invitation& invitation = meetings(now).invitations[id];
    if (invitation.meeting != asked.meeting || invitation.state != InvitationState::waitlisted) continue;
    acts.emplace_back(InvitationCleared{id});
    --room;
  }
  return acts;
}

std::optional<Refusal> bars(const Community& now, const PublishMeeting::About& about, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!is_committee(now, asking.person, asking.at)) return refuse(clause::management, sentence::only_committee_plans);
  if (meeting->state != MeetingState::planned) return refuse(clause::management, sentence::meeting_was_published);
  if (meeting->sessions.empty()) return refuse(clause::management, sentence::meeting_needs_a_session);
  if (needs_executive_day(now, *meeting) && !keeps_executive_day(slots_of(now, *meeting)))
    return refuse(clause::executive_day, sentence::symposium_needs_executive_day);
  const auto notice = charter(now).notice_days(meeting->kind);
  if (meeting->starts < asking.at + days{notice} && notice > 0)
    return refuse(clause::management, sentence::notice_is_due, notice);
  return std::nullopt;
}

Ruling decide(const Community&, const PublishMeeting& asked, const Asking&) {
  return accept(MeetingPublished{asked.meeting});
}

std::optional<Refusal> bars(const Community& now, const CancelMeeting::About& about, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!is_committee(now, asking.person, asking.at)) return refuse(clause::management, sentence::only_committee_plans);
  if (meeting->state == MeetingState::cancelled || meeting->ends <= asking.at)
    return refuse(clause::management, sentence::meeting_is_over);
  const bool took_place = std::ranges::any_of(
      meeting->sessions, [&](SessionId id) { return meetings(now).sessions[id].opened_at.has_value(); });
  if (took_place) return refuse(clause::management, sentence::meeting_has_begun);
  return std::nullopt;
}

Ruling decide(const Community&, const CancelMeeting& asked, const Asking&) {
  return accept(MeetingCancelled{asked.meeting, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const AppointSymposiumCommittee::About& about, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_appoints_symposium_committee);
  const Meeting* meeting = meetings(now).find(about.meeting);
  if (meeting == nullptr || meeting->kind != MeetingKind::symposium || meeting->ends <= asking.at)
    return refuse(clause::bodies, sentence::symposium_committee_serves_a_coming_symposium);
  return std::nullopt;
}

Wording shown(const Community& now, const AppointSymposiumCommittee& asked) {
  return together(wording_of(now, asked.person), wording_of(now, asked.meeting));
}

Ruling decide(const Community& now, const AppointSymposiumCommittee& asked, const Asking& asking) {
  if (!holds_seat(now, asked.person, asking.at))
    return refuse(clause::bodies, sentence::symposium_committee_comes_from_membership);
  if (serves_symposium(now, asked.meeting, asked.person)) return refuse(clause::bodies, sentence::serves_already);
  return accept(SymposiumCommitteeAppointed{asked.meeting, asked.person});
}

}  // namespace ccop::community
