// What the rules of elections ask again and again.
#pragma once

#include "community/elections/state.hpp"
#include "community/kernel/ruling.hpp"

namespace ccop::community {

/// The election, when it is at this stage; else a refusal with `otherwise`.
[[nodiscard]] std::variant<const Election*, Refusal> election_in(const Community& now, ElectionId id,
                                                                 ElectionStage stage, const Sentence<0>& otherwise);

/// Elections are conducted by whoever of the Management Committee doesn't stand in them. A nomination that was not
/// accepted keeps nobody from it.
[[nodiscard]] std::optional<Refusal> objection_to_conduct(const Community& now, const Election& election,
                                                          const Asking& asking);

/// What is asked of one that is voted on in a session, and not between two dates.
[[nodiscard]] std::optional<Refusal> objection_unless_in_session(const Election& election);

/// What speaks against voting on a position in this session: it must be executive, announced, and not over
/// (clause 3.4).
[[nodiscard]] std::optional<Refusal> objection_to_session(const Community& now, SessionId session);

/// Whether the person was elected to another position, and neither confirmed nor returned yet (clause 3.1).
[[nodiscard]] bool has_won_another(const Community& now, std::uint32_t position, PersonId person);

/// Whether the person has another office of the Management Committee than this position, or has won one (clause 3.1).
[[nodiscard]] bool has_another_office(const Community& now, std::uint32_t position, PersonId person, Time at);

/// Whether the person may be co-Chair in this position: holds a Member's seat, and no other office (clauses 3.1, 3.2).
[[nodiscard]] bool may_sit(const Community& now, std::uint32_t position, PersonId person, Time at);

/// Whether the tie goes to a run-off before lots are drawn: once, where the charter says so (clause 3.5).
[[nodiscard]] bool goes_to_run_off(const Community& now, const Election& election);

/// Trustees by right and by lot: one of the Management Committee (the Secretary, else a co-Chair who doesn't stand),
/// then Members drawn, until the charter's number is reached; never of an organization that has a candidate. `used` are
/// passed over. The lot is a hash of what is voted on (a motion's text, the candidates' statements), salted and fixed
/// before anybody could know it; anyone can draw it again.
[[nodiscard]] std::vector<PersonId> drawn_trustees(const Community& now, ElectionId id,
                                                   const std::vector<PersonId>& used, std::size_t count, Time at);

/// Who takes the place of a trustee: a new lot, over the head of the record that whoever replaces them had seen. Nobody
/// where nobody is left.
[[nodiscard]] std::optional<PersonId> drawn_in_place(const Community& now, ElectionId id, std::uint32_t trustee,
                                                     const Asking& asking);

}  // namespace ccop::community
