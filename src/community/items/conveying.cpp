#include "community/items/conveying.hpp"

#include "community/decisions/state.hpp"
#include "community/items/sentences.hpp"
#include "community/items/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"

namespace ccop::community {

std::variant<OrganizationId, Refusal> conveying_member(const Community& now, PersonId person, Time at) {
  if (const auto member = speaking_member(now, person, at)) return *member;
  return refuse(clause::conveying, sentence::only_members_convey);
}

std::optional<Refusal> objection_to_conveying(const Community& now, const Recommendation& about) {
  if (about.decision && decisions(now).registered.find(*about.decision) == nullptr)
    return refuse(clause::the_record, sentence::no_such_decision);
  if (!about.item) return std::nullopt;
  const Item* item = items(now).find(*about.item);
  if (item == nullptr) return refuse(clause::the_record, sentence::no_such_item);
  if (item->kind != ItemKind::milestone)
    return refuse(clause::conveying, sentence::only_what_groups_deliver_is_conveyed);
  if (item->state != ItemState::done) return refuse(clause::conveying, sentence::only_what_is_done_is_conveyed);
  return std::nullopt;
}

std::vector<ItemId> delivered(const Community& now) {
  std::vector<ItemId> all;
  for (const ItemId id : items(now).all.ids())
    if (!objection_to_conveying(now, {{}, id})) all.push_back(id);
  return all;
}

}  // namespace ccop::community
