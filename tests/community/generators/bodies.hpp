// Random requests about the bodies.
#pragma once

#include "community/bodies/commands.hpp"
#include "community/generators/generator.hpp"

namespace ccop::community::testing {

template <>
struct Generator<AppointSecretary> {
  static AppointSecretary draw(const World& world) { return {somebody(world), around(world)}; }
};
template <>
struct Generator<SeatFoundingCoChair> {
  static SeatFoundingCoChair draw(const World& world) { return {below(3), somebody(world), around(world)}; }
};
template <>
struct Generator<ResignCoChair> {
  static ResignCoChair draw(const World&) { return {}; }
};

}  // namespace ccop::community::testing
