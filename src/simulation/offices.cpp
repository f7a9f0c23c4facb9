#include "simulation/offices.hpp"

#include "community/bodies/state.hpp"
#include "community/membership/state.hpp"

namespace ccop::simulation {

using namespace community;

PersonId secretary(const World& world) {
  return world.read([&](const Community& c) { return bodies(c).secretary(world.now()).value(); });
}

PersonId chair(const World& world) {
  const PersonId otherwise = secretary(world);
  return world.read([&](const Community& c) {
    for (std::uint32_t p = 0; p < charter(c).bodies.co_chairs; ++p)
      if (const auto person = bodies(c).co_chair(p, world.now()); person && is_co_chair(c, *person, world.now()))
        return *person;
    return otherwise;
  });
}

std::vector<PersonId> representatives(const World& world) {
  return world.read([&](const Community& c) {
    std::vector<PersonId> people;
    for (const OrganizationId id : membership(c).organizations.ids())
      if (const auto seat = membership(c).holder(id, MandateKind::main, world.now()))
        people.push_back(membership(c).mandates[*seat].person);
    return people;
  });
}

std::vector<PersonId> co_chairs(const World& world) {
  auto people = representatives(world);
  world.read([&](const Community& c) {
    std::erase_if(people, [&](PersonId person) { return !is_co_chair(c, person, world.now()); });
  });
  return people;
}

PersonId an_observer(const World& world) {
  return world.read([&](const Community& c) {
    for (const OrganizationId id : membership(c).organizations.ids())
      if (const auto seat = membership(c).holder(id, MandateKind::main, world.now());
          seat && membership(c).organizations[id].status == Status::observer)
        return membership(c).mandates[*seat].person;
    return PersonId{};
  });
}

std::vector<Door> doors(const World& world) {
  const auto people = representatives(world);
  const auto serving = co_chairs(world);
  const auto member =
      std::ranges::find_if(people, [&](PersonId p) { return std::ranges::find(serving, p) == serving.end(); });
  std::vector<Door> doors{{"Secretary", secretary(world)}};
  if (!serving.empty()) doors.push_back({"co-Chair", serving.front()});
  if (member != people.end()) doors.push_back({"Member", *member});
  doors.push_back({"Observer", an_observer(world)});
  return doors;
}

std::optional<PersonId> voice_of(const World& world, std::optional<OrganizationId> organization) {
  if (!organization) return std::nullopt;
  return world.read([&](const Community& c) { return membership(c).voice_of(*organization, world.now(), true); });
}

}  // namespace ccop::simulation
