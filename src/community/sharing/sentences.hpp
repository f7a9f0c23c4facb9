// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence only_committee_releases{"only-committee-releases"};
inline constexpr Sentence only_members_share{"only-members-share"};
inline constexpr Sentence release_not_agreed{"release-not-agreed"};

inline constexpr std::array of_sharing{in_brief(only_committee_releases), in_brief(only_members_share),
                                       in_brief(release_not_agreed)};

}  // namespace ccop::community::sentence
