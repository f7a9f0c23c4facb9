// The course of a simulated community: its founding, then year after year.
#pragma once

#include "simulation/story.hpp"

namespace ccop::simulation {

/// What there is to tell of on a day of the year, unless it has become later.
struct Date {
  int day;
  Occasion occasion;
};

void found(World& world);
/// The first year is 0. `besides` what each year has happens this, too.
void live_a_year(World& world, unsigned year, std::span<const Date> besides = {});

}  // namespace ccop::simulation
