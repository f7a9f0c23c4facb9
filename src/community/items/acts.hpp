// What can happen to milestones and action items of the work-plan (clauses 2.7, 3.8, 7.3).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/items/values.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

struct ItemAdded {
  ItemId item;
  ItemKind kind;
  ContentHash text;
  OrganizationId holder;
  std::optional<GroupId> group;
  std::optional<DecisionId> decision;  ///< that asked for it
  std::optional<Time> due;
};
BOOST_DESCRIBE_STRUCT(ItemAdded, (), (item, kind, text, holder, group, decision, due))

/// It says something else, or is due at another time.
struct ItemChanged {
  ItemId item;
  ContentHash text;
  std::optional<Time> due;
};
BOOST_DESCRIBE_STRUCT(ItemChanged, (), (item, text, due))

struct ItemHandedOver {
  ItemId item;
  OrganizationId holder;
};
BOOST_DESCRIBE_STRUCT(ItemHandedOver, (), (item, holder))

struct ItemStarted {
  ItemId item;
};
BOOST_DESCRIBE_STRUCT(ItemStarted, (), (item))

/// It can't go on: because of other items, for a reason, or both.
struct ItemBlocked {
  ItemId item;
  std::vector<ItemId> blocked_by;
  std::optional<ContentHash> reason;
};
BOOST_DESCRIBE_STRUCT(ItemBlocked, (), (item, blocked_by, reason))

struct ItemFinished {
  ItemId item;
  ContentHash evidence;
};
BOOST_DESCRIBE_STRUCT(ItemFinished, (), (item, evidence))

/// Nobody will do it, for that reason.
struct ItemDropped {
  ItemId item;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(ItemDropped, (), (item, reason))

using ItemsActs = List<ItemAdded, ItemChanged, ItemHandedOver, ItemStarted, ItemBlocked, ItemFinished, ItemDropped>;
template <OneOf<ItemsActs> T>
inline constexpr std::string_view act_chapter<T> = "items";

/// What each of them makes of the state.
struct Items;
void apply(Items& items, const ItemAdded& act, Time at);
void apply(Items& items, const ItemChanged& act, Time at);
void apply(Items& items, const ItemHandedOver& act, Time at);
void apply(Items& items, const ItemStarted& act, Time at);
void apply(Items& items, const ItemBlocked& act, Time at);
void apply(Items& items, const ItemFinished& act, Time at);
void apply(Items& items, const ItemDropped& act, Time at);

}  // namespace ccop::community
