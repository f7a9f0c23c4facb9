// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence a_later_appointment_exists{"a-later-appointment-exists"};
inline constexpr Sentence another_secretary_is_asked_for{"another-secretary-is-asked-for"};
inline constexpr Sentence founder_was_seated_already{"founder-was-seated-already"};
inline constexpr Sentence founding_term_lasts_at_most{"founding-term-lasts-at-most", "months"};
inline constexpr Sentence holds_no_member_seat{"holds-no-member-seat"};
inline constexpr Sentence is_no_co_chair{"is-no-co-chair"};
inline constexpr Sentence is_secretary_already{"is-secretary-already"};
inline constexpr Sentence only_committee_records_secretary{"only-committee-records-secretary"};
inline constexpr Sentence only_secretary_seats_founders{"only-secretary-seats-founders"};

inline constexpr std::array of_bodies{
    in_brief(a_later_appointment_exists),   in_brief(another_secretary_is_asked_for),
    in_brief(founder_was_seated_already),   in_brief(founding_term_lasts_at_most),
    in_brief(holds_no_member_seat),         in_brief(is_no_co_chair),
    in_brief(is_secretary_already),         in_brief(only_committee_records_secretary),
    in_brief(only_secretary_seats_founders)};

}  // namespace ccop::community::sentence
