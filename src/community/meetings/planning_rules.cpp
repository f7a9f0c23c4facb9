// Planning a meeting and giving notice (clauses 5.1, 5.7, 6.1, 6.3, 6.6).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr auto longest_meeting = days{31};
constexpr std::size_t most_sessions = 60;
constexpr std::size_t most_agenda_items = 60;

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

bool serves_symposium(const Community& now, MeetingId meeting, PersonId person) {
  return std::ranges::any_of(meetings(now).symposium_committees, [&](const CommitteeSeat& seat) {
    return seat.meeting == meeting && seat.person == person;
  });
}

/// Who may change this meeting's programme: the Management Committee, and for a symposium its own committee
/// (clause 3.1).
bool may_plan(const Community& now, MeetingId meeting, const Asking& asking) {
  return is_committee(now, asking.person, asking.at) || serves_symposium(now, meeting, asking.person);
}

std::optional<Refusal> objection_to_programme_change(const Community& now, MeetingId id, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(id);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!may_plan(now, id, asking)) return refuse(clause::management, sentence::only_committee_plans);
  if (meeting->state == MeetingState::cancelled || meeting->ends <= asking.at)
    return refuse(clause::management, sentence::meeting_is_over);
  return std::nullopt;
}

std::optional<Refusal> objection_to_session_change(const Community& now, SessionId id, const Asking& asking) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (session->closed_at) return refuse(clause::management, sentence::session_is_closed);
  return objection_to_programme_change(now, session->meeting, asking);
}

Time day_of(Time time) {
  return std::chrono::floor<days>(time);
}

/// One day is kept as Executive Session: an executive session exists, and nothing else is held on its day (clause 6.3).
/// Days are counted in UTC from the meeting's start, so that no time zone's rules enter the record.
bool keeps_executive_day(const Community& now, const Meeting& meeting) {
  const auto& sessions = meetings(now).sessions;
  return std::ranges::any_of(meeting.sessions, [&](SessionId executive) {
    if (sessions[executive].kind != SessionKind::executive) return false;
    return std::ranges::none_of(meeting.sessions, [&](SessionId other) {
      return sessions[other].kind != SessionKind::executive &&
             day_of(sessions[other].starts) == day_of(sessions[executive].starts);
    });
  });
}

/// Whether the charter keeps a day of this meeting for its Executive Session (clause 6.3).
bool needs_executive_day(const Community& now, const Meeting& meeting) {
  return meeting.kind == MeetingKind::symposium && charter(now).meetings.symposium_needs_executive_day;
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
  if (needs_executive_day(now, *meeting) && !keeps_executive_day(now, *meeting))
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

std::optional<Refusal> bars(const Community& now, const AddSession::About& about, const Asking& asking) {
  if (auto objection = objection_to_programme_change(now, about.meeting, asking)) return objection;
  if (meetings(now).all[about.meeting].sessions.size() >= most_sessions)
    return refuse(clause::management, sentence::too_many_sessions);
  return std::nullopt;
}

Ruling decide(const Community& now, const AddSession& asked, const Asking&) {
  const Meeting& meeting = meetings(now).all[asked.meeting];
  if (asked.ends <= asked.starts || asked.starts < meeting.starts || asked.ends > meeting.ends)
    return refuse(clause::management, sentence::session_outside_meeting);
  const bool breaks_day = needs_executive_day(now, meeting) && meeting.state == MeetingState::published &&
                          asked.kind != SessionKind::executive &&
                          std::ranges::any_of(meeting.sessions, [&](SessionId id) {
                            const Session& other = meetings(now).sessions[id];
                            return other.kind == SessionKind::executive && day_of(other.starts) == day_of(asked.starts);
                          });
  if (breaks_day) return refuse(clause::executive_day, sentence::day_is_kept_for_executive_session);
  const SessionId next = meetings(now).sessions.next();
  return accept(SessionAdded{next, asked.meeting, asked.kind, asked.title, asked.starts, asked.ends});
}

std::optional<Refusal> bars(const Community& now, const RemoveSession::About& about, const Asking& asking) {
  if (auto objection = objection_to_session_change(now, about.session, asking)) return objection;
  const Session& session = meetings(now).sessions[about.session];
  if (session.opened_at) return refuse(clause::management, sentence::session_has_begun);
  const Meeting& meeting = meetings(now).all[session.meeting];
  const bool had_notice = meeting.state == MeetingState::published && session.kind == SessionKind::executive;
  if (had_notice && needs_executive_day(now, meeting))
    return refuse(clause::executive_day, sentence::symposium_needs_executive_day);
  return std::nullopt;
}

Ruling decide(const Community&, const RemoveSession& asked, const Asking&) {
  return accept(SessionRemoved{asked.session});
}

std::optional<Refusal> bars(const Community& now, const AddAgendaItem::About& about, const Asking& asking) {
  if (auto objection = objection_to_session_change(now, about.session, asking)) return objection;
  if (meetings(now).sessions[about.session].agenda.size() >= most_agenda_items)
    return refuse(clause::management, sentence::agenda_is_full);
  return std::nullopt;
}

Ruling decide(const Community&, const AddAgendaItem& asked, const Asking&) {
  if (asked.minutes == 0 || asked.minutes > 1440)
    return refuse(clause::ways_of_working, sentence::agenda_item_needs_minutes);
  return accept(AgendaItemAdded{asked.session, asked.item, asked.minutes});
}

std::optional<Refusal> bars(const Community& now, const RemoveAgendaItem::About& about, const Asking& asking) {
  return objection_to_session_change(now, about.session, asking);
}

Ruling decide(const Community& now, const RemoveAgendaItem& asked, const Asking&) {
  const auto& agenda = meetings(now).sessions[asked.session].agenda;
  if (std::ranges::find(agenda, asked.item, &AgendaItem::item) == agenda.end())
    return refuse(clause::the_record, sentence::no_such_agenda_item);
  return accept(AgendaItemRemoved{asked.session, asked.item});
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
