// What can happen to the charter: amendments, proposed, adopted and in force (clause 7.2).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

namespace ccop::community {

/// A new charter is proposed, in full; `motion` decides on it (clause 7.2).
struct AmendmentProposed {
  AmendmentId amendment;
  MotionId motion;
  std::string charter;
  Time in_force_from;
};
BOOST_DESCRIBE_STRUCT(AmendmentProposed, (), (amendment, motion, charter, in_force_from))

struct AmendmentAdopted {
  AmendmentId amendment;
};
BOOST_DESCRIBE_STRUCT(AmendmentAdopted, (), (amendment))

/// From here on acts are judged by this charter.
struct AmendmentTookForce {
  AmendmentId amendment;
};
BOOST_DESCRIBE_STRUCT(AmendmentTookForce, (), (amendment))

using AmendmentsActs = List<AmendmentProposed, AmendmentAdopted, AmendmentTookForce>;
template <OneOf<AmendmentsActs> T>
inline constexpr std::string_view act_chapter<T> = "amendments";

/// What each of them makes of the state.
struct Amendments;
void apply(Amendments& amendments, const AmendmentProposed& act);
void apply(Amendments& amendments, const AmendmentAdopted& act);
void apply(Amendments& amendments, const AmendmentTookForce& act, Time at);

}  // namespace ccop::community
