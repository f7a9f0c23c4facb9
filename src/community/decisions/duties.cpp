// What is owed so that motions are decided: silence that is read before it counts, and motions that wait to be put.
#include "community/decisions/chapter.hpp"
#include "community/kernel/clause.hpp"

namespace ccop::community {

void DecisionsChapter::duties(const Community& now, Time at, Duties& found) {
  for (const MotionId id : decisions(now).motions.ids()) {
    const Motion& motion = decisions(now).motions[id];
    if (motion.state == MotionState::open && motion.deadline && at < *motion.deadline)
      found.push_back({.what = {.kind = "silence", .by = motion.deadline, .motion = id},
                       .clause = clause::release,
                       .owner = Owner::membership,
                       .since = motion.opened_at.value_or(motion.proposed_at),
                       .met_by = ""});
    if (motion.state == MotionState::proposed && !motion.session)
      found.push_back({.what = {.kind = "open-silence", .by = {}, .motion = id},
                       .clause = clause::management,
                       .owner = Owner::committee,
                       .since = motion.proposed_at,
                       .met_by = wire_name<OpenMotion>()});
  }
}

}  // namespace ccop::community
