#include "simulation/simulation.hpp"

#include "simulation/course.hpp"
#include "simulation/stage.hpp"

#include <array>

namespace ccop::simulation {

using namespace community;

Chance::Chance(std::uint64_t seed) {
  seed_ = sha256(bytes_of("ccop-simulation " + std::to_string(seed)));
}

void Chance::fill(std::span<std::uint8_t> out) {
  for (std::size_t done = 0; done < out.size();) {
    const std::string count = std::to_string(counter_++);
    const Hash block = sha256(seed_, bytes_of(count));
    for (std::size_t i = 0; i < block.size() && done < out.size(); ++i) out[done++] = block[i];
  }
}

std::uint64_t Chance::below(std::uint64_t bound) {
  std::array<std::uint8_t, 8> bytes{};
  fill(bytes);
  std::uint64_t value = 0;
  for (const auto byte : bytes) value = value << 8 | byte;
  return value % bound;
}

namespace {

/// One in each quarter, from when the register has risks and the Members have adopted what they ask; away from the
/// symposium, which takes long.
std::vector<Date> rounds_in(unsigned year) {
  constexpr int adopted = 125;
  std::vector<Date> dates;
  if (year == 0) dates.push_back({adopted, Occasion::questions});
  for (const int day : {40, 140, 205, 320})
    if (year > 0 || day > adopted) dates.push_back({day, Occasion::round});
  return dates;
}

}  // namespace

SimulationReport simulate(const SimulationOptions& options, std::unique_ptr<store::Store> store,
                          std::shared_ptr<const store::MasterKey> master,
                          const std::function<void(unsigned)>& progress) {
  World world{options, std::move(store), std::move(master)};
  found(world);
  for (unsigned year = 0; year < options.years; ++year) {
    live_a_year(world, year, rounds_in(year));
    if (progress) progress(year + 1);
  }
  return world.report();
}

std::vector<DemoEntry> make_demo(const SimulationOptions& options, Time today, std::unique_ptr<store::Store> store,
                                 std::shared_ptr<const store::MasterKey> master) {
  World world{options, std::move(store), std::move(master)};
  found(world);
  live_the_year_before(world);
  set_the_stage(world, today);
  auto entries = entrances(world);
  static_cast<void>(world.report());
  return entries;
}

}  // namespace ccop::simulation
