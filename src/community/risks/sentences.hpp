// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence no_such_risk{"no-such-risk"};
inline constexpr Sentence only_committee_keeps_the_register{"only-committee-keeps-the-register"};
inline constexpr Sentence only_owner_keeps_a_risk{"only-owner-keeps-a-risk"};
inline constexpr Sentence only_proposer_revises_a_risk{"only-proposer-revises-a-risk"};
inline constexpr Sentence only_seats_propose_risks{"only-seats-propose-risks"};
inline constexpr Sentence owns_it_already{"owns-it-already"};
inline constexpr Sentence risk_is_answered{"risk-is-answered"};
inline constexpr Sentence risk_is_not_open{"risk-is-not-open"};
inline constexpr Sentence risk_is_reviewed_within{"risk-is-reviewed-within", "days"};
inline constexpr Sentence risk_owner_belongs{"risk-owner-belongs"};
inline constexpr Sentence treated_by_items_there_are{"treated-by-items-there-are", "most"};

inline constexpr std::array of_risks{in_brief(no_such_risk),
                                     in_brief(only_committee_keeps_the_register),
                                     in_brief(only_owner_keeps_a_risk),
                                     in_brief(only_proposer_revises_a_risk),
                                     in_brief(only_seats_propose_risks),
                                     in_brief(owns_it_already),
                                     in_brief(risk_is_answered),
                                     in_brief(risk_is_not_open),
                                     in_brief(risk_is_reviewed_within),
                                     in_brief(risk_owner_belongs),
                                     in_brief(treated_by_items_there_are)};

}  // namespace ccop::community::sentence
