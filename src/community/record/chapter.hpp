// The community as a whole: its founding, its deadlines, erasure.
#pragma once

#include "community/bodies/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/people/state.hpp"
#include "community/record/acts.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

struct RecordChapter {
  static constexpr std::string_view name = "record";
  using State = Record;
  using Acts = RecordActs;
  using Commands = RecordCommands;
  using Reads = List<People, Bodies>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);
};
static_assert(complete<RecordChapter>());

}  // namespace ccop::community
