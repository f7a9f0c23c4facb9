// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence erased_already{"erased-already"};
inline constexpr Sentence founded_already{"founded-already"};
inline constexpr Sentence log_key_changes_elsewhere{"log-key-changes-elsewhere"};
inline constexpr Sentence log_key_was_used{"log-key-was-used"};
inline constexpr Sentence nothing_is_due{"nothing-is-due"};
inline constexpr Sentence nothing_to_erase{"nothing-to-erase"};

inline constexpr std::array of_record{
    in_brief(erased_already),   in_brief(founded_already), in_brief(log_key_changes_elsewhere),
    in_brief(log_key_was_used), in_brief(nothing_is_due),  in_brief(nothing_to_erase)};

}  // namespace ccop::community::sentence
