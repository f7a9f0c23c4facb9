#include "community/items/state.hpp"

#include "community/groups/state.hpp"
#include "community/items/acts.hpp"
#include "community/membership/state.hpp"

namespace ccop::community {
namespace {

/// Takes down what happened, and how the item stands after it.
void move(Item& item, ItemEvent what, Time at) {
  item.moves.push_back({what, at, item.text, item.holder, item.due});
}

void free(Item& item) {
  item.blocked_by.clear();
  item.reason.reset();
}

}  // namespace

Wording wording_of(const Community& now, ItemId item) {
  const Item* found = items(now).find(item);
  return found == nullptr ? Wording{} : found->wording();
}

std::optional<OrganizationId> holder_of(const Community& now, const Item& item, Time at) {
  if (membership(now).organizations[item.holder].belongs(at)) return item.holder;
  if (!item.group) return std::nullopt;
  return keeper_of(now, groups(now).all[*item.group], at);
}

void apply(Items& items, const ItemAdded& act, Time at) {
  Item& item = items.all.add({});
  item.kind = act.kind;
  item.text = act.text;
  item.holder = act.holder;
  item.held_since = at;
  item.group = act.group;
  item.decision = act.decision;
  item.due = act.due;
  move(item, ItemEvent::added, at);
}

void apply(Items& items, const ItemChanged& act, Time at) {
  Item& item = items.all[act.item];
  const bool is_put_off = item.due && (!act.due || *act.due > *item.due);
  item.text = act.text;
  item.due = act.due;
  item.slipped += is_put_off ? 1 : 0;
  move(item, is_put_off ? ItemEvent::slipped : ItemEvent::changed, at);
}

void apply(Items& items, const ItemHandedOver& act, Time at) {
  Item& item = items.all[act.item];
  item.holder = act.holder;
  item.held_since = at;
  move(item, ItemEvent::handed_over, at);
}

void apply(Items& items, const ItemStarted& act, Time at) {
  Item& item = items.all[act.item];
  item.state = ItemState::under_way;
  free(item);
  move(item, ItemEvent::started, at);
}

void apply(Items& items, const ItemBlocked& act, Time at) {
  Item& item = items.all[act.item];
  item.state = ItemState::blocked;
  item.blocked_by = act.blocked_by;
  item.reason = act.reason;
  move(item, ItemEvent::blocked, at);
}

void apply(Items& items, const ItemFinished& act, Time at) {
  Item& item = items.all[act.item];
  item.state = ItemState::done;
  free(item);
  item.evidence = act.evidence;
  move(item, ItemEvent::finished, at);
}

void apply(Items& items, const ItemDropped& act, Time at) {
  Item& item = items.all[act.item];
  item.state = ItemState::dropped;
  free(item);
  item.reason = act.reason;
  move(item, ItemEvent::dropped, at);
}

}  // namespace ccop::community
