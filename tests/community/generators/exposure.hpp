// Random requests about question sets and rounds. Whether sets and ballots are sound, the host checks, not the rules.
#pragma once

#include "community/exposure/commands.hpp"
#include "community/exposure/state.hpp"
#include "community/generators/decisions.hpp"
#include "community/generators/generator.hpp"
#include "community/meetings/state.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline RoundId some_round(const World& world) {
  return some(assessment(world.now()).rounds);
}

template <>
struct Generator<ProposeQuestionSet> {
  static ProposeQuestionSet draw(const World& world) {
    const bool is_of_a_state = chance(50);
    return {
        chance(70) ? std::optional{some(meetings(world.now()).sessions)} : std::nullopt,
        some_words(),
        some_words(),
        {is_of_a_state ? "state" : "events", 1 + below(3), is_of_a_state ? Recurrence::yearly : Recurrence::quarterly,
         std::string(64, 'f'), is_of_a_state ? 4u : 0u}};
  }
};
template <>
struct Generator<CallRound> {
  static CallRound draw(const World& world) {
    CallRound drawn;
    for (std::uint32_t i = 0; i <= below(2); ++i)
      drawn.asks.push_back({some(assessment(world.now()).sets), chance(60) ? std::optional{below(6)} : std::nullopt});
    drawn.paper = some_words();
    drawn.answers = 1 + below(500);
    drawn.opens = world.time() + days{below(20)} + hours{1};
    drawn.closes = drawn.opens + days{below(40)};
    return drawn;
  }
};
template <>
struct Generator<PrepareRound> {
  static PrepareRound draw(const World& world) { return {some_round(world), some_words()}; }
};
template <>
struct Generator<AuditRound> {
  static AuditRound draw(const World& world) {
    const RoundId id = some_round(world);
    const ExposureRound* round = assessment(world.now()).rounds.find(id);
    const std::string archive =
        round == nullptr || chance(5) ? "another" : elections(world.now()).all[round->election].archive;
    return {id, static_cast<AuditProgram>(below(4)), archive};
  }
};

}  // namespace ccop::community::testing
