// What the work-plan's chapters share: when priorities and groups end, and who is told before.
#pragma once

#include "community/kernel/clause.hpp"
#include "community/kernel/ruling.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {

/// Nothing of the work-plan is planned for longer.
inline constexpr std::uint32_t most_work_days = 5 * 366;

/// The work-plan is the Management Committee's to keep (clause 5.7).
[[nodiscard]] inline std::optional<Refusal> objection_unless_committee(const Community& now, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::management, sentence::only_committee_keeps_the_work_plan);
}

[[nodiscard]] inline std::optional<Refusal> objection_to_end(Time ends, Time at) {
  if (ends <= at || ends > at + days{most_work_days})
    return refuse(clause::work_plan, sentence::work_ends_within, most_work_days);
  return std::nullopt;
}

/// When people are told that something is about to end by itself.
[[nodiscard]] inline std::vector<Time> warnings_before(const Community& now, Time ends) {
  std::vector<Time> warnings;
  for (const std::uint32_t before : charter(now).work_plan.warn_before_end_days)
    warnings.push_back(ends - days{before});
  return warnings;
}

/// The first of these warnings; where it began later, then.
[[nodiscard]] inline Time warned_from(const Community& now, Time ends, Time began) {
  const auto warnings = warnings_before(now, ends);
  return warnings.empty() ? ends : std::max(began, *std::ranges::min_element(warnings));
}

}  // namespace ccop::community
