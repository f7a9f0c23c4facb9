#include "server/decisions/delivery_views.hpp"

#include "community/decisions/commands.hpp"
#include "community/decisions/delivery.hpp"
#include "community/kernel/standing.hpp"

namespace ccop::server {

using namespace community;

namespace {

/// Of a motion that runs: until when, and for whom it waits.
void add_clock(const Reading& here, MotionId id, const Motion& motion, SilenceDeliveryView& view) {
  const SilenceClock clock = clock_of(here.state, motion, here.now);
  view.ends = clock.ends;
  view.waits = clock.waits;
  view.stands = clock.waits && *motion.deadline <= here.now;
  for (const OrganizationId seat : unreached(here.state, motion, here.now))
    view.unreached.push_back({seat, key_of(here, seat), here.may<AttestDelivery>(id, seat)});
}

}  // namespace

std::optional<SilenceDeliveryView> delivery_view(const Reading& here, MotionId id) {
  const Motion& motion = decisions(here.state).motions[id];
  if (motion.asked.empty()) return std::nullopt;
  SilenceDeliveryView view;
  view.hours = charter(here.state).voting.silence_floor_hours;
  view.ends = motion.deadline.value();
  if (motion.state == MotionState::open) add_clock(here, id, motion, view);
  for (const AskedSeat& seat : motion.asked) {
    ++view.asked;
    if (seat.reached()) ++view.reached;
    if (seat.attested)
      view.told.push_back({key_of(here, seat.organization), seat.attested->at, Words::of(seat.attested->words)});
  }
  view.on_the_hosts_word = static_cast<std::uint32_t>(motion.on_the_hosts_word.size());
  if (!is_committee(here.state, here.person, here.now)) return view;
  for (const OrganizationId seat : motion.on_the_hosts_word)
    if (const auto& reported = motion.asks(seat)->reported)
      view.reported.push_back({key_of(here, seat), reported->at, Words::of(reported->words)});
  return view;
}

}  // namespace ccop::server
