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
  std::optional<community::PersonId> person{};
  std::optional<std::uint32_t> position{};
  std::optional<community::OrganizationId> organization{};
  std::optional<community::ElectionId> election{};
  std::optional<Hash> link_key{};  ///< of whoever asks for a recovery, who tells its words by another way
};
BOOST_DESCRIBE_STRUCT(TaskSubject, (),
                      (title, motion, meeting, proposal, person, position, organization, election, link_key))

struct DeskTask {
  std::string kind;
  TaskSubject about;
  OrNull<Time> by{};
};
BOOST_DESCRIBE_STRUCT(DeskTask, (), (kind, about, by))

}  // namespace ccop::server
