// Totals of the same questions at two askings would tell by their difference what those few answered that came or went
// in between. So nobody came, or as many at least as the charter says, and the same of those who went: joiners wait
// until so many can join, and where few went, or didn't answer, a lot leaves others out (clause 2.2; what the
// differences of more still tell is measured in docs/exposure-guesses.md).
#pragma once

#include "community/kernel/ids.hpp"

#include <vector>

namespace ccop::community {

struct Community;

/// Those of these seats, which are in ascending order, that a round asks: where questions of a state were asked before,
/// without seats that were not in those totals, unless they are enough.
[[nodiscard]] std::vector<OrganizationId> without_waiting(const Community& now, RoundId round,
                                                          std::vector<OrganizationId> seats);

/// Who is left out of the totals of a round whose ballot is closed, in the order in which they were: joiners of whom
/// too few answered, and then, of those who were counted before, whom the lot takes until enough are missing. It
/// follows from all ballots that count, so nobody knows it before the last is cast.
[[nodiscard]] std::vector<OrganizationId> left_out(const Community& now, RoundId round);

}  // namespace ccop::community
