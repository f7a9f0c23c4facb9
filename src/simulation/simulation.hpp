// Lives years of a community through the same rules as everybody: people join and leave, are absent and late, vote, tie
// and are refused. The same seed gives the same ledger, byte for byte. It makes demo data and load, and looks for
// broken invariants.
#pragma once

#include "host/live_community.hpp"
#include "simulation/software_passkey.hpp"

#include <functional>
#include <map>
#include <random>

namespace ccop::simulation {

struct SimulationOptions {
  unsigned years{1};
  std::uint64_t seed{1};
  Time starts{};
  std::string charter;  ///< the charter's TOML text
  std::string relying_party{"localhost"};
  std::string origin{"http://localhost:8080"};
  /// How many seats answer a round at most: the devices of each take some tenths of a second to make its ballot. With
  /// none there are no rounds.
  std::size_t answering{};
  /// What rounds ask, as JSON: the sets of the program and what Members rate risks by, where none is named.
  std::vector<std::string> question_sets;
  minutes opens_in{15};  ///< from its making until the demonstration's last round opens
  bool leaves_totals{};  ///< of the demonstration's second round: its trustees come in by doors of their own
};

struct SimulationReport {
  std::uint64_t entries{};
  std::uint64_t refusals{};
  std::map<std::string, std::uint64_t> refused_for;  ///< by key
  Time ends{};
};

/// Where a simulated community gets its chance from: a counter hashed with the seed, so that nothing of the machine
/// enters.
class Chance {
 public:
  explicit Chance(std::uint64_t seed);
  void fill(std::span<std::uint8_t> out);
  /// A number below `bound`, which is above 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound);
  [[nodiscard]] bool percent(unsigned likely) { return below(100) < likely; }

 private:
  Hash seed_{};
  std::uint64_t counter_{};
};

/// Founds a community in the empty `store` and lives through the years. `progress` hears the years done.
[[nodiscard]] SimulationReport simulate(const SimulationOptions& options, std::unique_ptr<store::Store> store,
                                        std::shared_ptr<const store::MasterKey> master,
                                        const std::function<void(unsigned)>& progress = {});

/// What a trustee who enters the demonstration saved when the keys were made.
struct DemoKeyFile {
  std::string name;
  std::string json;
};

/// A one-time link's secret, by which somebody enters the demonstration in a role.
struct DemoEntry {
  std::string role;
  std::string secret;
  community::PersonId person{};
  std::optional<community::MandateId> seat;
  std::optional<DemoKeyFile> key_file;
};

/// A community with one finished year and one under way as of `today`; gives the entrances.
[[nodiscard]] std::vector<DemoEntry> make_demo(const SimulationOptions& options, Time today,
                                               std::unique_ptr<store::Store> store,
                                               std::shared_ptr<const store::MasterKey> master);

}  // namespace ccop::simulation
