// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence a_ballot_is_open{"a-ballot-is-open"};
inline constexpr Sentence a_count_is_undeclared{"a-count-is-undeclared"};
inline constexpr Sentence a_later_ballot_was_cast{"a-later-ballot-was-cast"};
inline constexpr Sentence a_tie_is_settled{"a-tie-is-settled"};
inline constexpr Sentence another_keeps_the_lot{"another-keeps-the-lot"};
inline constexpr Sentence ballot_is_open{"ballot-is-open"};
inline constexpr Sentence ballot_stays_open_until{"ballot-stays-open-until", "time"};
inline constexpr Sentence ballot_was_cast_already{"ballot-was-cast-already"};
inline constexpr Sentence candidacies_are_closed{"candidacies-are-closed"};
inline constexpr Sentence candidate_holds_no_member_seat{"candidate-holds-no-member-seat"};
inline constexpr Sentence candidates_do_not_conduct{"candidates-do-not-conduct"};
inline constexpr Sentence close_in_the_session{"close-in-the-session"};
inline constexpr Sentence commitment_was_made_before{"commitment-was-made-before"};
inline constexpr Sentence count_is_carried_over{"count-is-carried-over"};
inline constexpr Sentence count_waits_until{"count-waits-until", "time"};
inline constexpr Sentence credential_of_another{"credential-of-another"};
inline constexpr Sentence decrypted_already{"decrypted-already"};
inline constexpr Sentence did_their_part{"did-their-part"};
inline constexpr Sentence elected_has_another_office{"elected-has-another-office"};
inline constexpr Sentence elected_lost_the_seat{"elected-lost-the-seat"};
inline constexpr Sentence election_goes_by_its_session{"election-goes-by-its-session"};
inline constexpr Sentence election_is_over{"election-is-over"};
inline constexpr Sentence election_needs_content{"election-needs-content"};
inline constexpr Sentence election_under_way_already{"election-under-way-already"};
inline constexpr Sentence elections_are_at_the_symposium{"elections-are-at-the-symposium"};
inline constexpr Sentence elections_are_in_executive_session{"elections-are-in-executive-session"};
inline constexpr Sentence has_no_part_in_the_drawing{"has-no-part-in-the-drawing"};
inline constexpr Sentence is_no_candidate{"is-no-candidate"};
inline constexpr Sentence is_no_trustee{"is-no-trustee"};
inline constexpr Sentence is_nominated_already{"is-nominated-already"};
inline constexpr Sentence is_not_tied{"is-not-tied"};
inline constexpr Sentence keeper_reveals_last{"keeper-reveals-last"};
inline constexpr Sentence key_message_was_posted{"key-message-was-posted"};
inline constexpr Sentence keys_are_made{"keys-are-made"};
inline constexpr Sentence keys_are_not_begun{"keys-are-not-begun"};
inline constexpr Sentence keys_are_not_made{"keys-are-not-made"};
inline constexpr Sentence lot_does_not_fit{"lot-does-not-fit"};
inline constexpr Sentence lot_was_committed{"lot-was-committed"};
inline constexpr Sentence lot_was_revealed{"lot-was-revealed"};
inline constexpr Sentence lots_are_drawn_now{"lots-are-drawn-now"};
inline constexpr Sentence lots_wait_until{"lots-wait-until", "time"};
inline constexpr Sentence nobody_has_a_voting_key{"nobody-has-a-voting-key"};
inline constexpr Sentence no_candidate_is_left{"no-candidate-is-left"};
inline constexpr Sentence no_immediate_reelection{"no-immediate-reelection"};
inline constexpr Sentence no_such_election{"no-such-election"};
inline constexpr Sentence no_such_trustee{"no-such-trustee"};
inline constexpr Sentence nobody_was_elected{"nobody-was-elected"};
inline constexpr Sentence not_in_preparation{"not-in-preparation"};
inline constexpr Sentence round_goes_by_its_dates{"round-goes-by-its-dates"};
inline constexpr Sentence not_on_the_roll{"not-on-the-roll"};
inline constexpr Sentence officers_are_named_already{"officers-are-named-already"};
inline constexpr Sentence one_organization_one_credential{"one-organization-one-credential"};
inline constexpr Sentence only_committee_conducts_elections{"only-committee-conducts-elections"};
inline constexpr Sentence only_members_nominate{"only-members-nominate"};
inline constexpr Sentence only_secretary_submits{"only-secretary-submits"};
inline constexpr Sentence publish_the_meeting_first{"publish-the-meeting-first"};
inline constexpr Sentence recorded_votes_are_open{"recorded-votes-are-open"};
inline constexpr Sentence result_does_not_follow{"result-does-not-follow"};
inline constexpr Sentence run_off_comes_first{"run-off-comes-first"};
inline constexpr Sentence run_off_is_in_this_session{"run-off-is-in-this-session"};
inline constexpr Sentence setup_does_not_follow{"setup-does-not-follow"};
inline constexpr Sentence stands_already{"stands-already"};
inline constexpr Sentence submit_first{"submit-first"};
inline constexpr Sentence submitted_already{"submitted-already"};
inline constexpr Sentence term_runs_until{"term-runs-until", "time"};
inline constexpr Sentence there_is_no_tie{"there-is-no-tie"};
inline constexpr Sentence too_few_decryptions{"too-few-decryptions", "needed"};
inline constexpr Sentence too_few_trustees{"too-few-trustees", "count"};
inline constexpr Sentence totals_are_decrypted{"totals-are-decrypted"};
inline constexpr Sentence trustee_is_not_independent{"trustee-is-not-independent"};
inline constexpr Sentence trustees_were_replaced{"trustees-were-replaced", "count"};
inline constexpr Sentence voting_begins_at_the_session{"voting-begins-at-the-session"};
inline constexpr Sentence voting_is_not_closed{"voting-is-not-closed"};
inline constexpr Sentence voting_is_not_open{"voting-is-not-open"};
inline constexpr Sentence wait_for_all_commitments{"wait-for-all-commitments"};
inline constexpr Sentence wait_for_the_other_trustees{"wait-for-the-other-trustees"};
inline constexpr Sentence won_another_position{"won-another-position"};

