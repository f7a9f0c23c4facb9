// Direction, priorities, and who opts in (clauses 7.1, 7.2, 7.4).
#pragma once

#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/meetings/acts.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/priorities/acts.hpp"
#include "community/priorities/commands.hpp"
#include "community/priorities/state.hpp"

namespace ccop::community {

struct PrioritiesChapter {
  static constexpr std::string_view name = "priorities";
  using State = Priorities;
  using Subject = PriorityId;
  using Acts = PrioritiesActs;
  using Commands = PrioritiesCommands;
  using Reads = List<Membership, Meetings, Decisions>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// What the membership decides on a priority's motion decides on the priority; a motion that comes to no decision
  /// leaves it a proposal.
  using Follows = List<DecisionRegistered, MotionWithdrawn, SessionClosed, MeetingCancelled>;
  [[nodiscard]] static std::vector<Act> follow(const Community& now, const DecisionRegistered& act,
                                               std::span<const Act> before);
  [[nodiscard]] static std::vector<Act> follow(const Community& now, const MotionWithdrawn& act,
                                               std::span<const Act> before);
  [[nodiscard]] static std::vector<Act> follow(const Community& now, const SessionClosed& act,
                                               std::span<const Act> before);
  [[nodiscard]] static std::vector<Act> follow(const Community& now, const MeetingCancelled& act,
                                               std::span<const Act> before);
};
static_assert(complete<PrioritiesChapter>());

}  // namespace ccop::community
