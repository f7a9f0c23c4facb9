// What can happen to the community's priorities: the direction that they follow (clause 7.1), their review in plenary
// (7.2), and who opts in or out (7.4).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"
#include "community/priorities/values.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// A letter of the network or the committee above.
struct DirectionReceived {
  DirectionId direction;
  ContentHash text;
  Time dated;
  PersonId entered_by;
};
BOOST_DESCRIBE_STRUCT(DirectionReceived, (), (direction, text, dated, entered_by))

struct PriorityProposed {
  PriorityId priority;
  ContentHash text;
  std::vector<DirectionId> directions;  ///< that it follows
  Time ends;                            ///< it ends by itself then
  PersonId proposed_by;
};
BOOST_DESCRIBE_STRUCT(PriorityProposed, (), (priority, text, directions, ends, proposed_by))

/// The next version of a proposal.
struct PriorityRevised {
  PriorityId priority;
  ContentHash text;
  std::vector<DirectionId> directions;
  Time ends;
  PersonId revised_by;
};
BOOST_DESCRIBE_STRUCT(PriorityRevised, (), (priority, text, directions, ends, revised_by))

struct PriorityWithdrawn {
  PriorityId priority;
};
BOOST_DESCRIBE_STRUCT(PriorityWithdrawn, (), (priority))

/// An executive session decides on it, by a motion whose text is the priority's.
struct PriorityPutToReview {
  PriorityId priority;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(PriorityPutToReview, (), (priority, motion))

/// What the membership decided: it is in effect from here on, or declined.
struct PriorityReviewed {
  PriorityId priority;
  bool adopted;
};
BOOST_DESCRIBE_STRUCT(PriorityReviewed, (), (priority, adopted))

/// The review came to no result; it is a proposal again.
struct PriorityReviewDropped {
  PriorityId priority;
};
BOOST_DESCRIBE_STRUCT(PriorityReviewDropped, (), (priority))

/// A Member says in or out, or takes back what it said.
struct StanceTaken {
  PriorityId priority;
  OrganizationId organization;
  PersonId person;
  std::optional<Stance> stance;
};
BOOST_DESCRIBE_STRUCT(StanceTaken, (), (priority, organization, person, stance))

/// It goes on for longer, as that decision says.
struct PriorityExtended {
  PriorityId priority;
  Time ends;
  DecisionId decision;
};
BOOST_DESCRIBE_STRUCT(PriorityExtended, (), (priority, ends, decision))

/// It is over: as a decision says, else because its time has passed.
struct PriorityEnded {
  PriorityId priority;
  std::optional<DecisionId> decision;
};
BOOST_DESCRIBE_STRUCT(PriorityEnded, (), (priority, decision))

using PrioritiesActs =
    List<DirectionReceived, PriorityProposed, PriorityRevised, PriorityWithdrawn, PriorityPutToReview, PriorityReviewed,
         PriorityReviewDropped, StanceTaken, PriorityExtended, PriorityEnded>;
template <OneOf<PrioritiesActs> T>
inline constexpr std::string_view act_chapter<T> = "priorities";

/// What each of them makes of the state.
struct Priorities;
void apply(Priorities& priorities, const DirectionReceived& act, Time at);
void apply(Priorities& priorities, const PriorityProposed& act, Time at);
void apply(Priorities& priorities, const PriorityRevised& act, Time at);
void apply(Priorities& priorities, const PriorityWithdrawn& act, Time at);
void apply(Priorities& priorities, const PriorityPutToReview& act);
void apply(Priorities& priorities, const PriorityReviewed& act, Time at);
void apply(Priorities& priorities, const PriorityReviewDropped& act);
void apply(Priorities& priorities, const StanceTaken& act, Time at);
void apply(Priorities& priorities, const PriorityExtended& act);
void apply(Priorities& priorities, const PriorityEnded& act, Time at);

}  // namespace ccop::community