inline constexpr std::array of_elections{in_brief(a_ballot_is_open),
                                         in_brief(a_count_is_undeclared),
                                         in_brief(a_later_ballot_was_cast),
                                         in_brief(a_tie_is_settled),
                                         in_brief(another_keeps_the_lot),
                                         in_brief(ballot_is_open),
                                         in_brief(ballot_stays_open_until),
                                         in_brief(ballot_was_cast_already),
                                         in_brief(candidacies_are_closed),
                                         in_brief(candidate_holds_no_member_seat),
                                         in_brief(candidates_do_not_conduct),
                                         in_brief(close_in_the_session),
                                         in_brief(commitment_was_made_before),
                                         in_brief(count_is_carried_over),
                                         in_brief(count_waits_until),
                                         in_brief(credential_of_another),
                                         in_brief(decrypted_already),
                                         in_brief(did_their_part),
                                         in_brief(elected_has_another_office),
                                         in_brief(elected_lost_the_seat),
                                         in_brief(election_goes_by_its_session),
                                         in_brief(election_is_over),
                                         in_brief(election_needs_content),
                                         in_brief(election_under_way_already),
                                         in_brief(elections_are_at_the_symposium),
                                         in_brief(elections_are_in_executive_session),
                                         in_brief(has_no_part_in_the_drawing),
                                         in_brief(is_no_candidate),
                                         in_brief(is_no_trustee),
                                         in_brief(is_nominated_already),
                                         in_brief(is_not_tied),
                                         in_brief(keeper_reveals_last),
                                         in_brief(key_message_was_posted),
                                         in_brief(keys_are_made),
                                         in_brief(keys_are_not_begun),
                                         in_brief(keys_are_not_made),
                                         in_brief(lot_does_not_fit),
                                         in_brief(lot_was_committed),
                                         in_brief(lot_was_revealed),
                                         in_brief(lots_are_drawn_now),
                                         in_brief(lots_wait_until),
                                         in_brief(nobody_has_a_voting_key),
                                         in_brief(no_candidate_is_left),
                                         in_brief(no_immediate_reelection),
                                         in_brief(no_such_election),
                                         in_brief(no_such_trustee),
                                         in_brief(nobody_was_elected),
                                         in_brief(not_in_preparation),
                                         in_brief(round_goes_by_its_dates),
                                         in_brief(not_on_the_roll),
                                         in_brief(officers_are_named_already),
                                         in_brief(one_organization_one_credential),
                                         in_brief(only_committee_conducts_elections),
                                         in_brief(only_members_nominate),
                                         in_brief(only_secretary_submits),
                                         in_brief(publish_the_meeting_first),
                                         in_brief(recorded_votes_are_open),
                                         in_brief(result_does_not_follow),
                                         in_brief(run_off_comes_first),
                                         in_brief(run_off_is_in_this_session),
                                         in_brief(setup_does_not_follow),
                                         in_brief(stands_already),
                                         in_brief(submit_first),
                                         in_brief(submitted_already),
                                         in_brief(term_runs_until),
                                         in_brief(there_is_no_tie),
                                         in_brief(too_few_decryptions),
                                         in_brief(too_few_trustees),
                                         in_brief(totals_are_decrypted),
                                         in_brief(trustee_is_not_independent),
                                         in_brief(trustees_were_replaced),
                                         in_brief(voting_begins_at_the_session),
                                         in_brief(voting_is_not_closed),
                                         in_brief(voting_is_not_open),
                                         in_brief(wait_for_all_commitments),
                                         in_brief(wait_for_the_other_trustees),
                                         in_brief(won_another_position)};

}  // namespace ccop::community::sentence
