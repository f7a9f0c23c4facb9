// The sentences that several chapters, or all, refuse with.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence a_motion_is_open{"a-motion-is-open"};
inline constexpr Sentence already_settled{"already-settled"};
inline constexpr Sentence charter_has_mistakes{"charter-has-mistakes", "line", "key", "expected"};
inline constexpr Sentence clock_runs_backwards{"clock-runs-backwards"};
inline constexpr Sentence co_chair_is_not_secretary{"co-chair-is-not-secretary"};
inline constexpr Sentence executive_session_decides{"executive-session-decides"};
inline constexpr Sentence is_co_chair_already{"is-co-chair-already"};
inline constexpr Sentence motion_is_not_voted_on{"motion-is-not-voted-on"};
inline constexpr Sentence motion_was_opened{"motion-was-opened"};
inline constexpr Sentence no_quorum{"no-quorum", "present", "needed"};
inline constexpr Sentence no_such_motion{"no-such-motion"};
inline constexpr Sentence no_such_organization{"no-such-organization"};
inline constexpr Sentence no_such_person{"no-such-person"};
inline constexpr Sentence no_such_position{"no-such-position", "count"};
inline constexpr Sentence no_such_session{"no-such-session"};
inline constexpr Sentence not_for_oneself{"not-for-oneself"};
inline constexpr Sentence not_founded{"not-founded"};
inline constexpr Sentence only_co_chairs_preside{"only-co-chairs-preside"};
inline constexpr Sentence only_members_propose{"only-members-propose"};
inline constexpr Sentence only_members_vote{"only-members-vote"};
inline constexpr Sentence only_seats_answer{"only-seats-answer"};
inline constexpr Sentence only_the_host_does_this{"only-the-host-does-this"};
inline constexpr Sentence reads_otherwise{"reads-otherwise"};
inline constexpr Sentence session_is_being_closed{"session-is-being-closed"};
inline constexpr Sentence session_is_closed{"session-is-closed"};
inline constexpr Sentence session_key_is_over{"session-key-is-over"};
inline constexpr Sentence session_not_live{"session-not-live"};
inline constexpr Sentence settle_deadlines_first{"settle-deadlines-first"};
inline constexpr Sentence sign_in_first{"sign-in-first"};
inline constexpr Sentence signature_does_not_hold{"signature-does-not-hold"};
inline constexpr Sentence signature_is_stale{"signature-is-stale", "minutes"};
inline constexpr Sentence signature_needed{"signature-needed"};
inline constexpr Sentence signature_was_used{"signature-was-used"};
inline constexpr Sentence decision_is_no_basis{"decision-is-no-basis"};
inline constexpr Sentence group_is_over{"group-is-over"};
inline constexpr Sentence no_such_decision{"no-such-decision"};
inline constexpr Sentence no_such_group{"no-such-group"};
inline constexpr Sentence no_such_priority{"no-such-priority"};
inline constexpr Sentence only_committee_keeps_the_work_plan{"only-committee-keeps-the-work-plan"};
inline constexpr Sentence work_ends_within{"work-ends-within", "days"};

inline constexpr std::array of_kernel{in_brief(a_motion_is_open),
                                      in_brief(already_settled),
                                      in_brief(charter_has_mistakes),
                                      in_brief(clock_runs_backwards),
                                      in_brief(co_chair_is_not_secretary),
                                      in_brief(executive_session_decides),
                                      in_brief(is_co_chair_already),
                                      in_brief(motion_is_not_voted_on),
                                      in_brief(motion_was_opened),
                                      in_brief(no_quorum),
                                      in_brief(no_such_motion),
                                      in_brief(no_such_organization),
                                      in_brief(no_such_person),
                                      in_brief(no_such_position),
                                      in_brief(no_such_session),
                                      in_brief(not_for_oneself),
                                      in_brief(not_founded),
                                      in_brief(only_co_chairs_preside),
                                      in_brief(only_members_propose),
                                      in_brief(only_members_vote),
                                      in_brief(only_seats_answer),
                                      in_brief(only_the_host_does_this),
                                      in_brief(reads_otherwise),
                                      in_brief(session_is_being_closed),
                                      in_brief(session_is_closed),
                                      in_brief(session_key_is_over),
                                      in_brief(session_not_live),
                                      in_brief(settle_deadlines_first),
                                      in_brief(sign_in_first),
                                      in_brief(signature_does_not_hold),
                                      in_brief(signature_is_stale),
                                      in_brief(signature_needed),
                                      in_brief(signature_was_used),
                                      in_brief(decision_is_no_basis),
                                      in_brief(group_is_over),
                                      in_brief(no_such_decision),
                                      in_brief(no_such_group),
                                      in_brief(no_such_priority),
                                      in_brief(only_committee_keeps_the_work_plan),
                                      in_brief(work_ends_within)};

}  // namespace ccop::community::sentence
