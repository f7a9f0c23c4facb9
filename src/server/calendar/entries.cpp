#include "server/calendar/entries.hpp"

#include "community/duties.hpp"
#include "community/groups/state.hpp"
#include "community/membership/state.hpp"
#include "notify/calendar/meetings.hpp"
#include "notify/clock.hpp"
#include "notify/duty_name.hpp"
#include "server/desk/duties.hpp"
#include "server/meetings/views.hpp"
#include "server/messages.hpp"
#include "server/rooms.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;
using notify::CalendarEvent;

using notify::cancelled_stays;
using notify::past_stays;

CalendarEvent event_of(const Reading& here, std::string_view kind, const std::string& id) {
  CalendarEvent event;
  event.uid = notify::event_name(here.state, kind, id);
  return event;
}

CalendarEntry session_entry(const Reading& here, SessionId id) {
  const Session& session = meetings(here.state).sessions[id];
  const Meeting& meeting = meetings(here.state).all[session.meeting];
  CalendarEvent event = event_of(here, "session", std::to_string(id.value));
  // What happens to a meeting happens to its sessions.
  event.sequence = session.revision.number + meeting.revision.number;
  event.changed = std::max(session.revision.at, meeting.revision.at);
  event.when = notify::Moments{session.starts, session.ends};
  event.is_cancelled = session.removed || meeting.state == MeetingState::cancelled;
  event.is_busy = here.call.site.rooms.comings.of(session.meeting, meeting, here.person) != Coming::no;
  return {std::move(event), Words::member(meeting.details, "title"), Words::of(session.title),
          Words::member_or_empty(meeting.details, "place")};
}

CalendarEntry meeting_entry(const Reading& here, MeetingId id) {
  const Meeting& meeting = meetings(here.state).all[id];
  CalendarEvent event;
  event.uid = notify::event_name(here.state, id);
  event.sequence = meeting.revision.number;
  event.changed = meeting.revision.at;
  event.when = notify::when_held(meeting.starts, meeting.ends, meeting.time_zone);
  event.is_cancelled = meeting.state == MeetingState::cancelled;
  return {
      std::move(event), Words::member(meeting.details, "title"), {}, Words::member_or_empty(meeting.details, "place")};
}

void add_meetings(const Reading& here, std::vector<CalendarEntry>& entries) {
  const auto& all = meetings(here.state).all;
  for (const MeetingId id : all.ids())
    if (notify::stands_in_calendars(all[id], here.now) && sees(here, id)) entries.push_back(meeting_entry(here, id));
  for (const SessionId id : meetings(here.state).sessions.ids()) {
    const Session& session = meetings(here.state).sessions[id];
    const Meeting& meeting = all[session.meeting];
    const bool stands =
        notify::stands_in_calendars(meeting, here.now) && notify::stands_in_calendars(session, meeting, here.now);
    if (stands && sees(here, session.meeting) && notify::is_theirs(here.state, id, here.person, here.now))
      entries.push_back(session_entry(here, id));
  }
}

CalendarEntry group_meeting_entry(const Reading& here, GroupId group, std::uint32_t number) {
  const GroupMeeting& meeting = groups(here.state).all[group].meetings[number];
  CalendarEvent event = event_of(here, "group-meeting", std::to_string(group.value) + "-" + std::to_string(number));
  event.sequence = meeting.changed;
  event.changed = meeting.at;
  event.when = notify::Moments{meeting.starts, meeting.ends};
  event.is_cancelled = meeting.called_off.has_value();
  return {
      std::move(event), Words::member(meeting.details, "title"), {}, Words::member_or_empty(meeting.details, "place")};
}

/// For those whose organization is in the group.
void add_group_meetings(const Reading& here, std::vector<CalendarEntry>& entries) {
  const auto own = membership(here.state).seat_organization(here.person, here.now);
  if (!own) return;
  for (const GroupId id : groups(here.state).all.ids()) {
    const Group& group = groups(here.state).all[id];
    if (!group.has(*own)) continue;
    for (std::uint32_t number = 0; number < group.meetings.size(); ++number) {
      const GroupMeeting& meeting = group.meetings[number];
      if (here.now < (meeting.called_off ? meeting.at + cancelled_stays : meeting.ends + past_stays))
        entries.push_back(group_meeting_entry(here, id, number));
    }
  }
}

/// The day that ends at that time on the charter's clock, where one does: then it is owed by that day.
std::variant<notify::Moments, notify::WholeDays> when_due(const std::string& zone, Time by) {
  const auto day = notify::day_in(zone, by - std::chrono::milliseconds{1});
  if (notify::day_in(zone, by) == day) return notify::Moments{by, std::nullopt};
  return notify::WholeDays{day, day};
}

void add_duties(const Reading& here, std::vector<CalendarEntry>& entries) {
  const std::string& zone = charter(here.state).time_zone;
  for (const Duty& duty : duties(here.state, here.now)) {
    if (!duty.what.by) continue;
    const auto owners = owners_of(here.state, duty, here.now);
    if (std::ranges::find(owners, here.person) == owners.end()) continue;
    CalendarEvent event = event_of(here, "duty", notify::name_of(duty));
    event.changed = duty.since;
    event.when = when_due(zone, *duty.what.by);
    const TaskSubject about = subject_of_duty(here, duty);
    entries.push_back({std::move(event), about.title, {}, {}, duty.what.kind, about.position});
  }
}

std::string summary_of(const CalendarEntry& entry, const std::string& otherwise) {
  const std::string title = entry.title.or_else(otherwise);
  if (!entry.duty.empty())
    return duty_words(
        entry.duty, {{"title", entry.title.or_else({})}, {"position", std::to_string(entry.position.value_or(0) + 1)}});
  return entry.session ? title + ": " + entry.session->or_else(otherwise) : title;
}

}  // namespace

void CalendarEntry::fill(Texts& texts) {
  title.fill(texts);
  if (session) session->fill(texts);
  if (place) place->fill(texts);
}

void CalendarView::fill(Texts& texts) {
  for (CalendarEntry& entry : entries) entry.fill(texts);
}

CalendarView calendar_view(const Reading& here) {
  CalendarView view{charter(here.state).short_name, {}};
  add_meetings(here, view.entries);
  add_group_meetings(here, view.entries);
  add_duties(here, view.entries);
  return view;
}

std::vector<CalendarEvent> events_of(const CalendarView& view, CalendarScope scope) {
  std::vector<CalendarEvent> events;
  for (const CalendarEntry& entry : view.entries) {
    CalendarEvent event = entry.event;
    event.summary = scope == CalendarScope::titles ? summary_of(entry, view.name) : view.name;
    if (entry.place && scope == CalendarScope::titles) event.place = entry.place->or_else({});
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace ccop::server
