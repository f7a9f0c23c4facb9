#include "simulation/story.hpp"

#include "community/community.hpp"

namespace ccop::simulation {

void play(World& world, const Scene& scene) {
  community::for_each_type(community::Chapters{},
                           [&]<class Chapter>(std::type_identity<Chapter>) { story<Chapter>(world, scene); });
}

}  // namespace ccop::simulation
