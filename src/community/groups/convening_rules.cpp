// Which meetings a group's Lead convenes, and until when they are changed (clauses 5.1, 5.8).
#include "community/groups/acts.hpp"
#include "community/groups/chapter.hpp"
#include "community/groups/sentences.hpp"
#include "community/groups/standing.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"

namespace ccop::community {
namespace {

constexpr auto longest_group_meeting = days{3};
constexpr auto furthest_ahead = days{2 * 366};
constexpr std::size_t most_meetings = 500;
constexpr std::size_t longest_zone = 60;

/// Of a meeting that has not begun.
std::optional<Refusal> objection_to_changing(const Community& now, GroupId id, std::uint32_t number,
                                             const Asking& asking) {
  if (auto objection = objection_in_founded(now, id, asking, objection_to_keeper)) return objection;
  const auto& meetings = groups(now).all[id].meetings;
  if (number >= meetings.size()) return refuse(clause::the_record, sentence::no_such_group_meeting);
  if (meetings[number].called_off || meetings[number].starts <= asking.at)
    return refuse(clause::lead_organizations, sentence::group_meeting_is_over);
  return std::nullopt;
}

std::optional<Refusal> objection_to_times(Time starts, Time ends, const std::string& zone, Time at) {
  if (ends <= starts || ends - starts > longest_group_meeting)
    return refuse(clause::ways_of_working, sentence::group_meeting_lasts, longest_group_meeting.count());
  if (starts <= at || starts > at + furthest_ahead)
    return refuse(clause::ways_of_working, sentence::group_meeting_is_ahead);
  if (zone.empty() || zone.size() > longest_zone)
    return refuse(clause::ways_of_working, sentence::group_meeting_needs_time_zone);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const CallGroupMeeting::About& about, const Asking& asking) {
  if (auto objection = objection_in_founded(now, about.group, asking, objection_to_keeper)) return objection;
  if (groups(now).all[about.group].meetings.size() >= most_meetings)
    return refuse(clause::ways_of_working, sentence::group_meetings_within, most_meetings);
  return std::nullopt;
}

Ruling decide(const Community&, const CallGroupMeeting& asked, const Asking& asking) {
  if (auto objection = objection_to_times(asked.starts, asked.ends, asked.time_zone, asking.at))
    return *std::move(objection);
  return accept(GroupMeetingCalled{asked.group, asked.details, asked.starts, asked.ends, asked.time_zone});
}

std::optional<Refusal> bars(const Community& now, const ChangeGroupMeeting::About& about, const Asking& asking) {
  return objection_to_changing(now, about.group, about.meeting, asking);
}

Ruling decide(const Community&, const ChangeGroupMeeting& asked, const Asking& asking) {
  if (auto objection = objection_to_times(asked.starts, asked.ends, asked.time_zone, asking.at))
    return *std::move(objection);
  return accept(
      GroupMeetingChanged{asked.group, asked.meeting, asked.details, asked.starts, asked.ends, asked.time_zone});
}

std::optional<Refusal> bars(const Community& now, const CallOffGroupMeeting::About& about, const Asking& asking) {
  return objection_to_changing(now, about.group, about.meeting, asking);
}

Ruling decide(const Community&, const CallOffGroupMeeting& asked, const Asking&) {
  return accept(GroupMeetingCalledOff{asked.group, asked.meeting, asked.reason});
}

}  // namespace ccop::community
