#include "community/elections/chapter.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

/// An election called for the symposium that was planned last: two stand, one is nominated.
void call_candidacies(World& world) {
  const SessionId session = world.read([](const Community& c) { return meetings(c).all.back().sessions.front(); });
  const bool called = world.ask(secretary(world), CallCandidacies{session, 0}) ||
                      world.ask(secretary(world), CallCandidacies{session, 1});
  const auto people = representatives(world);
  if (!called || people.size() < 5) return;
  const ElectionId election =
      world.read([](const Community& c) { return elections(c).all.id_of(elections(c).all.back()); });
  for (const auto& [person, words] :
       {std::pair{people[3], "Fewer meetings, and more that comes of them."},
        std::pair{people[4], "I would open the sharing of incidents to small agencies."}}) {
    const store::Content statement = world.content(words);
    world.ask(person, StandForElection{election, store::content_hash(statement)}, {statement});
  }
  for (const PersonId person : people)
    if (world.ask(people[3], NominateCandidate{election, person})) break;
}

}  // namespace

template <>
void story<ElectionsChapter>(World& world, const Scene& scene) {
  if (scene.occasion == Occasion::demo_symposium) call_candidacies(world);
}

}  // namespace ccop::simulation
