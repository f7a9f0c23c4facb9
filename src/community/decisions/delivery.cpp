#include "community/decisions/delivery.hpp"

#include "community/decisions/acts.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool is_member(const Community& now, OrganizationId id, Time at) {
  const Organization* organization = membership(now).find(id);
  return organization != nullptr && organization->status == Status::member && organization->belongs(at);
}

hours floor_of(const Community& now) {
  return hours{charter(now).voting.silence_floor_hours};
}

}  // namespace

std::vector<OrganizationId> asked_at(const Community& now, const Motion& motion, Time at) {
  std::vector<OrganizationId> found;
  for (const AskedSeat& seat : motion.asked)
    if (is_member(now, seat.organization, at)) found.push_back(seat.organization);
  return found;
}

std::vector<OrganizationId> unreached(const Community& now, const Motion& motion, Time at) {
  auto found = asked_at(now, motion, at);
  std::erase_if(found, [&](OrganizationId id) { return motion.asks(id)->reached().has_value(); });
  return found;
}

SilenceClock clock_of(const Community& now, const Motion& motion, Time at) {
  const Time deadline = motion.deadline.value();
  if (motion.asked.empty() || result_of({}, motion, charter(now), true).outcome == Outcome::objected)
    return {deadline, false};
  Time ends = deadline;
  for (const OrganizationId id : asked_at(now, motion, at)) {
    const auto reached = motion.asks(id)->reached();
    if (!reached) return {deadline + longest_wait, true};
    ends = std::max(ends, *reached + floor_of(now));
  }
  return {ends, false};
}

std::vector<OrganizationId> resting_on_the_host(const Community& now, const Motion& motion, Time at) {
  auto found = asked_at(now, motion, at);
  std::erase_if(found, [&](OrganizationId id) {
    const auto reached = motion.asks(id)->reached_as_signed();
    return reached && *reached + floor_of(now) <= at;
  });
  return found;
}

std::vector<SilentSeat> silent_seats(const Community& now, const Motion& motion, Time at) {
  const SilenceClock clock = clock_of(now, motion, at);
  std::vector<SilentSeat> found;
  for (const OrganizationId id : membership(now).roll(at)) {
    if (!speaker_for(now, id, at) || motion.has_objected(id)) continue;
    const AskedSeat* seat = motion.asks(id);
    if (seat != nullptr && seat->seen) continue;
    const bool is_waited_for = seat != nullptr && !seat->reached();
    found.push_back({id, is_waited_for ? *motion.deadline : clock.ends, seat != nullptr});
  }
  return found;
}

std::optional<Time> reaching_since(const Community& now, const Motion& motion, Time at) {
  const Time since = std::max(motion.opened_at.value(), *motion.deadline - reaching_begins);
  if (at < since || !clock_of(now, motion, at).waits) return std::nullopt;
  return since;
}

}  // namespace ccop::community
