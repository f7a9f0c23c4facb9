// Planning a meeting and giving notice (clauses 5.1, 5.7, 6.1, 6.3, 6.6).
#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr auto longest_meeting = days{31};
constexpr std::size_t most_sessions = 60;
constexpr std::size_t most_agenda_items = 60;

std::optional<Refusal> objection_to(const PlanMeeting& plan, Time now) {
  if (plan.ends <= plan.starts || plan.ends - plan.starts > longest_meeting)
    return refuse(clause::management, "meeting-ends-after-it-starts",
                  {{"days", std::to_string(longest_meeting.count())}});
  if (plan.starts < now - days{1} || plan.starts > now + days{3 * 366})
    return refuse(clause::management, "meeting-is-soon");
  if (plan.time_zone.empty() || plan.time_zone.size() > 60)
    return refuse(clause::management, "meeting-needs-time-zone");
  if (plan.commitment_minutes == 0 || plan.commitment_minutes > 60000)
    return refuse(clause::ways_of_working, "state-the-time-commitment");
  if (plan.capacity > 100000) return refuse(clause::additional_representatives, "capacity-too-large");
  return std::nullopt;
}

/// Who may change this meeting's programme: the Management Committee, and for a symposium its own committee
/// (clause 3.1).
bool may_plan(const Community& now, MeetingId meeting, const Actor& actor) {
  if (now.is_committee(actor.person, actor.at)) return true;
  return std::ranges::any_of(now.bodies.symposium_committees, [&](const CommitteeSeat& seat) {
    return seat.meeting == meeting && seat.person == actor.person;
  });
}

std::optional<Refusal> objection_to_programme_change(const Community& now, MeetingId id, const Actor& actor) {
  const Meeting* meeting = now.meetings.find(id);
  if (meeting == nullptr) return refuse(clause::the_record, "no-such-meeting");
  if (!may_plan(now, id, actor)) return refuse(clause::management, "only-committee-plans");
  if (meeting->state == MeetingState::cancelled || meeting->ends <= actor.at)
    return refuse(clause::management, "meeting-is-over");
  return std::nullopt;
}

std::optional<Refusal> objection_to_session_change(const Community& now, SessionId id, const Actor& actor) {
  const Session* session = now.meetings.find(id);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (session->closed_at) return refuse(clause::management, "session-is-closed");
  return objection_to_programme_change(now, session->meeting, actor);
}

Time day_of(Time time) {
  return std::chrono::floor<days>(time);
}

/// One day is kept as Executive Session: an executive session exists, and nothing else is held on its day (clause 6.3).
/// Days are counted in UTC from the meeting's start, so that no time zone's rules enter the record.
bool keeps_executive_day(const Community& now, const Meeting& meeting) {
  const auto& sessions = now.meetings.sessions;
  return std::ranges::any_of(meeting.sessions, [&](SessionId executive) {
    if (sessions[executive.value].kind != SessionKind::executive) return false;
    return std::ranges::none_of(meeting.sessions, [&](SessionId other) {
      return sessions[other.value].kind != SessionKind::executive &&
             day_of(sessions[other.value].starts) == day_of(sessions[executive.value].starts);
    });
  });
}

}  // namespace

Ruling decide(const Community& now, const PlanMeeting& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::management, "only-committee-plans");
  if (auto objection = objection_to(asked, actor.at)) return *objection;
  const MeetingId next{static_cast<std::uint32_t>(now.meetings.all.size())};
  return accept(MeetingPlanned{next, asked.kind, asked.details, asked.starts, asked.ends, asked.time_zone,
                               asked.capacity, asked.commitment_minutes});
}

Ruling decide(const Community& now, const ChangeMeeting& asked, const Actor& actor) {
  if (auto objection = objection_to_programme_change(now, asked.meeting, actor)) return *objection;
  const Meeting& meeting = now.meetings.all[asked.meeting.value];
  const PlanMeeting plan{meeting.kind,   asked.details,           asked.starts, asked.ends, asked.time_zone,
                         asked.capacity, asked.commitment_minutes};
  if (auto objection = objection_to(plan, std::min(actor.at, meeting.starts))) return *objection;
  for (const SessionId id : meeting.sessions) {
    const Session& session = now.meetings.sessions[id.value];
    if (session.starts < asked.starts || session.ends > asked.ends)
      return refuse(clause::management, "session-outside-meeting");
  }
  const std::size_t confirmed = now.confirmed(asked.meeting);
  if (asked.capacity < confirmed)
    return refuse(clause::additional_representatives, "more-are-confirmed", {{"count", std::to_string(confirmed)}});
  std::vector<Act> acts{MeetingChanged{asked.meeting, asked.details, asked.starts, asked.ends, asked.time_zone,
                                       asked.capacity, asked.commitment_minutes}};
  std::size_t room = asked.capacity - confirmed;
  for (std::uint32_t i = 0; i < now.membership.invitations.size() && room > 0; ++i) {
    const Invitation& invitation = now.membership.invitations[i];
    if (invitation.meeting != asked.meeting || invitation.state != InvitationState::waitlisted) continue;
    acts.emplace_back(InvitationCleared{InvitationId{i}});
    --room;
  }
  return acts;
}

