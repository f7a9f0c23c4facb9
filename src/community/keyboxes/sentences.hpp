// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence keybox_does_not_fit{"keybox-does-not-fit"};
inline constexpr Sentence keybox_is_for_own_passkeys{"keybox-is-for-own-passkeys"};
inline constexpr Sentence only_the_seat_keeps_its_keys{"only-the-seat-keeps-its-keys"};
inline constexpr Sentence too_many_keyboxes{"too-many-keyboxes", "most"};
inline constexpr Sentence voting_key_does_not_fit{"voting-key-does-not-fit"};
inline constexpr Sentence voting_key_is_for_this_year_or_next{"voting-key-is-for-this-year-or-next", "year"};
inline constexpr Sentence voting_key_was_registered{"voting-key-was-registered"};

inline constexpr std::array of_keyboxes{
    in_brief(keybox_does_not_fit),          in_brief(keybox_is_for_own_passkeys),
    in_brief(only_the_seat_keeps_its_keys), in_brief(too_many_keyboxes),
    in_brief(voting_key_does_not_fit),      in_brief(voting_key_is_for_this_year_or_next),
    in_brief(voting_key_was_registered)};

}  // namespace ccop::community::sentence
