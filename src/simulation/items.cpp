#include "community/items/chapter.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

constexpr std::array titles{"Collect what members do today", "Draft the guide", "Second round of comments",
                            "Hold the exercise", "Publish the guide"};

ItemId next_item(const World& world) {
  return world.read([](const Community& c) { return items(c).all.next(); });
}

Item item_of(const World& world, ItemId id) {
  return world.read([&](const Community& c) { return items(c).all[id]; });
}

store::Content item_text(World& world, const std::string& title) {
  return world.content(R"({"title":")" + title + R"("})");
}

/// A group that has none gets its milestones, held by those who are in.
void plan(World& world, GroupId id) {
  const Group group = world.read([&](const Community& c) { return groups(c).all[id]; });
  const auto lead = voice_of(world, group.lead);
  const bool has_some = world.read([&](const Community& c) {
    return std::ranges::any_of(items(c).all, [&](const Item& item) { return item.group == id; });
  });
  if (!group.is_founded() || !lead || has_some) return;
  AddItems all;
  std::vector<store::Content> texts;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    texts.push_back(item_text(world, titles[i]));
    all.texts.emplace_back(store::content_hash(texts.back()));
    const OrganizationId holder = group.members[world.chance().below(group.members.size())].organization;
    const Time due = std::chrono::floor<days>(world.now()) + days{40 * (i + 1)} + hours{22};
    all.items.push_back({i < 2 ? ItemKind::action : ItemKind::milestone, holder, id, {}, due});
  }
  world.ask(*lead, all, texts);
}

/// Who plans an item puts it off, or drops it.
void replan(World& world, ItemId id, PersonId planner) {
  const Item item = item_of(world, id);
  if (world.chance().percent(8)) {
    const store::Content reason = world.content("Overtaken by events.");
    world.ask(planner, DropItem{id, store::content_hash(reason)}, {reason});
  } else if (item.due && *item.due < world.now() + days{10} && world.chance().percent(50)) {
    const store::Content text = item_text(world, titles[id.value % titles.size()]);
    world.ask(planner, ChangeItem{id, store::content_hash(text), world.now() + days{30}}, {text});
  }
}

/// Who holds an item begins, is stopped, hands it on, or is done.
void go_on(World& world, ItemId id, PersonId holder) {
  const auto luck = world.chance().below(100);
  if (luck < 40) {
    const store::Content evidence =
        world.content(R"({"link":"https://share.example/guide","title":"The guide","version":"1.0"})");
    world.ask(holder, FinishItem{id, store::content_hash(evidence)}, {evidence});
  } else if (luck < 65) {
    world.ask(holder, StartItem{id});
  } else if (luck < 75) {
    const store::Content reason = world.content("Waits for legal advice.");
    std::vector<ItemId> others;
    if (id.value > 0 && item_of(world, ItemId{id.value - 1}).is_open()) others.push_back(ItemId{id.value - 1});
    world.ask(holder, BlockItem{id, others, store::content_hash(reason)}, {reason});
  } else if (luck < 82) {
    const auto people = representatives(world);
    const PersonId other = people[world.chance().below(people.size())];
    const auto seat =
        world.read([&](const Community& c) { return membership(c).seat_organization(other, world.now()); });
    if (seat) world.ask(holder, HandOverItem{id, *seat});
  }
}

void move_items(World& world) {
  const GroupId end = world.read([](const Community& c) { return groups(c).all.next(); });
  for (GroupId id{0}; id != end; ++id.value) plan(world, id);
  for (ItemId id{0}; id != next_item(world); ++id.value) {
    const Item item = item_of(world, id);
    if (!item.is_open()) continue;
    const auto keeper = world.read([&](const Community& c) {
      return item.group ? keeper_of(c, groups(c).all[*item.group], world.now()) : std::nullopt;
    });
    replan(world, id, voice_of(world, keeper).value_or(secretary(world)));
    const auto holder =
        voice_of(world, world.read([&](const Community& c) { return holder_of(c, item, world.now()); }));
    if (holder && item_of(world, id).is_open()) go_on(world, id, *holder);
  }
}

/// What the session adopted last asks somebody to do something.
void ask_for_actions(World& world) {
  const DecisionId next = world.read([](const Community& c) { return decisions(c).registered.next(); });
  const auto people = representatives(world);
  if (next.value == 0 || people.empty() || !world.chance().percent(60)) return;
  const auto seat = world.read([&](const Community& c) {
    return membership(c).seat_organization(people[world.chance().below(people.size())], world.now());
  });
  const store::Content text = item_text(world, "Report on how the decision is carried out");
  AddItems all;
  all.texts.emplace_back(store::content_hash(text));
  all.items.push_back({ItemKind::action, seat.value(), {}, DecisionId{next.value - 1}, world.now() + days{90}});
  world.ask(secretary(world), all, {text});
}

}  // namespace

template <>
void story<ItemsChapter>(World& world, const Scene& scene) {
  switch (scene.occasion) {
    case Occasion::new_year:
      return move_items(world);
    case Occasion::mid_year:
    case Occasion::symposium:
      ask_for_actions(world);
      return move_items(world);
    default:
      return;
  }
}

}  // namespace ccop::simulation
