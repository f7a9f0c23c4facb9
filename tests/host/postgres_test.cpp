// A simulated year on PostgreSQL: the same rules, the same entries, the same audit. Runs where CCOP_TEST_POSTGRES names
// a database.
#include "community/scenario.hpp"
#include "host/audit.hpp"
#include "simulation/simulation.hpp"
#include "temporary_folder.hpp"

#include <unistd.h>

namespace ccop::host {
namespace {

TEST(OnPostgres, ASimulatedYearIsTheSameAsOnSqliteByteForByte) {
  const char* url = std::getenv("CCOP_TEST_POSTGRES");
  if (url == nullptr) GTEST_SKIP();  // ./check always sets it
  const auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
  simulation::SimulationOptions options;
  options.starts = community::testing::at("2025-01-06T08:00");
  options.charter = community::testing::charter_text("tests/charters/harbour.toml");
  const std::string slug = "year" + std::to_string(getpid());
  const testing::TemporaryFolder folder;
  (void)simulation::simulate(options, store::open_postgres(url, slug, true), master);
  (void)simulation::simulate(options, store::open_sqlite(folder.file("year.db"), true), master);

  const auto postgres = store::open_postgres(url, slug, false);
  const auto sqlite = store::open_sqlite(folder.file("year.db"), false);
  EXPECT_EQ(audit(*record_of(*postgres), {}).wrong, "");
  EXPECT_EQ(postgres->checkpoint(), sqlite->checkpoint());
  LiveCommunity again{store::open_postgres(url, slug, false), master, "unused"};  // from its snapshot
  EXPECT_EQ(again.size(), sqlite->size());
}

}  // namespace
}  // namespace ccop::host
