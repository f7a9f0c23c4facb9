// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence amendments_in_executive_session{"amendments-in-executive-session"};
inline constexpr Sentence community_keeps_its_slug{"community-keeps-its-slug"};
inline constexpr Sentence in_force_after_the_decision{"in-force-after-the-decision"};

inline constexpr std::array of_amendments{in_brief(amendments_in_executive_session), in_brief(community_keeps_its_slug),
                                          in_brief(in_force_after_the_decision)};

}  // namespace ccop::community::sentence
