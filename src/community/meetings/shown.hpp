// Whom meetings and their sessions are shown to. Pages, calendars and invitations ask here, so that they agree.
#pragma once

#include "community/meetings/state.hpp"

namespace ccop::community {

/// Who has a seat or an office is shown all meetings; others those in which they take part, as a guest or an additional
/// representative, whether they are cleared yet or not.
[[nodiscard]] bool is_shown(const Community& now, MeetingId meeting, PersonId person, Time at);
/// The same of a session: a guest is shown their own, others without a seat none that is executive (clause 6.4).
[[nodiscard]] bool is_shown(const Community& now, SessionId session, PersonId person, Time at);

}  // namespace ccop::community
