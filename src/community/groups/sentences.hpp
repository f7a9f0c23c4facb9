// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence contact_is_of_the_committee{"contact-is-of-the-committee"};
inline constexpr Sentence convener_takes_part{"convener-takes-part"};
inline constexpr Sentence document_is_listed{"document-is-listed"};
inline constexpr Sentence document_is_not_listed{"document-is-not-listed"};
inline constexpr Sentence documents_within{"documents-within", "most"};
inline constexpr Sentence founded_group_ends_no_later{"founded-group-ends-no-later"};
inline constexpr Sentence group_has_a_lead{"group-has-a-lead"};
inline constexpr Sentence group_is_not_active{"group-is-not-active"};
inline constexpr Sentence group_is_not_dormant{"group-is-not-dormant"};
inline constexpr Sentence group_is_no_proposal{"group-is-no-proposal"};
inline constexpr Sentence group_meeting_is_ahead{"group-meeting-is-ahead"};
inline constexpr Sentence group_meeting_is_over{"group-meeting-is-over"};
inline constexpr Sentence group_meeting_lasts{"group-meeting-lasts", "days"};
inline constexpr Sentence group_meeting_needs_time_zone{"group-meeting-needs-time-zone"};
inline constexpr Sentence group_meetings_within{"group-meetings-within", "most"};
inline constexpr Sentence group_needs_a_lead_that_volunteered{"group-needs-a-lead-that-volunteered"};
inline constexpr Sentence group_needs_organizations{"group-needs-organizations", "least", "in"};
inline constexpr Sentence group_not_founded{"group-not-founded"};
inline constexpr Sentence group_pursues_a_priority_that_stands{"group-pursues-a-priority-that-stands"};
inline constexpr Sentence hours_within{"hours-within", "most"};
inline constexpr Sentence inability_was_declared{"inability-was-declared"};
inline constexpr Sentence is_in_already{"is-in-already"};
inline constexpr Sentence is_not_in{"is-not-in"};
inline constexpr Sentence kickoff_then_plan_then_end{"kickoff-then-plan-then-end"};
inline constexpr Sentence kickoff_was_in_the_past{"kickoff-was-in-the-past"};
inline constexpr Sentence lead_steps_back_first{"lead-steps-back-first"};
inline constexpr Sentence mid_year_is_the_charters{"mid-year-is-the-charters", "day"};
inline constexpr Sentence no_such_group_meeting{"no-such-group-meeting"};
inline constexpr Sentence only_group_proposer_revises{"only-group-proposer-revises"};
inline constexpr Sentence only_seats_take_part{"only-seats-take-part"};
inline constexpr Sentence only_the_lead{"only-the-lead"};
inline constexpr Sentence priority_takes_effect_first{"priority-takes-effect-first"};
inline constexpr Sentence round_is_open{"round-is-open"};
inline constexpr Sentence round_lasts_at_most{"round-lasts-at-most", "days"};
inline constexpr Sentence volunteered_already{"volunteered-already"};
inline constexpr Sentence volunteered_not{"volunteered-not"};

inline constexpr std::array of_groups{in_brief(contact_is_of_the_committee),
                                      in_brief(convener_takes_part),
                                      in_brief(document_is_listed),
                                      in_brief(document_is_not_listed),
                                      in_brief(documents_within),
                                      in_brief(founded_group_ends_no_later),
                                      in_brief(group_has_a_lead),
                                      in_brief(group_is_not_active),
                                      in_brief(group_is_not_dormant),
                                      in_brief(group_is_no_proposal),
                                      in_brief(group_meeting_is_ahead),
                                      in_brief(group_meeting_is_over),
                                      in_brief(group_meeting_lasts),
                                      in_brief(group_meeting_needs_time_zone),
                                      in_brief(group_meetings_within),
                                      in_brief(group_needs_a_lead_that_volunteered),
                                      in_brief(group_needs_organizations),
                                      in_brief(group_not_founded),
                                      in_brief(group_pursues_a_priority_that_stands),
                                      in_brief(hours_within),
                                      in_brief(inability_was_declared),
                                      in_brief(is_in_already),
                                      in_brief(is_not_in),
                                      in_brief(kickoff_then_plan_then_end),
                                      in_brief(kickoff_was_in_the_past),
                                      in_brief(lead_steps_back_first),
                                      in_brief(mid_year_is_the_charters),
                                      in_brief(no_such_group_meeting),
                                      in_brief(only_group_proposer_revises),
                                      in_brief(only_seats_take_part),
                                      in_brief(only_the_lead),
                                      in_brief(priority_takes_effect_first),
                                      in_brief(round_is_open),
                                      in_brief(round_lasts_at_most),
                                      in_brief(volunteered_already),
                                      in_brief(volunteered_not)};

}  // namespace ccop::community::sentence
