// What the rules of elections ask again and again.
#pragma once

#include "community/elections/state.hpp"
#include "community/kernel/ruling.hpp"

namespace ccop::community {

/// The election, when it is at this stage; else a refusal with `otherwise`.
[[nodiscard]] std::variant<const Election*, Refusal> election_in(const Community& now, ElectionId id,
                                                                 ElectionStage stage, const Sentence<0>& otherwise);

/// Elections are conducted by whoever of the Management Committee doesn't stand in them.
[[nodiscard]] std::optional<Refusal> objection_to_conduct(const Community& now, const Election& election,
                                                          const Asking& asking);

/// Trustees by right and by lot: co-Chairs who don't stand, the Secretary, then Members drawn, until the charter's
/// number is reached. `used` are passed over. The lot is a hash of what is voted on (a motion's text, the candidates'
/// statements), salted and fixed before anybody could know it; anyone can draw it again.
[[nodiscard]] std::vector<PersonId> drawn_trustees(const Community& now, ElectionId id,
                                                   const std::vector<PersonId>& used, std::size_t count, Time at);

}  // namespace ccop::community
