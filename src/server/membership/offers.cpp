#include "server/membership/offers.hpp"

#include "community/membership/commands.hpp"
#include "community/membership/state.hpp"

namespace ccop::server {

using namespace community;

bool may_propose_observer(const Reading& here) {
  return here.offers<ProposeObserver>();
}

May offers_on_organization(const Reading& here, OrganizationId id) {
  const bool is_held = membership(here.state).holder(id, MandateKind::main, here.now).has_value();
  May may;
  // A seat that is held is passed on; one that is vacant is filled.
  may.add_if<SucceedRepresentative>(is_held && here.offers<SucceedRepresentative>(id));
  may.add_if<AppointRepresentative>(!is_held && here.offers<AppointRepresentative>(id));
  if (membership(here.state).own_organization(here.person, here.now) == id)
    may.add(here.may<NameAlternate, DeclareAbsence, EndAbsence, LeaveAsObserver>());
  may.add_if<ProposeObserverEnd>(here.offers<ProposeObserverEnd>(id));
  return may;
}

May offers_on_seat_change(const Reading& here, SeatChangeId id) {
  return here.may<ConfirmSeatChange, WithdrawSeatChange>(id);
}

May offers_on_mandate(const Reading& here, MandateId id) {
  return here.may<EndMandate>(id);
}

May offers_on_proposal(const Reading& here, ProposalId id) {
  return here.may<CommentOnObserver, DecideOnObserver>(id);
}

}  // namespace ccop::server
