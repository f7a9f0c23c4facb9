// Random requests about keyboxes. Keys are not real: the host checks them, not the rules.
#pragma once

#include "community/generators/generator.hpp"
#include "community/keyboxes/commands.hpp"
#include "community/keyboxes/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"

namespace ccop::community::testing {

/// Mostly the asker's own.
[[nodiscard]] inline OrganizationId some_seat(const World& world) {
  const auto mandate = membership(world.now()).seat_of(world.who, world.time());
  if (mandate && chance(90)) return membership(world.now()).mandates[*mandate].organization;
  return some(membership(world.now()).organizations);
}
[[nodiscard]] inline Bytes some_box() {
  return Bytes(chance(95) ? 16 : 15, static_cast<std::uint8_t>(below(4)));
}

template <>
struct Generator<KeepKeybox> {
  static KeepKeybox draw(const World& world) {
    const Person* person = people(world.now()).find(world.who);
    const bool has_one = person != nullptr && !person->passkeys.empty();
    return {some_seat(world), some_box(), has_one && chance(90) ? person->passkeys.front().credential : Bytes{1},
            some_words()};
  }
};
template <>
struct Generator<RegisterVotingKey> {
  static RegisterVotingKey draw(const World& world) {
    const std::string digits = std::to_string(below(100000));
    const std::string key = std::string(64 - digits.size(), 'a') + digits;
    return {some_seat(world), year_of(world.time()) + (chance(90) ? below(2) : 2),
            some_box(),       chance(95) ? key : "A" + key,
            Bytes(32, 7),     {"1", "1"}};
  }
};

}  // namespace ccop::community::testing
