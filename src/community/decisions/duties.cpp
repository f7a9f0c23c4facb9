// What is owed so that motions are decided: silence that is read before it counts, and motions that wait to be put.
#include "community/decisions/chapter.hpp"
#include "community/decisions/delivery.hpp"
#include "community/kernel/clause.hpp"

namespace ccop::community {
namespace {

/// Each seat is to read the text, and the Secretary to see to it that the text comes to each.
void add_silence_duties(const Community& now, MotionId id, Time at, Duties& found) {
  const Motion& motion = decisions(now).motions[id];
  for (const SilentSeat& seat : silent_seats(now, motion, at))
    found.push_back({.what = {.kind = "silence", .by = seat.by, .motion = id},
                     .clause = clause::release,
                     .owner = Owner::seat,
                     .seat = seat.organization,
                     .since = motion.opened_at.value(),
                     .met_by = seat.is_asked ? wire_name<SeeMotion>() : ""});
  if (const auto since = reaching_since(now, motion, at))
    found.push_back({.what = {.kind = "reach-seats", .by = motion.deadline, .motion = id},
                     .clause = clause::release,
                     .owner = Owner::secretary,
                     .since = *since,
                     .met_by = wire_name<AttestDelivery>()});
}

}  // namespace

void DecisionsChapter::duties(const Community& now, Time at, Duties& found) {
  for (const MotionId id : decisions(now).motions.ids()) {
    const Motion& motion = decisions(now).motions[id];
    if (motion.state == MotionState::open && motion.deadline) add_silence_duties(now, id, at, found);
    if (motion.state == MotionState::proposed && !motion.session)
      found.push_back({.what = {.kind = "open-silence", .by = {}, .motion = id},
                       .clause = clause::management,
                       .owner = Owner::committee,
                       .since = motion.closed_at.value_or(motion.proposed_at),  // it may have lapsed since
                       .met_by = wire_name<OpenMotion>()});
  }
}

}  // namespace ccop::community
