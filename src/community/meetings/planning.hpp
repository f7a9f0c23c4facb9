// Who changes a meeting's programme, and the day that a symposium keeps for its Executive Session.
#pragma once

#include "community/kernel/ruling.hpp"
#include "community/meetings/state.hpp"

namespace ccop::community {

[[nodiscard]] bool serves_symposium(const Community& now, MeetingId meeting, PersonId person);

/// What keeps the asker from changing this meeting's programme: the Management Committee may, and for a symposium its
/// own committee (clause 3.1), until it is over.
[[nodiscard]] std::optional<Refusal> objection_to_programme_change(const Community& now, MeetingId id,
                                                                   const Asking& asking);
/// The same of a session, which is not closed.
[[nodiscard]] std::optional<Refusal> objection_to_session_change(const Community& now, SessionId id,
                                                                 const Asking& asking);

/// Whether the charter keeps a day of this meeting for its Executive Session (clause 6.3).
[[nodiscard]] bool needs_executive_day(const Community& now, const Meeting& meeting);

/// A session's kind and start, as a programme has them or is to have them.
struct Slot {
  SessionKind kind{};
  Time starts;
};
[[nodiscard]] std::vector<Slot> slots_of(const Community& now, const Meeting& meeting);
/// One day is kept as Executive Session: an executive session exists, and nothing else is held on its day (clause 6.3).
/// Days are counted in UTC, so that no time zone's rules enter the record.
[[nodiscard]] bool keeps_executive_day(const std::vector<Slot>& slots);
/// Whether this one would be held, as something else, on the day of an executive session.
[[nodiscard]] bool takes_executive_day(const std::vector<Slot>& slots, const Slot& one);

}  // namespace ccop::community
