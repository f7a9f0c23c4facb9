#include "simulation/stage.hpp"

#include "community/membership/state.hpp"
#include "simulation/offices.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

#include <algorithm>

namespace ccop::simulation {

using namespace community;

void set_the_stage(World& world, Time today) {
  const Time release = today - days{16};
  if (world.now() <= release) {
    world.wait_until(release);
    play(world, {Occasion::demo_release});
  }
  world.wait_until(today - hours{2});
  play(world, {Occasion::demo_symposium});
  play(world, {Occasion::demo_session});
}

std::vector<DemoEntry> entrances(World& world) {
  const auto people = representatives(world);
  const PersonId observer = an_observer(world);
  const auto serving = co_chairs(world);
  std::vector<DemoEntry> entries;
  const auto open = [&](const char* role, PersonId person) {
    const auto seat = world.read([&](const Community& c) { return membership(c).seat_of(person, world.now()); });
    entries.push_back({role, open_door(world, person), person, seat});
  };
  const auto member =
      std::ranges::find_if(people, [&](PersonId p) { return std::ranges::find(serving, p) == serving.end(); });
  open("Secretary", secretary(world));
  if (!serving.empty()) open("co-Chair", serving.front());
  if (member != people.end()) open("Member", *member);
  open("Observer", observer);
  return entries;
}

}  // namespace ccop::simulation