Ruling decide(const Community& now, const PublishMeeting& asked, const Actor& actor) {
  const Meeting* meeting = now.meetings.find(asked.meeting);
  if (meeting == nullptr) return refuse(clause::the_record, "no-such-meeting");
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::management, "only-committee-plans");
  if (meeting->state != MeetingState::planned) return refuse(clause::management, "meeting-was-published");
  if (meeting->sessions.empty()) return refuse(clause::management, "meeting-needs-a-session");
  const bool needs_day =
      meeting->kind == MeetingKind::symposium && now.charter().meetings.symposium_needs_executive_day;
  if (needs_day && !keeps_executive_day(now, *meeting))
    return refuse(clause::executive_day, "symposium-needs-executive-day");
  const auto notice = now.charter().notice_days(meeting->kind);
  if (meeting->starts < actor.at + days{notice} && notice > 0)
    return refuse(clause::management, "notice-is-due", {{"days", std::to_string(notice)}});
  return accept(MeetingPublished{asked.meeting});
}

Ruling decide(const Community& now, const CancelMeeting& asked, const Actor& actor) {
  const Meeting* meeting = now.meetings.find(asked.meeting);
  if (meeting == nullptr) return refuse(clause::the_record, "no-such-meeting");
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::management, "only-committee-plans");
  if (meeting->state == MeetingState::cancelled || meeting->ends <= actor.at)
    return refuse(clause::management, "meeting-is-over");
  const bool took_place = std::ranges::any_of(
      meeting->sessions, [&](SessionId id) { return now.meetings.sessions[id.value].opened_at.has_value(); });
  if (took_place) return refuse(clause::management, "meeting-has-begun");
  return accept(MeetingCancelled{asked.meeting, asked.reason});
}

Ruling decide(const Community& now, const AddSession& asked, const Actor& actor) {
  if (auto objection = objection_to_programme_change(now, asked.meeting, actor)) return *objection;
  const Meeting& meeting = now.meetings.all[asked.meeting.value];
  if (asked.ends <= asked.starts || asked.starts < meeting.starts || asked.ends > meeting.ends)
    return refuse(clause::management, "session-outside-meeting");
  if (meeting.sessions.size() >= most_sessions) return refuse(clause::management, "too-many-sessions");
  const bool breaks_day = meeting.kind == MeetingKind::symposium && meeting.state == MeetingState::published &&
                          asked.kind != SessionKind::executive &&
                          now.charter().meetings.symposium_needs_executive_day &&
                          std::ranges::any_of(meeting.sessions, [&](SessionId id) {
                            const Session& other = now.meetings.sessions[id.value];
                            return other.kind == SessionKind::executive && day_of(other.starts) == day_of(asked.starts);
                          });
  if (breaks_day) return refuse(clause::executive_day, "day-is-kept-for-executive-session");
  const SessionId next{static_cast<std::uint32_t>(now.meetings.sessions.size())};
  return accept(SessionAdded{next, asked.meeting, asked.kind, asked.title, asked.starts, asked.ends});
}

Ruling decide(const Community& now, const RemoveSession& asked, const Actor& actor) {
  if (auto objection = objection_to_session_change(now, asked.session, actor)) return *objection;
  const Session& session = now.meetings.sessions[asked.session.value];
  if (session.opened_at) return refuse(clause::management, "session-has-begun");
  const Meeting& meeting = now.meetings.all[session.meeting.value];
  const bool had_notice = meeting.state == MeetingState::published && session.kind == SessionKind::executive;
  if (had_notice && meeting.kind == MeetingKind::symposium && now.charter().meetings.symposium_needs_executive_day)
    return refuse(clause::executive_day, "symposium-needs-executive-day");
  if (now.decisions.has_motions(asked.session)) return refuse(clause::management, "session-has-motions");
  return accept(SessionRemoved{asked.session});
}

Ruling decide(const Community& now, const AddAgendaItem& asked, const Actor& actor) {
  if (auto objection = objection_to_session_change(now, asked.session, actor)) return *objection;
  if (now.meetings.sessions[asked.session.value].agenda.size() >= most_agenda_items)
    return refuse(clause::management, "agenda-is-full");
  if (asked.minutes == 0 || asked.minutes > 1440) return refuse(clause::ways_of_working, "agenda-item-needs-minutes");
  return accept(AgendaItemAdded{asked.session, asked.item, asked.minutes});
}

Ruling decide(const Community& now, const RemoveAgendaItem& asked, const Actor& actor) {
  if (auto objection = objection_to_session_change(now, asked.session, actor)) return *objection;
  const auto& agenda = now.meetings.sessions[asked.session.value].agenda;
  if (std::ranges::find(agenda, asked.item, &AgendaItem::item) == agenda.end())
    return refuse(clause::the_record, "no-such-agenda-item");
  return accept(AgendaItemRemoved{asked.session, asked.item});
}

}  // namespace ccop::community
