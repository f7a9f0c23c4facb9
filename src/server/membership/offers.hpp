// What a reader may do about seats, mandates and Observers.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

[[nodiscard]] bool may_propose_observer(const Reading& here);
[[nodiscard]] May offers_on_organization(const Reading& here, community::OrganizationId id);
[[nodiscard]] May offers_on_seat_change(const Reading& here, community::SeatChangeId id);
[[nodiscard]] May offers_on_mandate(const Reading& here, community::MandateId id);
[[nodiscard]] May offers_on_proposal(const Reading& here, community::ProposalId id);

}  // namespace ccop::server
