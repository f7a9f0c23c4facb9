// How a motion stands while it is open, as pages show it: who objects and why, and what its vote still needs.
#pragma once

#include "community/decisions/state.hpp"
#include "server/kernel/reading.hpp"

namespace ccop::server {

/// That an organization objects, and why.
struct ObjectionView {
  std::string organization;
  Words reason;
  bool own{};  ///< of the reader's seat
};
BOOST_DESCRIBE_STRUCT(ObjectionView, (), (organization, reason, own))

/// A share that must be exceeded.
struct ShareView {
  std::uint32_t numerator{};
  std::uint32_t denominator{};
};
BOOST_DESCRIBE_STRUCT(ShareView, (), (numerator, denominator))

/// Of a vote that runs in a session.
struct RunningVoteView {
  std::uint64_t present{};  ///< Members who are here, and vote
  ShareView majority;
  bool abstentions_count{};
  std::optional<std::vector<std::string>> missing;  ///< which of them have not voted; for whoever may close it
};
BOOST_DESCRIBE_STRUCT(RunningVoteView, (), (present, majority, abstentions_count, missing))

/// For the Members, the committee and the mover; nobody else is told.
[[nodiscard]] std::vector<ObjectionView> objections_view(const Reading& here, const community::Motion& motion);
/// Nothing of a motion that is not voted on now.
[[nodiscard]] std::optional<RunningVoteView> running_vote(const Reading& here, community::MotionId id);

}  // namespace ccop::server
