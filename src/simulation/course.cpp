#include "simulation/course.hpp"

#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

struct Date {
  int day;  ///< of the year, unless it has become later
  Occasion occasion;
};
constexpr std::array year_plan{
    Date{14, Occasion::new_year},
    Date{14, Occasion::staffing},
    Date{120, Occasion::mid_year},
    Date{230, Occasion::symposium},
};
constexpr int last_day = 364;

}  // namespace

void found(World& world) {
  for (const Occasion occasion : {Occasion::founding, Occasion::staffing, Occasion::first_offices})
    play(world, {occasion});
}

void live_a_year(World& world, unsigned year) {
  const Time begins = world.now();
  for (const Date& date : year_plan) {
    world.wait_until(begins + days{date.day});
    play(world, {date.occasion, year});
  }
  world.wait_until(begins + days{last_day});
}

}  // namespace ccop::simulation
