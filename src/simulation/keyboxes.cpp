#include "community/keyboxes/chapter.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {

/// Keys are registered for what they are voted with, and the stories of that tell of it (ballots.hpp).
template <>
void story<community::KeyboxesChapter>(World&, const Scene&) {}

}  // namespace ccop::simulation
