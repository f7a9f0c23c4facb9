#include "community/decisions/commands.hpp"
#include "community/priorities/chapter.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

struct Idea {
  const char* title;
  const char* text;
};
constexpr std::array ideas{
    Idea{"Suppliers assessed once, for all",
         "Members share assessments of common suppliers, so that none is asked twice."},
    Idea{"Sign-in without passwords",
         "Passkeys for all staff with access to sensitive systems, and a common way to get there."},
    Idea{"Ready for the day of an incident",
         "Each organization exercises its response, and one exercise a year is common."},
    Idea{"Safe use of generative AI", "Common rules on what may be told to whose models, and how that is checked."},
    Idea{"Backups that survive", "Restoring is tested, and one copy is out of reach of whoever rules the network."}};

PriorityId next_priority(const World& world) {
  return world.read([](const Community& c) { return priorities(c).all.next(); });
}

/// The network's letter of the year.
void receive_direction(World& world, unsigned year) {
  const std::string number = std::to_string(year + 1);
  const store::Content letter = world.content(
      R"({"from":"The network above","letter":"Give priority to what members depend on together.","reference":"Letter )" +
      number + R"(","title":"Priorities of the network, letter )" + number + R"("})");
  world.ask(secretary(world), ReceiveDirection{store::content_hash(letter), world.now() - days{6}}, {letter});
}

/// Some Members propose; of most proposals a second version follows.
void propose(World& world, unsigned year) {
  const auto people = representatives(world);
  if (people.empty()) return;
  const std::uint64_t count = year == 0 ? 3 : 1;
  for (std::uint64_t i = 0; i < count; ++i) {
    const Idea& idea = ideas[(year + i) % ideas.size()];
    const PersonId proposer = people[world.chance().below(people.size())];
    const auto words = [&](const std::string& more) {
      return world.content(std::string{R"({"text":")"} + idea.text + more + R"(","title":")" + idea.title + R"("})");
    };
    const PriorityId id = next_priority(world);
    const std::vector<DirectionId> follows{{year}};
    const Time ends = world.now() + days{700 + 10 * world.chance().below(30)};
    const store::Content first = words("");
    if (!world.ask(proposer, ProposePriority{store::content_hash(first), follows, ends}, {first})) continue;
    if (!world.chance().percent(60)) continue;
    const store::Content second = words(" Measured once a year.");
    world.ask(proposer, RevisePriority{id, store::content_hash(second), follows, ends}, {second});
  }
}

/// The session decides on all proposals; now and then it rejects one.
void review(World& world, const Scene& scene) {
  const auto& people = scene.present;
  if (people.empty()) return;
  for (PriorityId id{0}; id != next_priority(world); ++id.value) {
    const auto state = world.read([&](const Community& c) { return priorities(c).all[id].state; });
    if (state != PriorityState::proposed) continue;
    const MotionId motion = world.read([](const Community& c) { return decisions(c).motions.next(); });
    if (!world.ask(people.front(), ReviewPriority{id, scene.session, Method::vote, true})) continue;
    if (!world.ask(chair(world), OpenMotion{motion, {}, {}, {}})) continue;
    const unsigned in_favour = world.chance().percent(85) ? 90 : 20;
    for (const PersonId person : people)
      world.ask(person, CastVote{motion, world.chance().percent(in_favour) ? 0u : 1u});
    world.ask(chair(world), CloseMotion{motion});
  }
}

/// Most Members say whether they are in; some say otherwise later.
void opt(World& world) {
  for (PriorityId id{0}; id != next_priority(world); ++id.value) {
    const auto state = world.read([&](const Community& c) { return priorities(c).all[id].state; });
    if (state != PriorityState::in_effect) continue;
    for (const PersonId person : representatives(world))
      if (world.chance().percent(55))
        world.ask(person, TakeStance{id, world.chance().percent(75) ? Stance::in : Stance::out});
  }
}

}  // namespace

template <>
void story<PrioritiesChapter>(World& world, const Scene& scene) {
  switch (scene.occasion) {
    case Occasion::new_year:
      receive_direction(world, scene.year);
      return propose(world, scene.year);
    case Occasion::executive_session:
      return review(world, scene);
    case Occasion::mid_year:
    case Occasion::symposium:
      return opt(world);
    default:
      return;
  }
}

}  // namespace ccop::simulation
