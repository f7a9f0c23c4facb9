// Voting keys for stories: not real ones, for the rules don't look into them.
#pragma once

#include "community/keyboxes/commands.hpp"
#include "community/keyboxes/state.hpp"
#include "community/membership/state.hpp"
#include "community/scenario.hpp"

namespace ccop::community::testing {

/// Written as a voting key, and another for each seat, year and try.
[[nodiscard]] inline std::string key_text(OrganizationId seat, std::uint32_t year, std::uint32_t number = 0) {
  const std::string digits = std::to_string(year) + std::to_string(1000 + seat.value) + std::to_string(1000 + number);
  return std::string(64 - digits.size(), 'a') + digits;
}

[[nodiscard]] inline RegisterVotingKey registration(OrganizationId seat, std::uint32_t year, std::uint32_t number = 0) {
  return {seat,         year,      Bytes(16, static_cast<std::uint8_t>(number)), key_text(seat, year, number),
          Bytes(32, 7), {"1", "2"}};
}

/// By whoever speaks for the seat.
inline Ruling register_key(Scenario& story, PersonId person, std::uint32_t year, std::uint32_t number = 0) {
  const MandateId mandate = membership(story.now).seat_of(person, story.time).value();
  return story.ask(person, registration(membership(story.now).mandates[mandate].organization, year, number));
}

}  // namespace ccop::community::testing
