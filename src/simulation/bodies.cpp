#include "community/bodies/chapter.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {
namespace {

using namespace community;

void seat_founding_co_chairs(World& world) {
  const auto people = representatives(world);
  const auto terms = world.read([](const Community& c) { return charter(c).bodies.founding_terms_months; });
  const auto positions = world.read([](const Community& c) { return charter(c).bodies.co_chairs; });
  for (std::uint32_t p = 0; p < positions && p < people.size(); ++p) {
    const Time until = months_after(world.now(), static_cast<int>(terms[p])) - days{1};
    world.ask(secretary(world), SeatFoundingCoChair{p, people[p], until});
  }
}

}  // namespace

template <>
void story<BodiesChapter>(World& world, const Scene& scene) {
  if (scene.occasion == Occasion::first_offices) seat_founding_co_chairs(world);
}

}  // namespace ccop::simulation
