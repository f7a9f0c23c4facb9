// The direction that was received, and the priorities as they stand: each with all its versions, and who is in.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"
#include "community/priorities/values.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace ccop::community {

struct Direction {
  ContentHash text{};
  Time dated{};
  PersonId entered_by{};
  Time entered_at{};
};
BOOST_DESCRIBE_STRUCT(Direction, (), (text, dated, entered_by, entered_at))

struct PriorityVersion {
  ContentHash text{};
  std::vector<DirectionId> directions;
  Time ends{};
  PersonId by{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(PriorityVersion, (), (text, directions, ends, by, at))

/// What a Member said last of a priority; it may have taken it back.
struct SaidStance {
  OrganizationId organization{};
  std::optional<Stance> stance;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(SaidStance, (), (organization, stance, at))

enum class PriorityState { proposed, under_review, in_effect, declined, withdrawn, ended };
BOOST_DESCRIBE_ENUM(PriorityState, proposed, under_review, in_effect, declined, withdrawn, ended)

struct Priority {
  PriorityState state{};
  std::vector<PriorityVersion> versions;  ///< at least one; the last one holds
  Time ends{};
  std::optional<MotionId> motion;  ///< that decides on it, or decided
  std::vector<SaidStance> stances;
  std::optional<Time> since{};  ///< when it took effect
  std::optional<Time> over_at;
  std::optional<DecisionId> over_by;  ///< nothing where its time had passed
  std::vector<DecisionId> extended_by;

  [[nodiscard]] const PriorityVersion& version() const { return versions.back(); }
  [[nodiscard]] Wording wording() const { return {{version().text}, {}}; }
  [[nodiscard]] const SaidStance* said_by(OrganizationId organization) const;
  [[nodiscard]] std::optional<Stance> stance_of(OrganizationId organization) const;
  [[nodiscard]] bool is_open() const { return state <= PriorityState::in_effect; }
};
BOOST_DESCRIBE_STRUCT(Priority, (), (state, versions, ends, motion, stances, since, over_at, over_by, extended_by))

struct Priorities {
  Table<Direction, DirectionId> directions;
  Table<Priority, PriorityId> all;

  [[nodiscard]] const Priority* find(PriorityId id) const { return all.find(id); }
  /// The first that nothing is decided on any more, and whose time has passed.
  [[nodiscard]] std::optional<PriorityId> past_its_end(Time at) const;
};
BOOST_DESCRIBE_STRUCT(Priorities, (), (directions, all))

[[nodiscard]] inline const Priorities& priorities(const Community& now) {
  return of<Priorities>(now);
}

/// A priority's text as it stands; nothing of one that is not there.
[[nodiscard]] Wording wording_of(const Community& now, PriorityId priority);

}  // namespace ccop::community
