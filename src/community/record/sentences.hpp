// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence erased_already{"erased-already"};
inline constexpr Sentence founded_already{"founded-already"};
inline constexpr Sentence nothing_is_due{"nothing-is-due"};
inline constexpr Sentence nothing_to_erase{"nothing-to-erase"};

inline constexpr std::array of_record{in_brief(erased_already), in_brief(founded_already), in_brief(nothing_is_due),
                                      in_brief(nothing_to_erase)};

}  // namespace ccop::community::sentence
