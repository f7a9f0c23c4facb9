// What the acts, the commands and the state of this chapter are made of.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

enum class SessionKind { open, members_only, executive };
BOOST_DESCRIBE_ENUM(SessionKind, open, members_only, executive)

/// How a motion was voted on in a room: the votes for each choice, abstentions last.
struct MotionCounts {
  MotionId motion{};
  std::vector<std::uint32_t> votes;
  bool operator==(const MotionCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(MotionCounts, (), (motion, votes))

/// What happened in a room in numbers, such as whoever was there can count from the acts that they read (clause 5.5).
struct RoomCounts {
  std::uint32_t acts{};               ///< that are sealed
  std::uint32_t people{};             ///< who came in at some time
  std::uint32_t seats{};              ///< for which they came
  std::vector<MotionCounts> motions;  ///< that were voted on, in the order of their first votes
  bool operator==(const RoomCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(RoomCounts, (), (acts, people, seats, motions))

}  // namespace ccop::community
