#include "simulation/stage.hpp"

#include "community/elections/state.hpp"
#include "community/membership/state.hpp"
#include "simulation/ballots.hpp"
#include "simulation/course.hpp"
#include "simulation/offices.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {

using namespace community;

/// Between one round and the next, of which the last is called for today, lies about the same time.
void live_the_year_before(World& world) {
  const std::array rounds{Date{190, Occasion::questions}, Date{205, Occasion::round},
                          Date{311, world.leaves_totals() ? Occasion::ballots : Occasion::round}};
  live_a_year(world, 0, rounds);
}

void set_the_stage(World& world, Time today) {
  const Time release = today - days{16};
  if (world.now() <= release) {
    world.wait_until(release);
    play(world, {Occasion::demo_release});
  }
  world.wait_until(today - days{4});
  play(world, {.occasion = Occasion::demo_call, .today = today});
  world.wait_until(today - hours{2});
  play(world, {Occasion::demo_symposium});
  play(world, {Occasion::demo_session});
}

namespace {

std::optional<ElectionId> ballot_awaiting_trustees(const World& world) {
  return world.read([](const Community& c) -> std::optional<ElectionId> {
    for (const ElectionId id : elections(c).all.ids())
      if (elections(c).all[id].round && elections(c).all[id].stage == ElectionStage::closed) return id;
    return std::nullopt;
  });
}

/// Each with the key file, and by a door of their own where none leads in as them.
void let_trustees_in(World& world, ElectionId ballot, std::vector<DemoEntry>& entries) {
  std::uint32_t number = 0;
  for (TrusteesFile& trustee : trustees_files(world, ballot)) {
    ++number;
    auto entry = std::ranges::find(entries, trustee.person, &DemoEntry::person);
    if (entry == entries.end()) {
      const auto seat =
          world.read([&](const Community& c) { return membership(c).seat_of(trustee.person, world.now()); });
      entry = entries.insert(
          entry, {"trustee " + std::to_string(number), open_door(world, trustee.person), trustee.person, seat, {}});
    }
    entry->key_file = {std::move(trustee.name), std::move(trustee.json)};
  }
}

}  // namespace

std::vector<DemoEntry> entrances(World& world) {
  std::vector<DemoEntry> entries;
  for (Door& door : doors(world)) {
    const auto seat = world.read([&](const Community& c) { return membership(c).seat_of(door.person, world.now()); });
    entries.push_back({std::move(door.role), open_door(world, door.person), door.person, seat, {}});
  }
  if (world.leaves_totals())
    if (const auto ballot = ballot_awaiting_trustees(world)) let_trustees_in(world, *ballot, entries);
  return entries;
}

}  // namespace ccop::simulation
