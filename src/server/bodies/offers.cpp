#include "server/bodies/offers.hpp"

#include "community/bodies/commands.hpp"

namespace ccop::server {

using namespace community;

namespace {

/// Some position that nobody has held yet is for the reader to fill.
bool seats_founding_co_chairs(const Reading& here) {
  const std::uint32_t positions = charter(here.state).bodies.co_chairs;
  for (std::uint32_t position = 0; position < positions; ++position)
    if (here.offers<SeatFoundingCoChair>(position)) return true;
  return false;
}

}  // namespace

May offers_on_bodies(const Reading& here) {
  May may = here.may<ResignCoChair, AppointSecretary>();
  may.add_if<SeatFoundingCoChair>(seats_founding_co_chairs(here));
  return may;
}

}  // namespace ccop::server
