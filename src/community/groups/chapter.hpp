// Working groups and their Leads (clauses 2.6, 3.1, 5.8, 6.7, 6.8, 7.4, 7.5).
#pragma once

#include "community/decisions/state.hpp"
#include "community/groups/acts.hpp"
#include "community/groups/commands.hpp"
#include "community/groups/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/membership/state.hpp"
#include "community/priorities/state.hpp"

namespace ccop::community {

struct GroupsChapter {
  static constexpr std::string_view name = "groups";
  using State = Groups;
  using Subject = GroupId;
  using Acts = GroupsActs;
  using Commands = GroupsCommands;
  using Reads = List<Membership, Decisions, Priorities>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);
};
static_assert(complete<GroupsChapter>());

}  // namespace ccop::community
