// Milestones and action items of the work-plan (clauses 2.7, 3.8, 7.3).
#pragma once

#include "community/decisions/state.hpp"
#include "community/groups/state.hpp"
#include "community/items/acts.hpp"
#include "community/items/commands.hpp"
#include "community/items/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/membership/state.hpp"

namespace ccop::community {

struct ItemsChapter {
  static constexpr std::string_view name = "items";
  using State = Items;
  using Subject = ItemId;
  using Acts = ItemsActs;
  using Commands = ItemsCommands;
  using Reads = List<Membership, Decisions, Groups>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);
};
static_assert(complete<ItemsChapter>());

}  // namespace ccop::community
