// What awaits somebody: each chapter names its own, and the desk shows them all.
#pragma once

#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace ccop::community {

/// Something that a person could do now, or should by a time. The ids say what it is about.
struct Task {
  std::string_view kind;
  std::optional<Time> by;
  std::optional<PersonId> person{};
  std::optional<OrganizationId> organization{};
  std::optional<MeetingId> meeting{};
  std::optional<MotionId> motion{};
  std::optional<ElectionId> election{};
  std::optional<ProposalId> proposal{};
  std::optional<SeatChangeId> change{};
  std::optional<std::uint32_t> position{};
  std::optional<PriorityId> priority{};
  std::optional<GroupId> group{};
  std::optional<ItemId> item{};
  std::optional<RiskId> risk{};
};

}  // namespace ccop::community
