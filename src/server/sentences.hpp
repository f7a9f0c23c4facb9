// The sentences that the server itself refuses with.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence only_committee_sees_mail{"only-committee-sees-mail"};
inline constexpr Sentence only_committee_opens_to_liaisons{"only-committee-opens-to-liaisons"};
inline constexpr Sentence only_seats_read_this{"only-seats-read-this"};
inline constexpr Sentence only_seats_watch{"only-seats-watch"};
inline constexpr Sentence only_secretary_defines_collections{"only-secretary-defines-collections"};
inline constexpr Sentence only_secretary_keeps_hooks{"only-secretary-keeps-hooks"};
inline constexpr Sentence only_secretary_reads_security{"only-secretary-reads-security"};
inline constexpr Sentence red_names_who_reads_it{"red-names-who-reads-it"};

inline constexpr std::array of_server{in_brief(only_committee_opens_to_liaisons),
                                      in_brief(only_committee_sees_mail),
                                      in_brief(only_seats_read_this),
                                      in_brief(only_seats_watch),
                                      in_brief(only_secretary_defines_collections),
                                      in_brief(only_secretary_keeps_hooks),
                                      in_brief(only_secretary_reads_security),
                                      in_brief(red_names_who_reads_it)};

}  // namespace ccop::community::sentence
