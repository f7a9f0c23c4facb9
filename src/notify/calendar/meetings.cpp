#include "notify/calendar/meetings.hpp"

#include "community/meetings/attending.hpp"
#include "community/meetings/shown.hpp"
#include "community/record/state.hpp"
#include "notify/clock.hpp"

namespace ccop::notify {

using namespace community;

bool stands_in_calendars(const Meeting& meeting, Time at) {
  if (!meeting.published_at) return false;
  if (meeting.state == MeetingState::cancelled) return at < meeting.revision.at + cancelled_stays;
  return at < meeting.ends + past_stays;
}

bool stands_in_calendars(const Session& session, const Meeting& meeting, Time at) {
  if (!session.removed) return true;
  return session.revision.at >= *meeting.published_at && at < session.revision.at + cancelled_stays;
}

bool is_theirs(const Community& now, SessionId id, PersonId person, Time at) {
  return is_shown(now, id, person, at) && may_attend(now, id, person, meetings(now).sessions[id].starts);
}

std::string event_name(const Community& now, std::string_view kind, const std::string& id) {
  return calendar_uid(record(now).log_key, kind, id);
}

std::string event_name(const Community& now, MeetingId meeting) {
  return event_name(now, "meeting", std::to_string(meeting.value));
}

std::variant<Moments, WholeDays> when_held(Time starts, Time ends, const std::string& zone) {
  const WholeDays there{day_in(zone, starts), day_in(zone, ends - std::chrono::milliseconds{1})};
  if (there.first == there.last) return Moments{starts, ends};
  return there;
}

}  // namespace ccop::notify
