#include "community/membership/chapter.hpp"
#include "simulation/offices.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

#include <algorithm>
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

/// A co-Chair joins in with what was asked for a seat; where that is a co-Chair's own, the other one.
void join_in(World& world, OrganizationId organization) {
  const auto waiting = world.read([&](const Community& c) { return membership(c).waiting(organization, world.now()); });
  if (!waiting) return;
  const SeatChange change = world.read([&](const Community& c) { return membership(c).changes[*waiting]; });
  ConfirmSeatChange all{*waiting, organization, {}, {}, {}};
  if (change.gives) {
    all.person = change.gives->person;
    all.from = change.gives->from;
    all.until = change.gives->until;
  }
  for (const PersonId co_chair : co_chairs(world))
    if (world.ask(co_chair, all)) return;
}

/// What the Secretary asks for this seat, with whoever joins in; whether the person has it then, or will.
bool seat(World& world, OrganizationId organization, PersonId person, const Command& asked) {
  if (!world.ask(secretary(world), asked)) return false;
  join_in(world, organization);
  return world.read([&](const Community& c) {
    return std::ranges::any_of(membership(c).mandates, [&](const Mandate& m) { return m.person == person; });
  });
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
    if (seat(world, {i}, person, AppointRepresentative{{i}, person, world.now(), {}, all_responsibilities(world)}))
      invite_and_enrol(world, person);
  }
}

void change_some_representatives(World& world) {
  const std::uint32_t count = organizations(world);
  for (std::uint32_t i = 2; i < count; ++i) {
    if (!world.chance().percent(12)) continue;
    const PersonId successor = register_person(world, secretary(world));
    if (seat(world, {i}, successor,
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
