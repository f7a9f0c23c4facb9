// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence already_confirmed{"already-confirmed"};
inline constexpr Sentence another_recovery_is_pending{"another-recovery-is-pending"};
inline constexpr Sentence already_enrolled{"already-enrolled"};
inline constexpr Sentence last_passkey{"last-passkey"};
inline constexpr Sentence link_lasts_at_most{"link-lasts-at-most", "days"};
inline constexpr Sentence link_not_valid{"link-not-valid"};
inline constexpr Sentence no_such_passkey{"no-such-passkey"};
inline constexpr Sentence no_such_session_key{"no-such-session-key"};
inline constexpr Sentence nothing_to_recover{"nothing-to-recover"};
inline constexpr Sentence only_committee_enrols{"only-committee-enrols"};
inline constexpr Sentence only_committee_or_representatives_register{"only-committee-or-representatives-register"};
inline constexpr Sentence only_committee_or_self_corrects{"only-committee-or-self-corrects"};
inline constexpr Sentence only_own_passkeys{"only-own-passkeys"};
inline constexpr Sentence passkey_already_enrolled{"passkey-already-enrolled"};
inline constexpr Sentence passkey_not_usable{"passkey-not-usable"};
inline constexpr Sentence secretary_and_co_chair_confirm{"secretary-and-co-chair-confirm"};
inline constexpr Sentence too_many_passkeys{"too-many-passkeys"};

inline constexpr std::array of_people{in_brief(already_confirmed),
                                      in_brief(another_recovery_is_pending),
                                      in_brief(already_enrolled),
                                      in_brief(last_passkey),
                                      in_brief(link_lasts_at_most),
                                      in_brief(link_not_valid),
                                      in_brief(no_such_passkey),
                                      in_brief(no_such_session_key),
                                      in_brief(nothing_to_recover),
                                      in_brief(only_committee_enrols),
                                      in_brief(only_committee_or_representatives_register),
                                      in_brief(only_committee_or_self_corrects),
                                      in_brief(only_own_passkeys),
                                      in_brief(passkey_already_enrolled),
                                      in_brief(passkey_not_usable),
                                      in_brief(secretary_and_co_chair_confirm),
                                      in_brief(too_many_passkeys)};

}  // namespace ccop::community::sentence
