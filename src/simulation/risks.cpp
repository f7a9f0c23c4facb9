#include "simulation/risks.hpp"

#include "base/codec.hpp"
#include "community/risks/chapter.hpp"
#include "exposure/rating_set.hpp"
#include "simulation/offices.hpp"
#include "simulation/sample_risks.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {
namespace {

using namespace community;

constexpr std::array qualities{"confidentiality", "integrity", "availability", "reliability"};

std::string content_of(const SampleRisk& sample) {
  const auto range = [](unsigned least, unsigned most) {
    return R"({"least":)" + std::to_string(least) + R"(,"most":)" + std::to_string(most) + "}";
  };
  std::string harms;
  for (std::size_t i = 0; i < qualities.size(); ++i)
    harms += std::string{i == 0 ? "" : ","} + "\"" + qualities[i] + R"(":{"harm":")" + sample.harms[i].harm +
             R"(","why":")" + sample.harms[i].why + "\"}";
  return R"({"bands":{"frequency":)" + std::to_string(sample.bands[0]) + R"(,"impact":)" +
         std::to_string(sample.bands[1]) + R"(},"confidence":"medium","harms":{)" + harms +
         R"(},"incidents":[],"marking":"amber","origin":")" + sample.origin + R"(","outcomes":)" + sample.outcomes +
         R"(,"ranges":{"loss":)" + range(sample.ranges[2], sample.ranges[3]) + R"(,"times_in_a_century":)" +
         range(sample.ranges[0], sample.ranges[1]) + R"(},"techniques":)" + sample.techniques + R"(,"threat":")" +
         sample.threat + R"(","title":")" + sample.title + "\"}";
}

Risk risk_of(const World& world, RiskId id) {
  return world.read([&](const Community& c) { return risks(c).all[id]; });
}

RiskId next_risk(const World& world) {
  return world.read([](const Community& c) { return risks(c).all.next(); });
}

/// Somebody proposes the next of the samples.
void propose(World& world, const SampleRisk& sample) {
  const auto people = representatives(world);
  if (people.empty()) return;
  const store::Content text = world.content(content_of(sample));
  world.ask(people[world.chance().below(people.size())], ProposeRisk{store::content_hash(text), {}}, {text});
}

/// The committee takes up most of what is proposed, each for an organization that looks at it within a year.
void answer_proposals(World& world) {
  for (RiskId id{0}; id != next_risk(world); ++id.value) {
    if (risk_of(world, id).state != RiskState::proposed) continue;
    const auto people = representatives(world);
    if (people.empty()) return;
    const auto seat = world.read([&](const Community& c) {
      return membership(c).seat_organization(people[world.chance().below(people.size())], world.now());
    });
    if (seat) world.ask(secretary(world), TakeUpRisk{id, *seat, world.now() + days{200 + world.chance().below(160)}});
  }
}

/// Who owns a risk looks at it, and says so; some are handed over, and a few are over.
void look_again(World& world, RiskId id) {
  const Risk risk = risk_of(world, id);
  const auto owner = world.read([&](const Community& c) { return owner_of(c, risk, world.now()); });
  const PersonId keeper = voice_of(world, owner).value_or(secretary(world));
  const auto luck = world.chance().below(100);
  if (luck < 60) {
    const store::Content note = world.content("Looked at with those who run it; what is written still holds.");
    world.ask(keeper, ReviewRisk{id, store::content_hash(note), world.now() + days{350}}, {note});
  } else if (luck < 75) {
    const store::Content text = world.content(content_of(sample_risks[id.value % sample_risks.size()]));
    world.ask(keeper, ReviseRisk{id, store::content_hash(text), {}}, {text});
  } else if (luck < 85) {
    const auto people = representatives(world);
    const auto seat = world.read([&](const Community& c) {
      return membership(c).seat_organization(people[world.chance().below(people.size())], world.now());
    });
    if (seat) world.ask(keeper, HandOverRisk{id, *seat});
  } else if (luck < 88) {
    const store::Content reason = world.content("What it was about is no longer in use.");
    world.ask(secretary(world), CloseRisk{id, store::content_hash(reason)}, {reason});
  }
}

/// One more in each year, of which the committee declines some.
void propose_another(World& world) {
  const RiskId id = next_risk(world);
  propose(world, sample_risks[id.value % sample_risks.size()]);
  if (id == next_risk(world) || !world.chance().percent(40)) return;
  const store::Content reason = world.content("It is a part of a risk that stands in the register.");
  world.ask(secretary(world), DeclineRisk{id, store::content_hash(reason)}, {reason});
}

}  // namespace

std::optional<exposure::QuestionSet> questions_on_risks(const World& world) {
  std::vector<exposure::RiskToRate> open;
  for (RiskId id{0}; id != next_risk(world); ++id.value) {
    const Risk risk = risk_of(world, id);
    if (risk.state == RiskState::open)
      open.push_back({id.value + 1, sample_risks[id.value % sample_risks.size()].title});
  }
  if (open.empty()) return std::nullopt;
  return world.read([&](const Community& c) {
    const Charter& rules = charter(c);
    return exposure::rating_set(1, rules.name, open, {rules.risks.frequency, rules.risks.impact});
  });
}

template <>
void story<RisksChapter>(World& world, const Scene& scene) {
  switch (scene.occasion) {
    case Occasion::mid_year:
      if (next_risk(world).value == 0)
        for (const SampleRisk& sample : sample_risks) propose(world, sample);
      else
        propose_another(world);
      return answer_proposals(world);
    case Occasion::symposium:
      for (RiskId id{0}; id != next_risk(world); ++id.value)
        if (risk_of(world, id).state == RiskState::open && world.chance().percent(50)) look_again(world, id);
      return;
    default:
      return;
  }
}

}  // namespace ccop::simulation
