// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// Withdrawn by the candidate, declined by the nominee, or lapsed because the seat was lost (clause 3.2).
enum class CandidacyEnd { withdrawn, declined, lapsed };
BOOST_DESCRIBE_ENUM(CandidacyEnd, withdrawn, declined, lapsed)

/// Elected, or, where a motion was balloted on, decided; tied, to be settled by a run-off or by lot; vacant, because
/// nobody stood, the only candidate had no majority or nobody voted; seat lost by whoever won, or another office of the
/// Management Committee theirs (clauses 3.1 and 3.2); or too few ballots, none of which is opened. Of a round's
/// answers: counted.
enum class ElectionOutcome { elected, tied, vacant, seat_lost, other_office, too_few, cancelled, decided, counted };
BOOST_DESCRIBE_ENUM(ElectionOutcome, elected, tied, vacant, seat_lost, other_office, too_few, cancelled, decided,
                    counted)

}  // namespace ccop::community
