// Milestones and action items as they stand, and all that happened to each.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/items/values.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace ccop::community {

enum class ItemState { open, under_way, blocked, done, dropped };
BOOST_DESCRIBE_ENUM(ItemState, open, under_way, blocked, done, dropped)

enum class ItemEvent { added, changed, slipped, handed_over, started, blocked, finished, dropped };
BOOST_DESCRIBE_ENUM(ItemEvent, added, changed, slipped, handed_over, started, blocked, finished, dropped)

struct ItemMove {
  ItemEvent what{};
  Time at{};
  ContentHash text{};       ///< as it read then
  OrganizationId holder{};  ///< who held it then
  std::optional<Time> due;  ///< as it was due then
};
BOOST_DESCRIBE_STRUCT(ItemMove, (), (what, at, text, holder, due))

struct Item {
  ItemKind kind{};
  ItemState state{};
  ContentHash text{};
  OrganizationId holder{};
  Time held_since{};
  std::optional<GroupId> group;
  std::optional<DecisionId> decision;
  std::optional<Time> due;
  std::uint32_t slipped{};  ///< how often it was put off
  std::vector<ItemId> blocked_by;
  std::optional<ContentHash> reason;    ///< why it is blocked, or was dropped
  std::optional<ContentHash> evidence;  ///< that it is done
  std::vector<ItemMove> moves;          ///< the first is that it was added

  [[nodiscard]] Wording wording() const { return {{text}, {}}; }
  [[nodiscard]] bool is_open() const { return state < ItemState::done; }
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (kind, state, text, holder, held_since, group, decision, due, slipped, blocked_by, reason,
                       evidence, moves))

struct Items {
  Table<Item, ItemId> all;

  [[nodiscard]] const Item* find(ItemId id) const { return all.find(id); }
};
BOOST_DESCRIBE_STRUCT(Items, (), (all))

[[nodiscard]] inline const Items& items(const Community& now) {
  return of<Items>(now);
}

/// What an item says; nothing of one that is not there.
[[nodiscard]] Wording wording_of(const Community& now, ItemId item);
/// Who holds it: its holder while that organization belongs to the community, else whoever keeps its group together;
/// nobody where there is none, and then it is the Secretary's to give away.
[[nodiscard]] std::optional<OrganizationId> holder_of(const Community& now, const Item& item, Time at);

}  // namespace ccop::community
