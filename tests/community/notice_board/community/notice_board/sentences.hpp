// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence no_such_notice{"no-such-notice"};
inline constexpr Sentence notice_hangs_at_most{"notice-hangs-at-most", "days"};
inline constexpr Sentence notice_is_down{"notice-is-down"};
inline constexpr Sentence notice_is_anothers{"notice-is-anothers"};
inline constexpr Sentence only_members_pin{"only-members-pin"};
inline constexpr Sentence only_seats_pin{"only-seats-pin"};

inline constexpr std::array of_notice_board{in_brief(no_such_notice),   in_brief(notice_hangs_at_most),
                                            in_brief(notice_is_down),   in_brief(notice_is_anothers),
                                            in_brief(only_members_pin), in_brief(only_seats_pin)};

}  // namespace ccop::community::sentence
