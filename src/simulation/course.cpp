#include "simulation/course.hpp"

#include <algorithm>
#include <array>

namespace ccop::simulation {
namespace {

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

void live_a_year(World& world, unsigned year, std::span<const Date> besides) {
  const Time begins = world.now();
  std::vector<Date> dates{year_plan.begin(), year_plan.end()};
  dates.insert(dates.end(), besides.begin(), besides.end());
  std::ranges::stable_sort(dates, {}, &Date::day);
  for (const Date& date : dates) {
    world.wait_until(begins + days{date.day});
    play(world, {date.occasion, year});
  }
  world.wait_until(begins + days{last_day});
}

}  // namespace ccop::simulation
