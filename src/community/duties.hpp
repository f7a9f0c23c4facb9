// Everything that is owed in a community: by whom, since when, until when, and who hears of it next. A pure function of
// the state and the time, so that whoever audits the record finds the same duties as the host.
#pragma once

#include "community/kernel/duty.hpp"

namespace ccop::community {

struct Community;

/// All duties that stand open at that time, of all chapters, each with its ladder; the soonest due first, those without
/// a time last.
[[nodiscard]] Duties duties(const Community& now, Time at);

/// The last step that has come; null before the first.
[[nodiscard]] const Step* reached(const Duty& duty, Time at);
/// The first that is still to come; null after the last.
[[nodiscard]] const Step* next_step(const Duty& duty, Time at);

/// The seat's holders or the body's members: its main representative, and the alternate where that one is absent or
/// there is none. Empty where nobody holds it.
[[nodiscard]] std::vector<PersonId> owners_of(const Community& now, const Duty& duty, Time at);

/// Whom a step reaches at that time. Always somebody who holds the mandate then: where nobody holds the owner's, the
/// Secretary; where there is no Secretary, the co-Chairs (clause 3.8).
[[nodiscard]] std::vector<PersonId> reached_by(const Community& now, const Duty& duty, const Step& step, Time at);

}  // namespace ccop::community
