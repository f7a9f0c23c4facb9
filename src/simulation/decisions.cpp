#include "community/decisions/chapter.hpp"
#include "simulation/deliveries.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"
#include "simulation/threats.hpp"

#include <array>
#include <span>

namespace ccop::simulation {
namespace {

using namespace community;

constexpr std::array motion_titles{
    "Adopt the priorities for the coming year",         "Hold the next symposium in Nairobi",
    "Adopt a common baseline for supplier assessments", "Start a pilot for shared phishing exercises",
    "Publish a guide on passkeys for executives",       "Review the incident severity scale"};

store::Content words_of(World& world, const std::string& title, const std::string& text) {
  return world.content(R"({"text":")" + text + R"(","title":")" + title + R"("})");
}

MotionId next_motion(const World& world) {
  return world.read([](const Community& c) { return decisions(c).motions.next(); });
}

/// What a motion says, as whoever acts on it sees it.
/// Some motions meet an objection, and are put to the vote.
void seek_consensus(World& world, MotionId motion, const std::vector<PersonId>& people) {
  if (people.empty() || !world.chance().percent(30)) return;
  const store::Content reason = world.content("We can't agree to this yet.");
  const PersonId objector = people[world.chance().below(people.size())];
  if (world.ask(objector, ObjectToMotion{motion, store::content_hash(reason)}, {reason}))
    world.ask(chair(world), PutMotionToVote{motion});
}

void vote(World& world, MotionId motion, const std::vector<PersonId>& people) {
  const auto in_favour = static_cast<unsigned>(40 + world.chance().below(50));
  for (const PersonId person : people) {
    const std::uint32_t choice = world.chance().percent(in_favour) ? 0 : world.chance().percent(70) ? 1 : 2;
    world.ask(person, CastVote{motion, choice});
    if (world.chance().percent(2)) world.ask(person, CastVote{motion, choice});  // somebody clicks twice
  }
}

void decide_motion(World& world, const Scene& scene, const std::string& title, bool by_recorded_vote) {
  Chance& chance = world.chance();
  const auto& people = scene.present;
  const store::Content text = words_of(world, title, "The membership decides so.");
  const MotionId motion = next_motion(world);
  const bool by_consensus = !by_recorded_vote && chance.percent(40);
  const PersonId mover = people.empty() ? secretary(world) : people[chance.below(people.size())];
  const Method method = by_consensus ? Method::consensus : Method::vote;
  const bool recorded = by_recorded_vote || chance.percent(50);
  const ProposeMotion proposal{scene.session, Purpose::resolution, store::content_hash(text), {}, method, recorded, {}};
  if (!world.ask(mover, proposal, {text})) return;
  if (!world.ask(chair(world), OpenMotion{motion, {}, {}, {}})) return;
  if (by_consensus) seek_consensus(world, motion, people);
  vote(world, motion, people);
  world.ask(chair(world), CloseMotion{motion});
}

void decide_motions(World& world, const Scene& scene) {
  const auto motions = 2 + world.chance().below(3);
  for (std::uint64_t i = 0; i < motions; ++i)
    decide_motion(world, scene, motion_titles[world.chance().below(motion_titles.size())], i == 0);
}

/// Begins a silence procedure; nothing where the rules refused it. With a source it is about a release.
std::optional<MotionId> open_silence(World& world, const std::string& title, const std::string& text, Time deadline,
                                     std::optional<OrganizationId> source = {}) {
  const store::Content words = words_of(world, title, text);
  const MotionId motion = next_motion(world);
  const Purpose purpose = source ? Purpose::release : Purpose::resolution;
  const ProposeMotion proposal{{}, purpose, store::content_hash(words), {}, Method::silence, false, source};
  if (!world.ask(secretary(world), proposal, {words})) return std::nullopt;
  if (!world.ask(secretary(world), OpenMotion{motion, deadline, "Europe/Zurich", 60})) return std::nullopt;
  return motion;
}

/// A silence procedure to its end; a few meet an objection.
void run_silence(World& world, const std::string& title) {
  const auto motion = open_silence(world, title, "Adopted unless somebody objects.", world.now() + days{10});
  if (!motion) return;
  deliver(world, *motion);
  world.pass(days{3});
  if (world.chance().percent(25)) {
    const store::Content reason = world.content("This needs a discussion first.");
    world.ask(representatives(world).front(), ObjectToMotion{*motion, store::content_hash(reason)}, {reason});
  }
  world.pass(days{8});
}

/// One seat is never told of it, so it lapses.
void leave_one_to_lapse(World& world) {
  const auto motion = open_silence(world, "Name a contact for emergencies",
                                   "Each of us names somebody who answers at night.", world.now() + days{10});
  if (motion) deliver(world, *motion, 1);
}

/// What lapsed is opened anew, and comes to everybody.
void open_again_what_lapsed(World& world) {
  const auto lapsed = world.read([](const Community& c) {
    std::vector<MotionId> found;
    for (const MotionId id : decisions(c).motions.ids()) {
      const Motion& motion = decisions(c).motions[id];
      if (motion.state == MotionState::proposed && motion.outcome == Outcome::lapsed) found.push_back(id);
    }
    return found;
  });
  for (const MotionId motion : lapsed)
    if (world.ask(secretary(world), OpenMotion{motion, world.now() + days{10}, "Europe/Zurich", 60}))
      deliver(world, motion);
}

/// The group agrees by silence to release one of the exchange's examples.
/// Beside it runs a procedure that a seat has not got the text of: its clock stands.
void release_an_example(World& world) {
  const auto source = world.read([&](const Community& c) { return membership(c).roll(world.now()).front(); });
  const auto release = open_silence(world, "Release of the phishing campaign to other communities",
                                    "Our liaisons may have it as it is. What is released: " + example_to_release(),
                                    world.now() + days{10}, source);
  if (release) deliver(world, *release);
  const auto standing =
      open_silence(world, "Keep the list of contacts for another year",
                   "It stays as it is, and is reviewed at the mid-year meeting.", world.now() + days{10});
  if (standing) deliver(world, *standing, 1);
  world.pass(days{11});
}

/// A vote that some have cast, and a silence procedure that runs.
void leave_open(World& world, const Scene& scene) {
  const auto& people = scene.present;
  const store::Content text = words_of(world, "Adopt a 24-hour sharing commitment",
                                       "Members share indicators of compromise within 24 hours of confirmation.");
  const MotionId motion = next_motion(world);
  world.ask(people.front(),
            ProposeMotion{scene.session, Purpose::resolution, store::content_hash(text), {}, Method::vote, true, {}},
            {text});
  world.ask(chair(world), OpenMotion{motion, {}, {}, {}});
  std::uint32_t voted = 0;
  for (std::size_t i = 6; i < people.size(); ++i) {
    if (!world.chance().percent(60)) continue;
    const std::uint32_t choice = world.chance().percent(80) ? 0 : 1;
    world.ask(people[i], CastVote{motion, choice});
    if (++voted % 9 == 0) world.ask(people[i], ChangeVote{motion, 1 - choice});  // and changes their mind
  }
  const auto overview = open_silence(world, "Agree to the overview of proceedings",
                                     "The note goes to the ICT Directors as it stands.", world.now() + days{9});
  // Whoever enters the demonstration finds it unread: they are among the first.
  if (overview && people.size() > 6) some_see(world, *overview, std::span{people}.subspan(6));
}

}  // namespace

template <>
void story<DecisionsChapter>(World& world, const Scene& scene) {
  switch (scene.occasion) {
    case Occasion::new_year:
      run_silence(world, "Adopt the work-plan of year " + std::to_string(scene.year + 1));
      return leave_one_to_lapse(world);
    case Occasion::mid_year:
      open_again_what_lapsed(world);
      return run_silence(world, "Endorse the mid-year summary");
    case Occasion::executive_session:
      return decide_motions(world, scene);
    case Occasion::demo_release:
      return release_an_example(world);
    case Occasion::demo_decision:
      return leave_open(world, scene);
    default:
      return;
  }
}

}  // namespace ccop::simulation
