// How simulated seats and trustees take part in ballots with real keys: they do what people's devices do, with the same
// proofs.
#pragma once

#include "ballot/cast.hpp"
#include "host/elections.hpp"
#include "simulation/world.hpp"

namespace ccop::simulation {

/// Somebody who acts for a seat.
struct SeatedPerson {
  community::OrganizationId seat;
  community::PersonId person;
};
/// Those of Members and Observers for whom somebody acts, but those through which visitors enter the demonstration:
/// they make their keys themselves.
[[nodiscard]] std::vector<SeatedPerson> simulated_seats(const World& world);

/// Registers a key of that year for each of these seats that has none.
void register_voting_keys(World& world, const std::vector<SeatedPerson>& seats, std::uint32_t year);

/// The ballot as the record has it now.
[[nodiscard]] host::ElectionRecord recorded_ballot(const World& world, community::ElectionId id);

/// Names the trustees, who make their keys; whether all went well.
bool make_election_keys(World& world, community::ElectionId id);

struct SecretAnswer {
  SeatedPerson by;
  ballot::Choices choices;
};
/// They cast one after the other, with that time between two. Ballots are made by all processors meanwhile.
void cast_in_secret(World& world, community::ElectionId id, const std::vector<SecretAnswer>& answers,
                    std::chrono::milliseconds between);

/// What a trustee saved when the keys were made.
struct TrusteesFile {
  community::PersonId person;
  std::string name;
  std::string json;
};
/// Of each trustee, in their order.
[[nodiscard]] std::vector<TrusteesFile> trustees_files(World& world, community::ElectionId id);

/// As many trustees as it takes open the totals, and the Secretary declares what they are; whether all went well.
bool open_totals(World& world, community::ElectionId id);

}  // namespace ccop::simulation
