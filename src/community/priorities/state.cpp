#include "community/priorities/state.hpp"

#include "community/priorities/acts.hpp"

#include <algorithm>

namespace ccop::community {

const SaidStance* Priority::said_by(OrganizationId organization) const {
  const auto found = std::ranges::find(stances, organization, &SaidStance::organization);
  return found == stances.end() ? nullptr : &*found;
}

std::optional<Stance> Priority::stance_of(OrganizationId organization) const {
  const SaidStance* said = said_by(organization);
  return said == nullptr ? std::nullopt : said->stance;
}

std::optional<PriorityId> Priorities::past_its_end(Time at) const {
  for (const PriorityId id : all.ids())
    if (all[id].is_open() && all[id].state != PriorityState::under_review && all[id].ends <= at) return id;
  return std::nullopt;
}

Wording wording_of(const Community& now, PriorityId priority) {
  const Priority* found = priorities(now).find(priority);
  return found == nullptr ? Wording{} : found->wording();
}

void apply(Priorities& priorities, const DirectionReceived& act, Time at) {
  priorities.directions.add({act.text, act.dated, act.entered_by, at});
}

void apply(Priorities& priorities, const PriorityProposed& act, Time at) {
  Priority& priority = priorities.all.add({});
  priority.versions.push_back({act.text, act.directions, act.ends, act.proposed_by, at});
  priority.ends = act.ends;
}

void apply(Priorities& priorities, const PriorityRevised& act, Time at) {
  Priority& priority = priorities.all[act.priority];
  priority.versions.push_back({act.text, act.directions, act.ends, act.revised_by, at});
  priority.ends = act.ends;
}

void apply(Priorities& priorities, const PriorityWithdrawn& act, Time at) {
  Priority& priority = priorities.all[act.priority];
  priority.state = PriorityState::withdrawn;
  priority.over_at = at;
}

void apply(Priorities& priorities, const PriorityPutToReview& act) {
  Priority& priority = priorities.all[act.priority];
  priority.state = PriorityState::under_review;
  priority.motion = act.motion;
}

void apply(Priorities& priorities, const PriorityReviewed& act, Time at) {
  Priority& priority = priorities.all[act.priority];
  priority.state = act.adopted ? PriorityState::in_effect : PriorityState::declined;
  (act.adopted ? priority.since : priority.over_at) = at;
}

void apply(Priorities& priorities, const PriorityReviewDropped& act) {
  priorities.all[act.priority].state = PriorityState::proposed;
}

void apply(Priorities& priorities, const StanceTaken& act, Time at) {
  auto& stances = priorities.all[act.priority].stances;
  const auto said = std::ranges::find(stances, act.organization, &SaidStance::organization);
  if (said == stances.end())
    stances.push_back({act.organization, act.stance, at});
  else
    *said = {act.organization, act.stance, at};
}

void apply(Priorities& priorities, const PriorityExtended& act) {
  Priority& priority = priorities.all[act.priority];
  priority.ends = act.ends;
  priority.extended_by.push_back(act.decision);
}

void apply(Priorities& priorities, const PriorityEnded& act, Time at) {
  Priority& priority = priorities.all[act.priority];
  priority.state = PriorityState::ended;
  priority.over_at = at;
  priority.over_by = act.decision;
}

}  // namespace ccop::community
