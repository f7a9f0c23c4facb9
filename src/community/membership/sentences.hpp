// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence a_later_mandate_exists{"a-later-mandate-exists"};
inline constexpr Sentence another_change_is_waiting{"another-change-is-waiting"};
inline constexpr Sentence committee_joins_in{"committee-joins-in"};
inline constexpr Sentence consultation_is_over{"consultation-is-over"};
inline constexpr Sentence consultation_runs_until{"consultation-runs-until", "time"};
inline constexpr Sentence declare_all_responsibilities{"declare-all-responsibilities"};
inline constexpr Sentence ends_before_it_starts{"ends-before-it-starts"};
inline constexpr Sentence holds_the_seat_already{"holds-the-seat-already"};
inline constexpr Sentence mandate_is_over{"mandate-is-over"};
inline constexpr Sentence no_absence_declared{"no-absence-declared"};
inline constexpr Sentence no_such_mandate{"no-such-mandate"};
inline constexpr Sentence no_such_proposal{"no-such-proposal"};
inline constexpr Sentence no_such_seat_change{"no-such-seat-change"};
inline constexpr Sentence not_in_the_past{"not-in-the-past"};
inline constexpr Sentence one_alternate_at_a_time{"one-alternate-at-a-time"};
inline constexpr Sentence only_asker_withdraws{"only-asker-withdraws"};
inline constexpr Sentence only_committee_admits{"only-committee-admits"};
inline constexpr Sentence only_committee_ends_mandates{"only-committee-ends-mandates"};
inline constexpr Sentence only_committee_proposes_observers{"only-committee-proposes-observers"};
inline constexpr Sentence only_committee_records_mandates{"only-committee-records-mandates"};
inline constexpr Sentence only_main_representative_is_absent{"only-main-representative-is-absent"};
inline constexpr Sentence only_main_representative_leaves{"only-main-representative-leaves"};
inline constexpr Sentence only_main_representative_names_alternate{"only-main-representative-names-alternate"};
inline constexpr Sentence only_members_are_consulted{"only-members-are-consulted"};
inline constexpr Sentence only_these_join_in{"only-these-join-in"};
inline constexpr Sentence opinion_already_given{"opinion-already-given"};
inline constexpr Sentence organization_is_in_charter{"organization-is-in-charter"};
inline constexpr Sentence organization_known_already{"organization-known-already"};
inline constexpr Sentence organization_needs_key_and_name{"organization-needs-key-and-name"};
inline constexpr Sentence seat_change_is_over{"seat-change-is-over"};
inline constexpr Sentence seat_changed_since{"seat-changed-since"};
inline constexpr Sentence seat_is_held{"seat-is-held"};
inline constexpr Sentence seat_is_vacant{"seat-is-vacant"};
inline constexpr Sentence speaks_already{"speaks-already"};
inline constexpr Sentence speaks_for_another{"speaks-for-another"};

inline constexpr std::array of_membership{in_brief(a_later_mandate_exists),
                                          in_brief(another_change_is_waiting),
                                          in_brief(committee_joins_in),
                                          in_brief(consultation_is_over),
                                          in_brief(consultation_runs_until),
                                          in_brief(declare_all_responsibilities),
                                          in_brief(ends_before_it_starts),
                                          in_brief(holds_the_seat_already),
                                          in_brief(mandate_is_over),
                                          in_brief(no_absence_declared),
                                          in_brief(no_such_mandate),
                                          in_brief(no_such_proposal),
                                          in_brief(no_such_seat_change),
                                          in_brief(not_in_the_past),
                                          in_brief(one_alternate_at_a_time),
                                          in_brief(only_asker_withdraws),
                                          in_brief(only_committee_admits),
                                          in_brief(only_committee_ends_mandates),
                                          in_brief(only_committee_proposes_observers),
                                          in_brief(only_committee_records_mandates),
                                          in_brief(only_main_representative_is_absent),
                                          in_brief(only_main_representative_leaves),
                                          in_brief(only_main_representative_names_alternate),
                                          in_brief(only_members_are_consulted),
                                          in_brief(only_these_join_in),
                                          in_brief(opinion_already_given),
                                          in_brief(organization_is_in_charter),
                                          in_brief(organization_known_already),
                                          in_brief(organization_needs_key_and_name),
                                          in_brief(seat_change_is_over),
                                          in_brief(seat_changed_since),
                                          in_brief(seat_is_held),
                                          in_brief(seat_is_vacant),
                                          in_brief(speaks_already),
                                          in_brief(speaks_for_another)};

}  // namespace ccop::community::sentence
