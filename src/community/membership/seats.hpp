// How a seat changes hands, wherever that is asked for: who may ask, what speaks against it, and what follows. Nobody
// does it alone (clauses 4.2 and 5.7).
#pragma once

#include "community/kernel/ruling.hpp"
#include "community/membership/state.hpp"

namespace ccop::community {

/// Whether the person speaks for the organization now: its main representative, or the alternate while that one is
/// absent and the charter lets the alternate vote (clause 4.3).
[[nodiscard]] bool speaks_for(const Community& now, OrganizationId organization, PersonId person, Time at);

/// Refuses whoever may not ask that this organization's seat change hands, and while another change waits.
[[nodiscard]] std::optional<Refusal> objection_to_asking(const Community& now, OrganizationId organization,
                                                         const Asking& asking);

/// The mandate that a successor's, from then on, would take the place of.
[[nodiscard]] std::optional<MandateId> in_the_way(const Community& now, OrganizationId organization, Time from);

/// What speaks against the change as it is written, at that time.
[[nodiscard]] std::optional<Refusal> objection_to_change(const Community& now, const SeatChange& change, Time at);

/// The end of a mandate, and of the co-Chair's position that rests on it (clauses 3.2 and 3.5).
[[nodiscard]] std::vector<Act> end_of(const Community& now, MandateId mandate, Time at);

/// What the change brings about at that time.
[[nodiscard]] std::vector<Act> acts_of(const Community& now, const SeatChange& change, Time at);

/// Has the change wait for a second person, or, while nobody is there yet who could join in, take effect at once.
[[nodiscard]] Ruling asked_for(const Community& now, const SeatChange& change, const Asking& asking);

}  // namespace ccop::community
