#include "community/meetings/planning.hpp"

#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool share_a_day(const Slot& a, const Slot& b) {
  return std::chrono::floor<days>(a.starts) == std::chrono::floor<days>(b.starts);
}

bool is_executive(const Slot& slot) {
  return slot.kind == SessionKind::executive;
}

}  // namespace

bool serves_symposium(const Community& now, MeetingId meeting, PersonId person) {
  return std::ranges::any_of(meetings(now).symposium_committees, [&](const CommitteeSeat& seat) {
    return seat.meeting == meeting && seat.person == person;
  });
}

std::optional<Refusal> objection_to_programme_change(const Community& now, MeetingId id, const Asking& asking) {
  const Meeting* meeting = meetings(now).find(id);
  if (meeting == nullptr) return refuse(clause::the_record, sentence::no_such_meeting);
  if (!is_committee(now, asking.person, asking.at) && !serves_symposium(now, id, asking.person))
    return refuse(clause::management, sentence::only_committee_plans);
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

bool needs_executive_day(const Community& now, const Meeting& meeting) {
  return meeting.kind == MeetingKind::symposium && charter(now).meetings.symposium_needs_executive_day;
}

std::vector<Slot> slots_of(const Community& now, const Meeting& meeting) {
  std::vector<Slot> slots;
  for (const SessionId id : meeting.sessions) {
    const Session& session = meetings(now).sessions[id];
    slots.push_back({session.kind, session.starts});
  }
  return slots;
}

bool keeps_executive_day(const std::vector<Slot>& slots) {
  return std::ranges::any_of(slots, [&](const Slot& executive) {
    return is_executive(executive) && std::ranges::none_of(slots, [&](const Slot& other) {
             return !is_executive(other) && share_a_day(executive, other);
           });
  });
}

bool takes_executive_day(const std::vector<Slot>& slots, const Slot& one) {
  return !is_executive(one) &&
         std::ranges::any_of(slots, [&](const Slot& other) { return is_executive(other) && share_a_day(other, one); });
}

}  // namespace ccop::community
