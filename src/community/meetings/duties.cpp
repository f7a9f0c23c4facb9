// What is owed so that meetings are planned, announced, entered and closed in time.
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/attending.hpp"
#include "community/meetings/chapter.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// When the last symposium began; before the first, when the community was founded.
Time last_symposium(const Community& now, Time at) {
  Time last = membership(now).organizations.front().from;
  for (const Meeting& meeting : meetings(now).all)
    if (meeting.kind == MeetingKind::symposium && meeting.state == MeetingState::published && meeting.starts <= at)
      last = std::max(last, meeting.starts);
  return last;
}

/// A symposium a year: warned of months before the anniversary of the last while none is planned (clause 6.1).
void add_symposium(const Community& now, Time at, Duties& found) {
  const auto& months = charter(now).meetings.plan_warning_months;
  if (months.empty()) return;
  const Time last = last_symposium(now, at);
  const bool is_planned = std::ranges::any_of(meetings(now).all, [&](const Meeting& meeting) {
    return meeting.kind == MeetingKind::symposium && meeting.state != MeetingState::cancelled && meeting.starts > last;
  });
  if (is_planned) return;
  const Time anniversary = months_after(last, 12);
  Duty duty{.what = {.kind = "plan-symposium", .by = anniversary},
            .clause = clause::yearly_symposium,
            .owner = Owner::committee,
            .since = std::max(last, months_after(anniversary, -static_cast<int>(std::ranges::max(months)))),
            .met_by = wire_name<PlanMeeting>()};
  if (at < duty.since) return;
  for (const std::uint32_t before : months)
    duty.announced_at.push_back(months_after(anniversary, -static_cast<int>(before)));
  found.push_back(std::move(duty));
}

void add_meeting(const Community& now, MeetingId id, Time at, Duties& found) {
  const Meeting& meeting = meetings(now).all[id];
  if (meeting.state != MeetingState::planned || meeting.starts <= at) return;
  found.push_back(
      {.what = {.kind = "publish-meeting",
                .by = std::max(meeting.planned_at, meeting.starts - days{charter(now).notice_days(meeting.kind)}),
                .meeting = id},
       .clause = clause::management,
       .owner = Owner::committee,
       .since = meeting.planned_at,
       .met_by = wire_name<PublishMeeting>()});
}

void add_invitation(const Community& now, InvitationId id, Time at, Duties& found) {
  const Invitation& invitation = meetings(now).invitations[id];
  const Meeting& meeting = meetings(now).all[invitation.meeting];
  if (invitation.state != InvitationState::asked || !takes_invitations(meeting, at)) return;
  found.push_back(
      {.what = {.kind = "clear", .by = meeting.starts, .person = invitation.person, .meeting = invitation.meeting},
       .clause = clause::additional_representatives,
       .owner = Owner::co_chairs,
       .since = invitation.asked_at,
       .met_by = wire_name<ClearInvitation>()});
}

/// Two who were there sign a session's counts before it closes; one that runs on after its time is to be closed.
void add_session(const Community& now, SessionId id, Time at, Duties& found) {
  const Session& session = meetings(now).sessions[id];
  if (session.closing && session.closing->attester && !session.closing->attested) {
    const auto seat = membership(now).seat_organization(*session.closing->attester, at);
    found.push_back({.what = {.kind = "attest", .by = {}, .meeting = session.meeting},
                     .clause = clause::voting,
                     .owner = seat ? Owner::seat : Owner::committee,
                     .seat = seat,
                     .since = session.closing->drawn_at,
                     .met_by = wire_name<AttestSession>()});
  } else if (session.ends <= at) {
    found.push_back({.what = {.kind = "close-session", .by = {}, .meeting = session.meeting},
                     .clause = clause::management,
                     .owner = Owner::committee,
                     .since = session.ends,
                     .met_by = wire_name<CloseSession>()});
  }
}

}  // namespace

void MeetingsChapter::duties(const Community& now, Time at, Duties& found) {
  add_symposium(now, at, found);
  for (const MeetingId id : meetings(now).all.ids()) add_meeting(now, id, at, found);
  for (const InvitationId id : meetings(now).invitations.ids()) add_invitation(now, id, at, found);
  for (const SessionId id : meetings(now).live) add_session(now, id, at, found);
}

}  // namespace ccop::community
