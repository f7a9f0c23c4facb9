#include "community/meetings/state.hpp"

#include <algorithm>

namespace ccop::community {

bool Session::is_present(PersonId person) const {
  return std::ranges::find(present, person, &Attendance::person) != present.end();
}

bool Session::is_present(PersonId person, OrganizationId organization) const {
  return std::ranges::any_of(present,
                             [&](const Attendance& a) { return a.person == person && a.organization == organization; });
}

bool Meeting::accepted_discretion(PersonId person) const {
  return std::ranges::find(discreet, person) != discreet.end();
}

const Guest* Meeting::guest(PersonId person) const {
  const auto found = std::ranges::find(guests, person, &Guest::person);
  return found == guests.end() ? nullptr : &*found;
}

const Meeting* Meetings::find(MeetingId id) const {
  return id.value < all.size() ? &all[id.value] : nullptr;
}

const Session* Meetings::find(SessionId id) const {
  return id.value < sessions.size() && !sessions[id.value].removed ? &sessions[id.value] : nullptr;
}

void apply(Meetings& meetings, const MeetingPlanned& act) {
  Meeting meeting;
  meeting.kind = act.kind;
  meeting.details = act.details;
  meeting.starts = act.starts;
  meeting.ends = act.ends;
  meeting.time_zone = act.time_zone;
  meeting.capacity = act.capacity;
  meeting.commitment_minutes = act.commitment_minutes;
  meetings.all.push_back(std::move(meeting));
}

void apply(Meetings& meetings, const MeetingChanged& act) {
  Meeting& meeting = meetings.all.at(act.meeting.value);
  meeting.details = act.details;
  meeting.starts = act.starts;
  meeting.ends = act.ends;
  meeting.time_zone = act.time_zone;
  meeting.capacity = act.capacity;
  meeting.commitment_minutes = act.commitment_minutes;
}

void apply(Meetings& meetings, const MeetingPublished& act, Time at) {
  Meeting& meeting = meetings.all.at(act.meeting.value);
  meeting.state = MeetingState::published;
  meeting.published_at = at;
}

void apply(Meetings& meetings, const MeetingCancelled& act) {
  Meeting& meeting = meetings.all.at(act.meeting.value);
  meeting.state = MeetingState::cancelled;
  meeting.reason = act.reason;
}

void apply(Meetings& meetings, const SessionAdded& act) {
  Session session;
  session.meeting = act.meeting;
  session.kind = act.kind;
  session.title = act.title;
  session.starts = act.starts;
  session.ends = act.ends;
  meetings.sessions.push_back(std::move(session));
  meetings.all.at(act.meeting.value).sessions.push_back(act.session);
}

void apply(Meetings& meetings, const SessionRemoved& act) {
  Session& session = meetings.sessions.at(act.session.value);
  session.removed = true;
  std::erase(meetings.all.at(session.meeting.value).sessions, act.session);
}

void apply(Meetings& meetings, const AgendaItemAdded& act) {
  meetings.sessions.at(act.session.value).agenda.push_back({act.item, act.minutes});
}

void apply(Meetings& meetings, const AgendaItemRemoved& act) {
  std::erase_if(meetings.sessions.at(act.session.value).agenda,
                [&](const AgendaItem& item) { return item.item == act.item; });
}

void apply(Meetings& meetings, const SessionOpened& act, Time at) {
  meetings.sessions.at(act.session.value).opened_at = at;
}

void apply(Meetings& meetings, const SessionClosed& act, Time at) {
  Session& session = meetings.sessions.at(act.session.value);
  session.closed_at = at;
  session.present.clear();
}

void apply(Meetings& meetings, const DiscretionAccepted& act) {
  meetings.all.at(act.meeting.value).discreet.push_back(act.person);
}

void apply(Meetings& meetings, const SessionEntered& act, Time at) {
  meetings.sessions.at(act.session.value).present.push_back({act.person, act.organization, at});
}

void apply(Meetings& meetings, const SessionLeft& act) {
  std::erase_if(meetings.sessions.at(act.session.value).present,
                [&](const Attendance& a) { return a.person == act.person; });
}

void apply(Meetings& meetings, const GuestAdmitted& act) {
  meetings.all.at(act.meeting.value).guests.push_back({act.person, act.sessions, act.token_hash, act.until});
}

}  // namespace ccop::community
