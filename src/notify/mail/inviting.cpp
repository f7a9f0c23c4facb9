#include "notify/mail/inviting.hpp"

#include "community/bodies/state.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/attending.hpp"
#include "community/meetings/shown.hpp"
#include "community/membership/state.hpp"
#include "notify/calendar/meetings.hpp"

#include <algorithm>
#include <ranges>
#include <set>
#include <tuple>

namespace ccop::notify {

using namespace community;

namespace {

/// Those who may have a place, without asking of everybody: seats, offices, and whoever was let in.
std::set<PersonId> candidates(const Community& now, MeetingId id, Time at) {
  std::set<PersonId> found;
  for (const MandateId mandate : membership(now).mandates.ids())
    if (membership(now).mandates[mandate].holds(at)) found.insert(membership(now).mandates[mandate].person);
  for (const PersonId person : co_chairs(now, at)) found.insert(person);
  if (const auto secretary = bodies(now).secretary(at)) found.insert(*secretary);
  for (const Guest& guest : meetings(now).all[id].guests) found.insert(guest.person);
  for (const Invitation& invitation : meetings(now).invitations)
    if (invitation.meeting == id) found.insert(invitation.person);
  return found;
}

Invite invite_of(const Community& now, MeetingId id, PersonId person, Time at) {
  const Meeting& meeting = meetings(now).all[id];
  Invite invite{id, meeting.details, meeting.starts, meeting.ends, meeting.time_zone, {}, false, {}, {}};
  invite.sequence = meeting.revision.number;
  for (const SessionId session : meeting.sessions) {
    const Session& one = meetings(now).sessions[session];
    if (is_theirs(now, session, person, at)) invite.sessions.push_back({session, one.starts, one.ends});
  }
  std::ranges::sort(invite.sessions, {}, [](const InvitedSession& one) { return std::pair{one.starts, one.session}; });
  return invite;
}

/// The mail is on its way or was taken over: its reader's calendar may have it.
bool is_out(const Item& item) {
  return item.standing == Standing::accepted || (item.standing == Standing::waiting && item.mail);
}

bool is_of(const Item& item, MeetingId meeting) {
  return item.invite && item.invite->meeting == meeting;
}

/// The same but for its sequence; a title and a place that are called the same are.
bool is_same(const Invite& told, const Invite& now, const Invitee& invitee) {
  if (told.details != now.details && !invitee.says_the_same(told.details, now.details)) return false;
  return std::tie(told.starts, told.ends, told.zone, told.sessions, told.is_cancelled) ==
         std::tie(now.starts, now.ends, now.zone, now.sessions, now.is_cancelled);
}

void forget_unsent(Box& box, MeetingId meeting) {
  std::erase_if(box.items, [&](const Item& item) {
    return is_of(item, meeting) && item.standing == Standing::waiting && !item.mail;
  });
}

/// What their calendar has stays current, for its number; besides it the newest, where that counts.
void mark_current(Box& box, MeetingId meeting, bool newest_counts) {
  const Item* const told = last_out(box, meeting);
  bool is_newest = true;
  for (Item& item : box.items | std::views::reverse) {
    if (!is_of(item, meeting)) continue;
    item.is_current = &item == told || (is_newest && newest_counts);
    is_newest = false;
  }
}

/// Their calendar is right as it is, or was told of nothing.
void tell_nothing(Box& box, MeetingId meeting) {
  forget_unsent(box, meeting);
  mark_current(box, meeting, false);
}

void tell(Box& box, Invite invite, const char* words, const Invitee& invitee, Time at) {
  const MeetingId meeting = invite.meeting;
  if (!invitee.has_address()) return tell_nothing(box, meeting);
  forget_unsent(box, meeting);
  for (const Item& item : box.items)
    if (is_of(item, meeting)) invite.sequence = std::max(invite.sequence, item.invite->sequence + 1);
  if (const Item* const told = last_out(box, meeting)) invite.has_tag = told->invite->has_tag.value_or(false);
  const std::uint32_t step = invite.sequence;
  box.items.push_back({.about = "meeting/" + std::to_string(meeting.value),
                       .step = step,
                       .words = words,
                       .path = "/meetings/" + std::to_string(meeting.value),
                       .by = {},
                       .since = at,
                       .at = at,
                       .mail = {},
                       .answer = {},
                       .invite = std::move(invite)});
  mark_current(box, meeting, true);
}

/// What waits to be sent, or was refused and is not tried by itself.
const Item* untold(Box& box, MeetingId meeting) {
  for (const Item& item : box.items | std::views::reverse)
    if (is_of(item, meeting)) return is_out(item) || !item.is_current ? nullptr : &item;
  return nullptr;
}

void take_in_one(Box& box, const Invite& invite, const Invitee& invitee, Time at) {
  const Item* const told = last_out(box, invite.meeting);
  const bool has_it = told != nullptr && !told->invite->is_cancelled;
  if (has_it && is_same(*told->invite, invite, invitee)) {
    for (Item& item : box.items)
      if (&item == told) item.invite->details = invite.details;
    return tell_nothing(box, invite.meeting);  // or it was changed, and changed back
  }
  if (!has_it && !invitee.wants()) return tell_nothing(box, invite.meeting);
  const Item* const known = untold(box, invite.meeting);
  if (known != nullptr && is_same(*known->invite, invite, invitee)) return;
  tell(box, invite, has_it ? "invitation.change" : "invitation.request", invitee, at);
}

/// The last of what they were to attend: after it there is nothing to take back.
Time end_of(const Invite& invite) {
  Time end = invite.sessions.empty() ? invite.ends : Time{};
  for (const InvitedSession& session : invite.sessions) end = std::max(end, session.ends);
  return end;
}

/// It is theirs no more: cancelled, over, or without a place for them.
void take_back(Box& box, MeetingId meeting, const Invitee& invitee, Time at) {
  const Item* const told = last_out(box, meeting);
  const bool is_ahead = told != nullptr && at < end_of(*told->invite);
  if (!is_ahead) {
    forget_unsent(box, meeting);
    for (Item& item : box.items)
      if (is_of(item, meeting)) item.is_current = false;
    return;
  }
  if (told->invite->is_cancelled) return tell_nothing(box, meeting);
  const Item* const known = untold(box, meeting);
  if (known != nullptr && known->invite->is_cancelled) return;
  Invite cancelled = *told->invite;  // as they know it: what changed since is not for them
  cancelled.is_cancelled = true;
  tell(box, std::move(cancelled), "invitation.cancel", invitee, at);
}

}  // namespace

Invites invites(const Community& now, Time at) {
  Invites all;
  for (const MeetingId id : meetings(now).all.ids()) {
    const Meeting& meeting = meetings(now).all[id];
    if (meeting.state != MeetingState::published || meeting.ends <= at) continue;
    for (const PersonId person : candidates(now, id, at))
      if (is_shown(now, id, person, at) && has_place(now, id, person, at))
        all[person].push_back(invite_of(now, id, person, at));
  }
  return all;
}

const Item* last_out(const Box& box, MeetingId meeting) {
  for (const Item& item : box.items | std::views::reverse)
    if (is_of(item, meeting) && is_out(item)) return &item;
  return nullptr;
}

bool wants_invitations(const Preference& preference, bool follows_calendar) {
  return preference.invitations.value_or(!follows_calendar && preference.rhythm != Rhythm::urgent);
}

void take_in_invites(Box& box, const std::vector<Invite>& theirs, const Invitee& invitee, Time at) {
  for (const Invite& invite : theirs) take_in_one(box, invite, invitee, at);
  std::set<MeetingId> others;
  for (const Item& item : box.items)
    if (item.invite && std::ranges::find(theirs, item.invite->meeting, &Invite::meeting) == theirs.end())
      others.insert(item.invite->meeting);
  for (const MeetingId meeting : others) take_back(box, meeting, invitee, at);
}

}  // namespace ccop::notify
