#include "simulation/deliveries.hpp"

#include "community/decisions/commands.hpp"
#include "community/decisions/delivery.hpp"
#include "community/kernel/standing.hpp"
#include "simulation/offices.hpp"

namespace ccop::simulation {

using namespace community;

namespace {

void tell_by_another_way(World& world, MotionId motion, OrganizationId organization) {
  const store::Content way = world.content("By telephone, and the text by courier.");
  world.ask(secretary(world), AttestDelivery{motion, organization, store::content_hash(way)}, {way});
}

void deliver_to(World& world, MotionId motion, OrganizationId organization) {
  const auto person = voice_of(world, organization);
  if (!person) return tell_by_another_way(world, motion, organization);
  if (world.chance().percent(70)) {
    world.ask(*person, SeeMotion{motion});
  } else if (world.chance().percent(70)) {
    world.ask_as_mailer(motion, *person, "250 2.0.0 Ok: queued");
  } else {
    tell_by_another_way(world, motion, organization);
  }
}

}  // namespace

void deliver(World& world, MotionId motion, std::size_t left_out) {
  const auto waiting =
      world.read([&](const Community& c) { return unreached(c, decisions(c).motions[motion], world.now()); });
  for (std::size_t i = 0; i + left_out < waiting.size(); ++i) deliver_to(world, motion, waiting[i]);
}

void some_see(World& world, MotionId motion, std::span<const PersonId> people) {
  for (const PersonId person : people) {
    const bool is_asked =
        world.read([&](const Community& c) { return speaking_member(c, person, world.now()).has_value(); });
    if (is_asked && world.chance().percent(60)) world.ask(person, SeeMotion{motion});
  }
}

}  // namespace ccop::simulation
