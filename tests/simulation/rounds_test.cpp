// Four years of rounds: in each quarter the same few questions as a year before, and never quite the same organizations
// that answer (clause 2.2).
#include "community/community.hpp"
#include "community/entry.hpp"
#include "community/scenario.hpp"
#include "exposure/a_question_set.hpp"
#include "host/audit.hpp"
#include "simulation/simulation.hpp"
#include "temporary_folder.hpp"

namespace ccop::simulation {
namespace {

using namespace community;

/// The community's charter with so many of its organizations that few can stay away, and rounds that ten must answer.
std::string small_charter() {
  constexpr std::size_t organizations = 22;
  const std::string begins = "[[organization]]", usual = "least_answers = 15";
  std::string charter = community::testing::charter_text("charter/ccop.toml");
  charter.replace(charter.find(usual), usual.size(), "least_answers = 10");
  auto end = charter.find(begins);
  for (std::size_t i = 0; i < organizations; ++i) end = charter.find(begins, end + 1);
  return charter.erase(end, charter.find("[[clause]]") - end);
}

/// Each quarter asks one question of two levels.
std::string small_set() {
  auto set = exposure::testing::a_set_of(4, 2);
  const std::array<std::string, 4> groups{"GV.A", "ID", "PR", "DE"};
  for (std::size_t i = 0; i < groups.size(); ++i) set["questions"][i]["group"] = groups[i];
  return set.dump();
}

/// Whose answers are in the totals of each counted round, by what it asked.
std::vector<std::pair<AskedPart, std::vector<OrganizationId>>> counted_in(const Community& now) {
  std::vector<std::pair<AskedPart, std::vector<OrganizationId>>> all;
  for (const ExposureRound& round : assessment(now).rounds)
    if (const Election& ballot = elections(now).all[round.election]; ballot.outcome == ElectionOutcome::counted)
      all.emplace_back(round.asks.at(0), ballot.casters());
  return all;
}

std::size_t without(const std::vector<OrganizationId>& some, const std::vector<OrganizationId>& others) {
  std::vector<OrganizationId> rest;
  std::ranges::set_difference(some, others, std::back_inserter(rest));
  return rest.size();
}

TEST(FourYearsOfRounds, AreLevelledWhereFewStayAwayAndPassTheAudit) {
  const ccop::testing::TemporaryFolder folder;
  const auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
  SimulationOptions options;
  options.years = 4;
  options.starts = community::testing::at("2025-01-06T08:00");
  options.charter = small_charter();
  options.answering = 30;
  options.question_sets = {small_set()};
  (void)simulate(options, store::open_sqlite(folder.file("years.db"), true), master);

  const auto store = store::open_sqlite(folder.file("years.db"), false);
  Community now;
  host::AuditOptions asked;
  asked.master = master;
  asked.sound = [&](const Community& sound) { now = sound; };
  const auto report = host::audit(*host::record_of(*store), asked);
  EXPECT_EQ(report.wrong, "");

  const auto& rounds = assessment(now).rounds;
  EXPECT_GT(std::ranges::count_if(rounds, [](const ExposureRound& round) { return !round.left_out.empty(); }), 0);
  const auto counted = counted_in(now);
  EXPECT_GT(counted.size(), 4u) << "some questions were asked again";
  using ::testing::AnyOf;
  using ::testing::Ge;
  for (std::size_t later = 0; later < counted.size(); ++later)
    for (std::size_t before = 0; before < later; ++before) {
      if (!(counted[before].first == counted[later].first)) continue;
      EXPECT_THAT(without(counted[later].second, counted[before].second), AnyOf(0u, Ge(fewest_apart)));
      EXPECT_THAT(without(counted[before].second, counted[later].second), AnyOf(0u, Ge(fewest_apart)));
    }
}

}  // namespace
}  // namespace ccop::simulation
