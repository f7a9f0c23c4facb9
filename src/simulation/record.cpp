#include "community/record/chapter.hpp"
#include "identity/device_key.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

#include <stdexcept>

namespace ccop::simulation {
namespace {

using namespace community;

/// The community begins with its Secretary, who can then bring in the others.
void found_with_the_secretary(World& world) {
  const store::Content profile =
      world.content(R"({"email":"secretary@example.org","name":"The Secretary","title":"Secretary"})");
  const std::string link = world.link_secret();
  const PersonId secretary = world.read([](const Community& c) { return people(c).all.next(); });
  const Found founding{world.charter_text(), world.log_key(), store::content_hash(profile),
                       identity::LinkKey{link}.public_key(), world.now() + days{7}};
  if (!world.ask_as_host(founding, {profile})) throw std::logic_error("the founding was refused");
  enrol(world, secretary, link);
}

}  // namespace

template <>
void story<RecordChapter>(World& world, const Scene& scene) {
  if (scene.occasion == Occasion::founding) found_with_the_secretary(world);
}

}  // namespace ccop::simulation
