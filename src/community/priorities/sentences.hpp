// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence direction_is_not_of_the_future{"direction-is-not-of-the-future"};
inline constexpr Sentence no_such_direction{"no-such-direction"};
inline constexpr Sentence only_committee_enters_direction{"only-committee-enters-direction"};
inline constexpr Sentence only_members_opt{"only-members-opt"};
inline constexpr Sentence only_proposer_revises{"only-proposer-revises"};
inline constexpr Sentence priorities_in_executive_session{"priorities-in-executive-session"};
inline constexpr Sentence priority_is_no_proposal{"priority-is-no-proposal"};
inline constexpr Sentence priority_is_not_in_effect{"priority-is-not-in-effect"};
inline constexpr Sentence stance_is_the_same{"stance-is-the-same"};
inline constexpr Sentence too_many_directions{"too-many-directions", "most"};

inline constexpr std::array of_priorities{in_brief(direction_is_not_of_the_future),
                                          in_brief(no_such_direction),
                                          in_brief(only_committee_enters_direction),
                                          in_brief(only_members_opt),
                                          in_brief(only_proposer_revises),
                                          in_brief(priorities_in_executive_session),
                                          in_brief(priority_is_no_proposal),
                                          in_brief(priority_is_not_in_effect),
                                          in_brief(stance_is_the_same),
                                          in_brief(too_many_directions)};

}  // namespace ccop::community::sentence
