#include "community/amendments/state.hpp"

#include "community/amendments/acts.hpp"

namespace ccop::community {

std::optional<AmendmentId> Amendments::due(Time at) const {
  for (const AmendmentId id : all.ids())
    if (all[id].adopted && !all[id].in_force_since && all[id].in_force_from <= at) return id;
  return std::nullopt;
}

void apply(Amendments& amendments, const AmendmentProposed& act) {
  amendments.all.add({act.motion, act.charter, act.in_force_from, false, {}});
}

void apply(Amendments& amendments, const AmendmentAdopted& act) {
  amendments.all[act.amendment].adopted = true;
}

void apply(Amendments& amendments, const AmendmentTookForce& act, Time at) {
  amendments.all[act.amendment].in_force_since = at;
}

}  // namespace ccop::community
