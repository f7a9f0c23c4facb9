#include "simulation/stage.hpp"

#include "community/membership/state.hpp"
#include "simulation/course.hpp"
#include "simulation/offices.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {

using namespace community;

/// Between one round and the next, of which the last is called for today, lies about the same time.
void live_the_year_before(World& world) {
  constexpr std::array rounds{Date{190, Occasion::questions}, Date{205, Occasion::round}, Date{311, Occasion::round}};
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

std::vector<DemoEntry> entrances(World& world) {
  std::vector<DemoEntry> entries;
  for (Door& door : doors(world)) {
    const auto seat = world.read([&](const Community& c) { return membership(c).seat_of(door.person, world.now()); });
    entries.push_back({std::move(door.role), open_door(world, door.person), door.person, seat});
  }
  return entries;
}

}  // namespace ccop::simulation
