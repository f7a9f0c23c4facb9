// Who is invited to which meetings, and what of it somebody's calendar was not told yet. Pure, as what else is
// collected.
#pragma once

#include "community/community.hpp"
#include "notify/mail/box.hpp"

#include <functional>

namespace ccop::notify {

/// By person, the meetings that were announced, are not over, and at which they have a place; of the sessions those
/// that they may attend. Whoever waits to be cleared is shown the meeting, and not invited yet (clause 4.4).
using Invites = std::map<community::PersonId, std::vector<Invite>>;
[[nodiscard]] Invites invites(const community::Community& now, Time at);

/// What is asked only where there may be something to tell somebody.
struct Invitee {
  /// Whether they want to be invited to what they were not invited to yet.
  std::function<bool()> wants;
  /// Whether they can be written to at all: a guest with a link needs no address, and misses nothing.
  std::function<bool()> has_address;
  /// Whether two contents that differ call a meeting the same, at the same place.
  std::function<bool(const ContentHash& one, const ContentHash& other)> says_the_same;
};

/// What somebody said, or else: whoever has a device that follows their calendar has the meetings there, and whoever is
/// told of nothing but what is urgent is not invited either.
[[nodiscard]] bool wants_invitations(const Preference& preference, bool follows_calendar);

/// The last that somebody was told of a meeting: it is on its way to their calendar or was taken over. None where
/// nothing went out.
[[nodiscard]] const Item* last_out(const Box& box, community::MeetingId meeting);

/// Puts into somebody's box what their calendar was not told yet, in the place of what was not sent: the last state
/// alone, and nothing where that is what they have. What they were invited to is taken back once it is not theirs any
/// more; what they were not, never.
void take_in_invites(Box& box, const std::vector<Invite>& theirs, const Invitee& invitee, Time at);

}  // namespace ccop::notify
