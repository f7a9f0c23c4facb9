// A round taken as far as a random history begins: otherwise chance alone would hardly ever open one.
#pragma once

#include "community/exposure/an_assessment.hpp"
#include "community/generators/generator.hpp"

namespace ccop::community::testing {

enum class Holding { adopted, called, prepared, open, closed, counted, again };

/// A round of a state, up to there; who stays away is left to chance.
[[nodiscard]] inline Scenario a_round(Holding stage) {
  Assessing here;
  const QuestionSetId state = here.adopted(Assessing::of_a_state());
  if (stage == Holding::adopted) return here.story;
  const RoundId round = here.called(here.call_of({{state, 1}}));
  if (stage == Holding::called) return here.story;
  here.make_keys(round);
  here.register_keys();
  if (stage == Holding::prepared) return here.story;
  here.open(round);
  const std::size_t absent = 3 + below(3);
  for (std::size_t seat = absent; seat < Assessing::seats; ++seat) static_cast<void>(here.answer(round, seat));
  if (stage == Holding::open) return here.story;
  here.close(round);
  if (stage == Holding::closed) return here.story;
  here.decrypt(round);
  static_cast<void>(here.declare(round, here.story.secretary()));
  if (stage == Holding::counted) return here.story;
  here.story.pass(days{300});
  const RoundId again = here.called(here.call_of({{state, 1}}));
  here.open(again);
  for (std::size_t seat = absent; seat < Assessing::seats - below(4); ++seat)
    static_cast<void>(here.answer(again, seat));
  return here.story;
}

}  // namespace ccop::community::testing
