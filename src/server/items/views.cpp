#include "server/items/views.hpp"

#include "community/items/commands.hpp"

namespace ccop::server {

using namespace community;

ItemView item_view(const Reading& here, ItemId id) {
  const Item& item = items(here.state).all[id];
  ItemView view;
  view.id = id;
  view.kind = item.kind;
  view.state = item.state;
  view.content = Fields<ItemContent>{item.text};
  if (const auto holder = holder_of(here.state, item, here.now)) view.holder = key_of(here, *holder);
  view.held_since = item.held_since;
  view.group = item.group;
  if (item.decision) view.decision = item.decision->value + 1;
  view.due = item.due;
  view.slipped = item.slipped;
  view.blocked_by = item.blocked_by;
  if (item.reason) view.reason = Words::of(item.reason);
  if (item.evidence) view.evidence = Fields<EvidenceContent>{*item.evidence};
  view.added_at = item.moves.front().at;
  view.moved_at = item.moves.back().at;
  for (const ItemMove& one : item.moves)
    view.moves.push_back({one.what, one.at, key_of(here, one.holder), one.due, Fields<ItemContent>{one.text}});
  view.may = here.may<ChangeItem, HandOverItem, StartItem, BlockItem, FinishItem, DropItem>(id);
  return view;
}

}  // namespace ccop::server
