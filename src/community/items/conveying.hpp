// What Members convey to their own governing bodies: the decisions of the register, and what working groups delivered
// (clause 5.3). What came of it at home is no act of the record, for there each act names whose it is; who may say it,
// and of what, is asked here.
#pragma once

#include "community/kernel/part.hpp"
#include "community/kernel/ruling.hpp"

#include <compare>
#include <variant>
#include <vector>

namespace ccop::community {

/// One of both is there.
struct Recommendation {
  std::optional<DecisionId> decision;
  std::optional<ItemId> item;  ///< a milestone of a working group
  auto operator<=>(const Recommendation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Recommendation, (), (decision, item))

/// The Member for which this person says what came of a recommendation; or why they say nothing.
[[nodiscard]] std::variant<OrganizationId, Refusal> conveying_member(const Community& now, PersonId person, Time at);

/// Why nothing can be said of this: there is no such thing, or it is not done, or nobody recommends it.
[[nodiscard]] std::optional<Refusal> objection_to_conveying(const Community& now, const Recommendation& about);

/// What working groups delivered: all of which something can be said besides decisions.
[[nodiscard]] std::vector<ItemId> delivered(const Community& now);

}  // namespace ccop::community
