// Which meetings and sessions stand in whose calendar, and as what: a feed that is followed and invitations that come
// by mail ask here, so that they agree.
#pragma once

#include "community/meetings/state.hpp"
#include "notify/calendar/event.hpp"

namespace ccop::notify {

/// For so long what was cancelled stays in a feed, as cancelled; an invitation is taken back at once.
inline constexpr auto cancelled_stays = days{30};
inline constexpr auto past_stays = days{366};

/// Whether a meeting was announced, and a feed still has it.
[[nodiscard]] bool stands_in_calendars(const community::Meeting& meeting, Time at);
/// The same of a session of such a meeting: one that was taken out before anybody was told of it never does.
[[nodiscard]] bool stands_in_calendars(const community::Session& session, const community::Meeting& meeting, Time at);
/// Whether this person is shown the session, and may attend it when it begins.
[[nodiscard]] bool is_theirs(const community::Community& now, community::SessionId session, community::PersonId person,
                             Time at);

/// The name of what the record has as `kind` under this id.
[[nodiscard]] std::string event_name(const community::Community& now, std::string_view kind, const std::string& id);
[[nodiscard]] std::string event_name(const community::Community& now, community::MeetingId meeting);
/// Whole days where it begins and ends on different ones, where it takes place.
[[nodiscard]] std::variant<Moments, WholeDays> when_held(Time starts, Time ends, const std::string& zone);

}  // namespace ccop::notify
