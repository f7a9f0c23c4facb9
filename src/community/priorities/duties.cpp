// What is owed so that priorities are reviewed and don't end unnoticed; and whom the desk asks whether it is in.
#include "community/kernel/clause.hpp"
#include "community/kernel/owed.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/work.hpp"
#include "community/priorities/chapter.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// The start of the next executive session that could review it.
std::optional<Time> next_executive_session(const Community& now, Time at) {
  std::optional<Time> soonest;
  for (const Session& session : meetings(now).sessions) {
    const bool comes = session.kind == SessionKind::executive && !session.removed && !session.closed_at &&
                       session.starts > at && meetings(now).all[session.meeting].state == MeetingState::published;
    if (comes && (!soonest || session.starts < *soonest)) soonest = session.starts;
  }
  return soonest;
}

}  // namespace

std::vector<Task> PrioritiesChapter::tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> found = tasks_from_duties<PrioritiesChapter>(now, person, at);
  const auto member = speaking_member(now, person, at);
  if (!member) return found;
  for (const PriorityId id : priorities(now).all.ids()) {
    const Priority& priority = priorities(now).all[id];
    // To take back what one said is to leave it unsaid: one is not asked again.
    if (priority.state == PriorityState::in_effect && priority.said_by(*member) == nullptr)
      found.push_back({.kind = "take-stance", .by = {}, .priority = id});
  }
  return found;
}

void PrioritiesChapter::duties(const Community& now, Time at, Duties& found) {
  std::optional<std::optional<Time>> next_session;
  for (const PriorityId id : priorities(now).all.ids()) {
    const Priority& priority = priorities(now).all[id];
    if (priority.state == PriorityState::proposed) {
      if (!next_session) next_session = next_executive_session(now, at);
      found.push_back({.what = {.kind = "review-priority", .by = *next_session, .priority = id},
                       .clause = clause::plenary_review,
                       .owner = Owner::committee,
                       .since = priority.version().at,
                       .met_by = wire_name<ReviewPriority>()});
    }
    if (priority.state != PriorityState::in_effect || priority.ends <= at) continue;
    const Time warned = warned_from(now, priority.ends, *priority.since);
    if (warned <= at)
      found.push_back({.what = {.kind = "priority-ends", .by = priority.ends, .priority = id},
                       .clause = clause::work_plan,
                       .owner = Owner::committee,
                       .since = warned,
                       .met_by = "",
                       .announced_at = warnings_before(now, priority.ends)});
  }
}

}  // namespace ccop::community
