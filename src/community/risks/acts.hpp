// What can happen to the register of risks (clause 2.5).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

struct RiskProposed {
  RiskId risk;
  ContentHash text;
  std::vector<ItemId> items;  ///< of the work-plan, that treat it
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(RiskProposed, (), (risk, text, items, person))

/// It stands in the register from here on.
struct RiskTakenUp {
  RiskId risk;
  OrganizationId owner;
  Time review_by;
};
BOOST_DESCRIBE_STRUCT(RiskTakenUp, (), (risk, owner, review_by))

struct RiskDeclined {
  RiskId risk;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(RiskDeclined, (), (risk, reason))

/// It is described anew; how it was described before stays.
struct RiskRevised {
  RiskId risk;
  ContentHash text;
  std::vector<ItemId> items;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(RiskRevised, (), (risk, text, items, person))

/// Somebody looked whether what is written of it still holds.
struct RiskReviewed {
  RiskId risk;
  ContentHash note;
  Time review_by;  ///< the next time
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(RiskReviewed, (), (risk, note, review_by, person))

struct RiskHandedOver {
  RiskId risk;
  OrganizationId owner;
};
BOOST_DESCRIBE_STRUCT(RiskHandedOver, (), (risk, owner))

struct RiskClosed {
  RiskId risk;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(RiskClosed, (), (risk, reason))

using RisksActs = List<RiskProposed, RiskTakenUp, RiskDeclined, RiskRevised, RiskReviewed, RiskHandedOver, RiskClosed>;
template <OneOf<RisksActs> T>
inline constexpr std::string_view act_chapter<T> = "risks";

/// What each of them makes of the state.
struct Risks;
void apply(Risks& risks, const RiskProposed& act, Time at);
void apply(Risks& risks, const RiskTakenUp& act, Time at);
void apply(Risks& risks, const RiskDeclined& act, Time at);
void apply(Risks& risks, const RiskRevised& act, Time at);
void apply(Risks& risks, const RiskReviewed& act, Time at);
void apply(Risks& risks, const RiskHandedOver& act, Time at);
void apply(Risks& risks, const RiskClosed& act, Time at);

}  // namespace ccop::community
