// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence archive_is_another{"archive-is-another"};
inline constexpr Sentence asked_too_soon{"asked-too-soon", "name", "time"};
inline constexpr Sentence audited_already{"audited-already"};
inline constexpr Sentence charter_keeps_too_few_apart{"charter-keeps-too-few-apart", "least"};
inline constexpr Sentence no_such_part{"no-such-part", "name"};
inline constexpr Sentence no_such_question_set{"no-such-question-set"};
inline constexpr Sentence no_such_round{"no-such-round"};
inline constexpr Sentence only_committee_calls_rounds{"only-committee-calls-rounds"};
inline constexpr Sentence question_set_is_not_in_force{"question-set-is-not-in-force", "name"};
inline constexpr Sentence question_set_is_not_newer{"question-set-is-not-newer", "version"};
inline constexpr Sentence questions_are_needed{"questions-are-needed"};
inline constexpr Sentence round_has_no_keys{"round-has-no-keys"};
inline constexpr Sentence round_is_asked_within{"round-is-asked-within", "days"};
inline constexpr Sentence round_is_not_counted{"round-is-not-counted"};
inline constexpr Sentence round_is_open_for{"round-is-open-for", "least", "most"};
inline constexpr Sentence round_is_prepared{"round-is-prepared"};
inline constexpr Sentence round_needs_content{"round-needs-content"};
inline constexpr Sentence too_few_seats_to_ask{"too-few-seats-to-ask", "least"};

inline constexpr std::array of_exposure{in_brief(archive_is_another),
                                        in_brief(asked_too_soon),
                                        in_brief(audited_already),
                                        in_brief(charter_keeps_too_few_apart),
                                        in_brief(no_such_part),
                                        in_brief(no_such_question_set),
                                        in_brief(no_such_round),
                                        in_brief(only_committee_calls_rounds),
                                        in_brief(question_set_is_not_in_force),
                                        in_brief(question_set_is_not_newer),
                                        in_brief(questions_are_needed),
                                        in_brief(round_has_no_keys),
                                        in_brief(round_is_asked_within),
                                        in_brief(round_is_not_counted),
                                        in_brief(round_is_open_for),
                                        in_brief(round_is_prepared),
                                        in_brief(round_needs_content),
                                        in_brief(too_few_seats_to_ask)};

}  // namespace ccop::community::sentence
