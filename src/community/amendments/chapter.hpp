// Amendments of the charter (clause 7.2).
#pragma once

#include "community/amendments/acts.hpp"
#include "community/amendments/commands.hpp"
#include "community/amendments/state.hpp"
#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

struct AmendmentsChapter {
  static constexpr std::string_view name = "amendments";
  using State = Amendments;
  using Acts = AmendmentsActs;
  using Commands = AmendmentsCommands;
  using Reads = List<Record, Membership, Meetings, Decisions>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  /// An adopted motion adopts the amendment that it is about.
  using Follows = List<DecisionRegistered>;
  [[nodiscard]] static std::vector<Act> follow(const Community& now, const DecisionRegistered& act,
                                               std::span<const Act> before);
  /// The charter is the community's, and its organizations the membership's (clause 4.8).
  using Also = List<AmendmentTookForce>;
  static void also(Community& now, const AmendmentTookForce& act, Time at);
};
static_assert(complete<AmendmentsChapter>());

}  // namespace ccop::community
