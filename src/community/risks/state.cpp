#include "community/risks/state.hpp"

#include "community/membership/state.hpp"
#include "community/risks/acts.hpp"

namespace ccop::community {
namespace {

void own(Risk& risk, OrganizationId owner, Time at) {
  risk.owner = owner;
  risk.owned_since = at;
}

void end(Risk& risk, RiskState state, const ContentHash& reason, Time at) {
  risk.state = state;
  risk.reason = reason;
  risk.over_at = at;
}

}  // namespace

std::optional<OrganizationId> owner_of(const Community& now, const Risk& risk, Time at) {
  if (risk.owner && membership(now).organizations[*risk.owner].belongs(at)) return risk.owner;
  return std::nullopt;
}

void apply(Risks& risks, const RiskProposed& act, Time at) {
  risks.all.add({}).versions.push_back({act.text, act.items, act.person, at});
}

void apply(Risks& risks, const RiskTakenUp& act, Time at) {
  Risk& risk = risks.all[act.risk];
  risk.state = RiskState::open;
  risk.taken_up_at = at;
  risk.review_by = act.review_by;
  own(risk, act.owner, at);
}

void apply(Risks& risks, const RiskDeclined& act, Time at) {
  end(risks.all[act.risk], RiskState::declined, act.reason, at);
}

void apply(Risks& risks, const RiskRevised& act, Time at) {
  risks.all[act.risk].versions.push_back({act.text, act.items, act.person, at});
}

void apply(Risks& risks, const RiskReviewed& act, Time at) {
  Risk& risk = risks.all[act.risk];
  risk.reviews.push_back({act.note, act.person, at});
  risk.review_by = act.review_by;
}

void apply(Risks& risks, const RiskHandedOver& act, Time at) {
  own(risks.all[act.risk], act.owner, at);
}

void apply(Risks& risks, const RiskClosed& act, Time at) {
  end(risks.all[act.risk], RiskState::closed, act.reason, at);
}

}  // namespace ccop::community
