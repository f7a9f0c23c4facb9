// How simulated people come in; other chapters' stories bring them.
#pragma once

#include "simulation/world.hpp"

namespace ccop::simulation {

/// Makes somebody up, whom `by` registers.
[[nodiscard]] community::PersonId register_person(World& world, community::PersonId by);

/// The person enrols a passkey, by the link with that secret.
void enrol(World& world, community::PersonId person, std::string_view link_secret);
/// The Secretary sends the person such a link.
void invite_and_enrol(World& world, community::PersonId person);

/// Lets somebody else in as this person: gives the secret of a link that the committee confirmed.
[[nodiscard]] std::string open_door(World& world, community::PersonId person);

}  // namespace ccop::simulation
