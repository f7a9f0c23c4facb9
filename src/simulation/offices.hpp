// Who is who in the simulated community just now.
#pragma once

#include "simulation/world.hpp"

namespace ccop::simulation {

[[nodiscard]] community::PersonId secretary(const World& world);
/// The first co-Chair who serves, else the Secretary.
[[nodiscard]] community::PersonId chair(const World& world);
/// Who holds the main seat of each organization, in the order of the organizations.
[[nodiscard]] std::vector<community::PersonId> representatives(const World& world);
/// The representatives who serve as co-Chairs.
[[nodiscard]] std::vector<community::PersonId> co_chairs(const World& world);
/// Who speaks for the organization now; nobody where there is none, or its seat is vacant.
[[nodiscard]] std::optional<community::PersonId> voice_of(const World& world,
                                                          std::optional<community::OrganizationId> organization);
/// A representative of an Observer.
[[nodiscard]] community::PersonId an_observer(const World& world);

/// As whom visitors enter the demonstration.
struct Door {
  std::string role;
  community::PersonId person;
};
[[nodiscard]] std::vector<Door> doors(const World& world);

}  // namespace ccop::simulation
