// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence alternate_votes_now{"alternate-votes-now"};
inline constexpr Sentence amendments_carry_their_charter{"amendments-carry-their-charter"};
inline constexpr Sentence consensus_stands{"consensus-stands"};
inline constexpr Sentence deadlines_are_for_silence{"deadlines-are-for-silence"};
inline constexpr Sentence delivery_was_reported{"delivery-was-reported"};
inline constexpr Sentence main_representative_votes{"main-representative-votes"};
inline constexpr Sentence motion_asks_no_seats{"motion-asks-no-seats"};
inline constexpr Sentence motion_is_balloted{"motion-is-balloted"};
inline constexpr Sentence motion_is_over{"motion-is-over"};
inline constexpr Sentence motion_is_voted_on{"motion-is-voted-on"};
inline constexpr Sentence motion_not_open{"motion-not-open"};
inline constexpr Sentence motion_was_seen{"motion-was-seen"};
inline constexpr Sentence no_such_choice{"no-such-choice", "most"};
inline constexpr Sentence no_own_objection{"no-own-objection"};
inline constexpr Sentence no_vote_to_change{"no-vote-to-change"};
inline constexpr Sentence objected_already{"objected-already"};
inline constexpr Sentence observers_do_not_vote{"observers-do-not-vote"};
inline constexpr Sentence one_organization_one_vote{"one-organization-one-vote"};
inline constexpr Sentence only_committee_runs_silence{"only-committee-runs-silence"};
inline constexpr Sentence only_mover_withdraws{"only-mover-withdraws"};
inline constexpr Sentence only_secretary_attests{"only-secretary-attests"};
inline constexpr Sentence options_are_voted_on{"options-are-voted-on"};
inline constexpr Sentence options_differ{"options-differ"};
inline constexpr Sentence options_from_two{"options-from-two", "most"};
inline constexpr Sentence organization_is_not_asked{"organization-is-not-asked"};
inline constexpr Sentence person_is_not_asked{"person-is-not-asked"};
inline constexpr Sentence release_names_its_source{"release-names-its-source"};
inline constexpr Sentence seat_is_not_asked{"seat-is-not-asked"};
inline constexpr Sentence seat_was_reached{"seat-was-reached"};
inline constexpr Sentence session_has_motions{"session-has-motions"};
inline constexpr Sentence silence_is_outside_sessions{"silence-is-outside-sessions"};
inline constexpr Sentence silence_lasts_at_least{"silence-lasts-at-least", "days"};
inline constexpr Sentence silence_lasts_at_most{"silence-lasts-at-most", "days"};
inline constexpr Sentence silence_needs_deadline{"silence-needs-deadline"};
inline constexpr Sentence silence_runs_until{"silence-runs-until", "time"};
inline constexpr Sentence silence_waits_for_seats{"silence-waits-for-seats", "seats"};
inline constexpr Sentence vote_in_the_session{"vote-in-the-session"};
inline constexpr Sentence vote_is_recorded_already{"vote-is-recorded-already"};
inline constexpr Sentence voted_so_already{"voted-so-already"};
inline constexpr Sentence voting_has_begun{"voting-has-begun"};

inline constexpr std::array of_decisions{in_brief(alternate_votes_now),
                                         in_brief(amendments_carry_their_charter),
                                         in_brief(consensus_stands),
                                         in_brief(deadlines_are_for_silence),
                                         in_brief(delivery_was_reported),
                                         in_brief(main_representative_votes),
                                         in_brief(motion_asks_no_seats),
                                         in_brief(motion_is_balloted),
                                         in_brief(motion_is_over),
                                         in_brief(motion_is_voted_on),
                                         in_brief(motion_not_open),
                                         in_brief(motion_was_seen),
                                         in_brief(no_such_choice),
                                         in_brief(no_own_objection),
                                         in_brief(no_vote_to_change),
                                         in_brief(objected_already),
                                         in_brief(observers_do_not_vote),
                                         in_brief(one_organization_one_vote),
                                         in_brief(only_committee_runs_silence),
                                         in_brief(only_mover_withdraws),
                                         in_brief(only_secretary_attests),
                                         in_brief(options_are_voted_on),
                                         in_brief(options_differ),
                                         in_brief(options_from_two),
                                         in_brief(organization_is_not_asked),
                                         in_brief(person_is_not_asked),
                                         in_brief(release_names_its_source),
                                         in_brief(seat_is_not_asked),
                                         in_brief(seat_was_reached),
                                         in_brief(session_has_motions),
                                         in_brief(silence_is_outside_sessions),
                                         in_brief(silence_lasts_at_least),
                                         in_brief(silence_lasts_at_most),
                                         in_brief(silence_needs_deadline),
                                         in_brief(silence_runs_until),
                                         in_brief(silence_waits_for_seats),
                                         in_brief(vote_in_the_session),
                                         in_brief(vote_is_recorded_already),
                                         in_brief(voted_so_already),
                                         in_brief(voting_has_begun)};

}  // namespace ccop::community::sentence
