// Which item of its agenda a session is at, and who may speak to it. Whoever leads it says so, and it is kept beside
// the record: it decides nothing, and a meeting that goes back to an item is nobody's act.
#pragma once

#include "community/kernel/ruling.hpp"
#include "community/meetings/state.hpp"

namespace ccop::community {

/// What keeps this person from leading through this agenda: no office, or no session that is under way.
[[nodiscard]] std::optional<Refusal> objection_to_leading(const Community& now, SessionId session, PersonId person,
                                                          Time at);
/// What keeps this person from saying that the session is at this item, or at none.
[[nodiscard]] std::optional<Refusal> objection_to_item(const Community& now, SessionId session,
                                                       const std::optional<ContentHash>& item, PersonId person,
                                                       Time at);

/// What keeps this person from being among those who speak in a session: it is not under way, or they are not in it.
[[nodiscard]] std::optional<Refusal> objection_to_speaking(const Community& now, SessionId session, PersonId person);
/// What keeps this person from saying who speaks there: they are no co-Chair, or not in the room over which they
/// preside.
[[nodiscard]] std::optional<Refusal> objection_to_giving_floor(const Community& now, SessionId session, PersonId person,
                                                               Time at);

[[nodiscard]] bool is_on_agenda(const Session& session, const ContentHash& item);

}  // namespace ccop::community
