// The Management Committee (clauses 3.1 to 3.7). Elections of co-Chairs are a chapter of their own.
#pragma once

#include "community/bodies/acts.hpp"
#include "community/bodies/commands.hpp"
#include "community/bodies/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/people/state.hpp"

namespace ccop::community {

struct BodiesChapter {
  static constexpr std::string_view name = "bodies";
  using State = Bodies;
  using Acts = BodiesActs;
  using Commands = BodiesCommands;
  using Reads = List<People>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);
};
static_assert(complete<BodiesChapter>());

}  // namespace ccop::community
