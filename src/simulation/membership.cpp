#include "community/membership/chapter.hpp"
#include "simulation/offices.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

#include <numeric>

namespace ccop::simulation {
namespace {

using namespace community;

std::vector<std::uint32_t> all_responsibilities(const World& world) {
  std::vector<std::uint32_t> all(
      world.read([](const Community& c) { return charter(c).membership.responsibilities.size(); }));
  std::iota(all.begin(), all.end(), 0u);
  return all;
}

std::uint32_t organizations(const World& world) {
  return world.read([](const Community& c) { return membership(c).organizations.next().value; });
}

void staff_seats(World& world) {
  const std::uint32_t count = organizations(world);
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool vacant = world.read([&](const Community& c) {
      return membership(c).organizations[{i}].belongs(world.now()) &&
             !membership(c).holder({i}, MandateKind::main, world.now());
    });
    if (!vacant || (i > 2 && world.chance().percent(4))) continue;  // some seats stay empty for a while
    const PersonId person = register_person(world, secretary(world));
    if (world.ask(secretary(world), AppointRepresentative{{i}, person, world.now(), {}, all_responsibilities(world)}))
      invite_and_enrol(world, person);
  }
}

void change_some_representatives(World& world) {
  const std::uint32_t count = organizations(world);
  for (std::uint32_t i = 2; i < count; ++i) {
    if (!world.chance().percent(12)) continue;
    const PersonId successor = register_person(world, secretary(world));
    if (world.ask(secretary(world),
                  SucceedRepresentative{{i}, successor, world.now() + hours{1}, {}, all_responsibilities(world)})) {
      world.pass(hours{2});
      invite_and_enrol(world, successor);
    }
  }
}

void admit_observer(World& world, unsigned year) {
  const std::string number = std::to_string(year + 1);
  const store::Content statement = world.content("Its security officers already work with ours.");
  const ProposalId proposal = world.read([](const Community& c) { return membership(c).proposals.next(); });
  if (!world.ask(secretary(world),
                 ProposeObserver{"OBS" + number, "Observer Organization " + number, store::content_hash(statement)},
                 {statement}))
    return;
  const store::Content comment = world.content("Welcome.");
  world.ask(representatives(world).front(), CommentOnObserver{proposal, store::content_hash(comment)}, {comment});
  world.ask(secretary(world), DecideOnObserver{proposal, true});  // too early: refused
  world.pass(days{world.read([](const Community& c) { return charter(c).membership.observer_consultation_days; })} +
             hours{1});
  world.ask(secretary(world), DecideOnObserver{proposal, true});
  world.ask(chair(world), DecideOnObserver{proposal, true});
}

}  // namespace

template <>
void story<MembershipChapter>(World& world, const Scene& scene) {
  if (scene.occasion == Occasion::staffing) staff_seats(world);
  if (scene.occasion == Occasion::new_year) {
    admit_observer(world, scene.year);
    change_some_representatives(world);
  }
}

}  // namespace ccop::simulation
