// What awaits somebody: each chapter says what of its own does, and the desk puts it together.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

/// What a task is about: one of these numbers, and how it is called.
struct TaskSubject {
  Words title;
  std::optional<community::MotionId> motion{};
  std::optional<community::MeetingId> meeting{};
  std::optional<community::ProposalId> proposal{};
  std::optional<community::SeatChangeId> change{};
  std::optional<community::PersonId> person{};
  std::optional<std::uint32_t> position{};
  std::optional<community::OrganizationId> organization{};
  std::optional<community::ElectionId> election{};
  std::optional<community::PriorityId> priority{};
  std::optional<community::GroupId> group{};
  std::optional<community::ItemId> item{};
  std::optional<community::RoundId> round{};
  std::optional<community::RiskId> risk{};
  std::optional<Hash> link_key{};      ///< of whoever asks for a recovery, who tells its words by another way
  std::optional<ShownView> wording{};  ///< of what is decided at the desk itself
};
BOOST_DESCRIBE_STRUCT(TaskSubject, (),
                      (title, motion, meeting, proposal, change, person, position, organization, election, priority,
                       group, item, round, risk, link_key, wording))

struct DeskTask {
  std::string kind;
  TaskSubject about;
  OrNull<Time> by{};
};
BOOST_DESCRIBE_STRUCT(DeskTask, (), (kind, about, by))

}  // namespace ccop::server
