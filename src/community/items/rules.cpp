// Who plans milestones and action items, who holds them, and how they end (clauses 2.7, 3.8, 5.8, 7.3).
#include "community/items/acts.hpp"
#include "community/items/chapter.hpp"
#include "community/items/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/owed.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/work.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_at_once = 200;
constexpr std::size_t most_blockers = 20;

/// Whoever keeps the group together, as long as it is not over; of all others the Management Committee.
bool plans(const Community& now, std::optional<GroupId> id, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return true;
  const Group* group = id ? groups(now).find(*id) : nullptr;
  if (group == nullptr || !group->is_founded()) return false;
  const auto keeper = keeper_of(now, *group, asking.at);
  return keeper && membership(now).seat_organization(asking.person, asking.at) == keeper;
}

bool keeps_a_group(const Community& now, const Asking& asking) {
  return std::ranges::any_of(groups(now).all.ids(), [&](GroupId id) { return plans(now, id, asking); });
}

/// The item, if it is there and open.
std::variant<const Item*, Refusal> open_item(const Community& now, ItemId id) {
  const Item* item = items(now).find(id);
  if (item == nullptr) return refuse(clause::the_record, sentence::no_such_item);
  if (!item->is_open()) return refuse(clause::work_plan, sentence::item_is_over);
  return item;
}

std::optional<Refusal> objection_to_planner(const Community& now, ItemId id, const Asking& asking) {
  const auto found = open_item(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  if (plans(now, std::get<const Item*>(found)->group, asking)) return std::nullopt;
  return refuse(clause::lead_organizations, sentence::only_leads_and_committee_plan);
}

/// Its holder, and whoever plans it.
std::optional<Refusal> objection_to_doer(const Community& now, ItemId id, const Asking& asking) {
  const auto found = open_item(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Item& item = *std::get<const Item*>(found);
  const auto holder = holder_of(now, item, asking.at);
  if (holder && membership(now).seat_organization(asking.person, asking.at) == holder) return std::nullopt;
  if (plans(now, item.group, asking)) return std::nullopt;
  return refuse(clause::lead_organizations, sentence::only_who_holds_or_leads);
}

std::optional<Refusal> objection_to_holder(const Community& now, OrganizationId holder, Time at) {
  const Organization* organization = membership(now).find(holder);
  if (organization == nullptr) return refuse(clause::the_record, sentence::no_such_organization);
  if (!organization->belongs(at)) return refuse(clause::work_plan, sentence::holder_belongs);
  return std::nullopt;
}

std::optional<Refusal> objection_to_due(std::optional<Time> due, Time at) {
  if (due && (*due <= at || *due > at + days{most_work_days}))
    return refuse(clause::work_plan, sentence::item_is_due_later, most_work_days);
  return std::nullopt;
}

std::optional<Refusal> objection_to_item(const Community& now, const ItemAsked& item, const Asking& asking) {
  if (item.group && groups(now).find(*item.group) == nullptr)
    return refuse(clause::the_record, sentence::no_such_group);
  if (!plans(now, item.group, asking))
    return refuse(clause::lead_organizations, sentence::only_leads_and_committee_plan);
  if (item.group && !groups(now).all[*item.group].is_open()) return refuse(clause::work_plan, sentence::group_is_over);
  if (item.kind == ItemKind::milestone && !item.group)
    return refuse(clause::work_plan, sentence::a_milestone_is_a_groups);
  if (item.decision)
    if (auto objection = objection_to_basis(now, *item.decision, Time::min())) return objection;
  if (auto objection = objection_to_holder(now, item.holder, asking.at)) return objection;
  return objection_to_due(item.due, asking.at);
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const AddItems::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at) || keeps_a_group(now, asking)) return std::nullopt;
  return refuse(clause::lead_organizations, sentence::only_leads_and_committee_plan);
}

