#include "community/notices/chapter.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {

/// People are told of what others do; there is no more to tell.
template <>
void story<community::NoticesChapter>(World&, const Scene&) {}

}  // namespace ccop::simulation
