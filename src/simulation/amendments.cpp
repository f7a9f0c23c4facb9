#include "community/amendments/chapter.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {

/// Nothing yet: a simulated community lives by the charter that it was founded with.
template <>
void story<community::AmendmentsChapter>(World&, const Scene&) {}

}  // namespace ccop::simulation
