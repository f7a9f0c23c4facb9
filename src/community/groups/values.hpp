// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

namespace ccop::community {

/// The Traffic Light Protocol's, version 2.0: how far what the group works on may go.
enum class GroupMarking { clear, green, amber, amber_strict, red };
BOOST_DESCRIBE_ENUM(GroupMarking, clear, green, amber, amber_strict, red)

/// What taking part asks of an organization, and until when.
struct GroupFrame {
  GroupMarking marking{};
  std::uint32_t lead_hours{};    ///< a month, of the Lead (clause 5.1)
  std::uint32_t member_hours{};  ///< a month, of each of the others
  Time kickoff_by{};
  Time plan_by{};
  Time ends{};
  bool operator==(const GroupFrame&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupFrame, (), (marking, lead_hours, member_hours, kickoff_by, plan_by, ends))

/// What its Lead proposes when the assignment can't be fulfilled.
enum class WayOn { new_lead, narrower, end };
BOOST_DESCRIBE_ENUM(WayOn, new_lead, narrower, end)

enum class GroupEnding { its_time_passed, without_lead, decided };
BOOST_DESCRIBE_ENUM(GroupEnding, its_time_passed, without_lead, decided)

enum class GroupStanding { as_planned, late, blocked };
BOOST_DESCRIBE_ENUM(GroupStanding, as_planned, late, blocked)

}  // namespace ccop::community
