#include "community/keyboxes/chapter.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {

/// Keys are made on people's own devices, which a simulation has not.
template <>
void story<community::KeyboxesChapter>(World&, const Scene&) {}

}  // namespace ccop::simulation