Ruling decide(const Community& now, const AddItems& asked, const Asking& asking) {
  if (asked.items.empty() || asked.items.size() != asked.texts.size())
    return refuse(clause::the_record, sentence::each_item_has_its_text);
  if (asked.items.size() > most_at_once)
    return refuse(clause::work_plan, sentence::so_many_items_at_once, most_at_once);
  std::vector<Act> acts;
  for (std::size_t i = 0; i < asked.items.size(); ++i) {
    const ItemAsked& item = asked.items[i];
    if (auto objection = objection_to_item(now, item, asking)) return *std::move(objection);
    const ItemId id{items(now).all.next().value + static_cast<std::uint32_t>(i)};
    acts.emplace_back(ItemAdded{id, item.kind, asked.texts[i], item.holder, item.group, item.decision, item.due});
  }
  return acts;
}

std::optional<Refusal> bars(const Community& now, const ChangeItem::About& about, const Asking& asking) {
  return objection_to_planner(now, about.item, asking);
}

Ruling decide(const Community& now, const ChangeItem& asked, const Asking& asking) {
  // What is overdue may stay so while its words are mended.
  if (asked.due != items(now).all[asked.item].due)
    if (auto objection = objection_to_due(asked.due, asking.at)) return *std::move(objection);
  return accept(ItemChanged{asked.item, asked.text, asked.due});
}

std::optional<Refusal> bars(const Community& now, const HandOverItem::About& about, const Asking& asking) {
  return objection_to_doer(now, about.item, asking);
}

Ruling decide(const Community& now, const HandOverItem& asked, const Asking& asking) {
  if (auto objection = objection_to_holder(now, asked.holder, asking.at)) return *std::move(objection);
  if (items(now).all[asked.item].holder == asked.holder) return refuse(clause::work_plan, sentence::holds_it_already);
  return accept(ItemHandedOver{asked.item, asked.holder});
}

std::optional<Refusal> bars(const Community& now, const StartItem& about, const Asking& asking) {
  if (auto objection = objection_to_doer(now, about.item, asking)) return objection;
  if (items(now).all[about.item].state == ItemState::under_way)
    return refuse(clause::work_plan, sentence::item_is_under_way);
  return std::nullopt;
}

Ruling decide(const Community&, const StartItem& asked, const Asking&) {
  return accept(ItemStarted{asked.item});
}

std::optional<Refusal> bars(const Community& now, const BlockItem::About& about, const Asking& asking) {
  return objection_to_doer(now, about.item, asking);
}

Ruling decide(const Community& now, const BlockItem& asked, const Asking&) {
  const bool fits = asked.blocked_by.size() <= most_blockers && std::ranges::all_of(asked.blocked_by, [&](ItemId id) {
                      const Item* other = items(now).find(id);
                      return other != nullptr && other->is_open() && id != asked.item;
                    });
  if (!fits) return refuse(clause::work_plan, sentence::blocked_by_what_is_open);
  return accept(ItemBlocked{asked.item, asked.blocked_by, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const FinishItem::About& about, const Asking& asking) {
  return objection_to_doer(now, about.item, asking);
}

Ruling decide(const Community&, const FinishItem& asked, const Asking&) {
  return accept(ItemFinished{asked.item, asked.shown_by});
}

std::optional<Refusal> bars(const Community& now, const DropItem::About& about, const Asking& asking) {
  return objection_to_planner(now, about.item, asking);
}

Ruling decide(const Community&, const DropItem& asked, const Asking&) {
  return accept(ItemDropped{asked.item, asked.reason});
}

std::vector<Act> ItemsChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> ItemsChapter::tasks(const Community& now, PersonId person, Time at) {
  return tasks_from_duties<ItemsChapter>(now, person, at);
}

void ItemsChapter::duties(const Community& now, Time at, Duties& found) {
  for (const ItemId id : items(now).all.ids()) {
    const Item& item = items(now).all[id];
    if (!item.is_open()) continue;
    const auto holder = holder_of(now, item, at);
    found.push_back({.what = {.kind = holder ? "finish-item" : "hand-over-item", .by = item.due, .item = id},
                     .clause = clause::work_plan,
                     .owner = holder ? Owner::seat : Owner::secretary,
                     .seat = holder,
                     .since = item.held_since,
                     .met_by = holder ? wire_name<FinishItem>() : wire_name<HandOverItem>()});
  }
}

}  // namespace ccop::community
