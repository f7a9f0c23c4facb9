// A random command of any chapter.
#pragma once

#include "community/community.hpp"
#include "community/generators/amendments.hpp"
#include "community/generators/bodies.hpp"
#include "community/generators/decisions.hpp"
#include "community/generators/elections.hpp"
#include "community/generators/exposure.hpp"
#include "community/generators/groups.hpp"
#include "community/generators/items.hpp"
#include "community/generators/keyboxes.hpp"
#include "community/generators/meetings.hpp"
#include "community/generators/membership.hpp"
#include "community/generators/people.hpp"
#include "community/generators/priorities.hpp"
#include "community/generators/record.hpp"
#include "community/generators/risks.hpp"

namespace ccop::community::testing {

template <class C>
concept IsDrawn = requires(const World& world) {
  { Generator<C>::draw(world) } -> std::same_as<C>;
};

/// A command that was drawn, and what the rules say of its ids alone.
struct Drawn {
  Command command;
  std::optional<Refusal> (*barred)(const Community& now, const Command& command, const Asking& asking);
};
using Draw = Drawn (*)(const World& world);

template <class C>
[[nodiscard]] Drawn draw(const World& world) {
  C drawn = Generator<C>::draw(world);
  // Now and then by somebody who saw something else.
  if constexpr (HasSeen<C>)
    if (chance(5)) drawn.seen = {{some_words()}, {}};
  return {seeing(world.now(), std::move(drawn)),
          [](const Community& now, const Command& command, const Asking& asking) {
            return barred<C>(now, about(*command.as<C>()), asking);
          }};
}

/// The generators of a chapter's commands.
using Draws = std::vector<Draw>;
template <class Chapter>
[[nodiscard]] Draws draws_of() {
  Draws found;
  for_each_type(typename Chapter::Commands{}, [&]<class C>(std::type_identity<C>) {
    static_assert(IsDrawn<C>, "a command without a generator");
    found.push_back(&draw<C>);
  });
  return found;
}
/// Of all chapters.
[[nodiscard]] inline Draws all_draws() {
  Draws all;
  for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) {
    std::ranges::copy(draws_of<Chapter>(), std::back_inserter(all));
  });
  return all;
}

[[nodiscard]] inline Drawn one_of(const Draws& draws, const World& world) {
  return draws[below(static_cast<std::uint32_t>(draws.size()))](world);
}

/// Who could ask for that: the host, somebody with a link, or who is about to ask.
[[nodiscard]] inline Asking asking_for(const Command& command, const World& world) {
  const Authority authority = authority_of(command);
  if (authority == Authority::host) return world.story.host();
  if (authority == Authority::link && chance(60)) return world.story.bearer_of(some_secret());
  return world.story.signed_by(world.who);
}

}  // namespace ccop::community::testing
