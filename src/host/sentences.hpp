// The sentences of the host: what it refuses before the rules are asked.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence another_community{"another-community"};
inline constexpr Sentence ballot_not_sound{"ballot-not-sound", "what"};
inline constexpr Sentence content_has_another_form{"content-has-another-form", "member", "what"};
inline constexpr Sentence content_is_missing{"content-is-missing"};
inline constexpr Sentence decryption_not_sound{"decryption-not-sound", "what"};
inline constexpr Sentence decryptions_disagree{"decryptions-disagree", "trustee"};
inline constexpr Sentence entry_is_too_large{"entry-is-too-large"};
inline constexpr Sentence head_is_behind{"head-is-behind"};
inline constexpr Sentence key_message_not_sound{"key-message-not-sound", "what"};
inline constexpr Sentence passkey_is_no_key{"passkey-is-no-key"};
inline constexpr Sentence question_set_is_not_sound{"question-set-is-not-sound", "what"};
inline constexpr Sentence round_paper_is_not_sound{"round-paper-is-not-sound", "what"};
inline constexpr Sentence voting_key_is_not_proved{"voting-key-is-not-proved"};

inline constexpr std::array of_host{
    in_brief(another_community),        in_brief(ballot_not_sound),         in_brief(content_is_missing),
    in_brief(content_has_another_form), in_brief(decryption_not_sound),     in_brief(decryptions_disagree),
    in_brief(entry_is_too_large),       in_brief(head_is_behind),           in_brief(key_message_not_sound),
    in_brief(passkey_is_no_key),        in_brief(voting_key_is_not_proved), in_brief(question_set_is_not_sound),
    in_brief(round_paper_is_not_sound)};

}  // namespace ccop::community::sentence
