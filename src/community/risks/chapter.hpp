// The register of risks, by confidentiality, integrity, availability and reliability (clause 2.5). How Members rate
// them is asked in rounds (exposure/).
#pragma once

#include "community/items/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/membership/state.hpp"
#include "community/risks/acts.hpp"
#include "community/risks/commands.hpp"
#include "community/risks/state.hpp"

namespace ccop::community {

struct RisksChapter {
  static constexpr std::string_view name = "risks";
  using State = Risks;
  using Subject = RiskId;
  using Acts = RisksActs;
  using Commands = RisksCommands;
  using Reads = List<Membership, Items>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);
};
static_assert(complete<RisksChapter>());

}  // namespace ccop::community
