// The log on its store: what is read of its right edge from memory is what lies on the disk.
#include "host/log.hpp"

#include "community/scenario.hpp"
#include "device.hpp"
#include "host/live_community.hpp"
#include "temporary_folder.hpp"

#include <set>

namespace ccop::host {
namespace {

using community::testing::charter_text;

TEST(ALogsEdge, IsTheSameFromMemoryAsFromTheDisk) {
  const testing::TemporaryFolder folder;
  const auto store = store::open_sqlite(folder.file("c.db"), true);
  const store::MasterKey master{sha256(bytes_of("master"))};
  Log log{*store, master, "localhost/log"};
  for (const std::uint64_t more : {1u, 254u, 1u, 1u, 300u, 65'536u - 557u, 1u}) {
    store::Commit commit;
    for (std::uint64_t i = 0; i < more; ++i) commit.entries.push_back("entry " + std::to_string(log.size() + i));
    log.prepare(commit);
    store->commit(commit);
    const std::uint64_t size = log.size();
    const auto from_memory = tiles_of(*store, std::make_shared<const ledger::Frontier>(log.frontier()));
    const auto from_disk = tiles_of(*store, size);
    EXPECT_EQ(ledger::root_at(size, from_memory), log.root()) << size;
    for (const std::uint64_t old : {std::uint64_t{1}, size / 2, size - 1}) {
      if (old == 0 || old >= size) continue;
      EXPECT_EQ(ledger::consistency_proof(old, size, from_memory), ledger::consistency_proof(old, size, from_disk))
          << old << " in " << size;
    }
  }
}

TEST(AnEntry, IsSaltedAnew) {  // else whoever sees a leaf could try what the entry may say
  const testing::TemporaryFolder folder;
  constexpr std::uint32_t many = 200;
  LiveCommunity live{store::open_sqlite(folder.file("c.db"), true),
                     std::make_shared<const store::MasterKey>(sha256(bytes_of("master"))), "localhost"};
  ccop::testing::Device secretary{"Secretary"};
  (void)live.execute(secretary.founding(live, charter_text("tests/charters/harbour.toml"), "harbour"));
  (void)live.execute(secretary.enrols(live));
  for (std::uint32_t i = 0; i < many; ++i) {
    const store::Content profile{std::string(16, 's'), R"({"name":"Person )" + std::to_string(i) + "\"}"};
    (void)live.execute(secretary.asks(live, community::RegisterPerson{store::content_hash(profile)}, {profile}));
  }
  std::set<Hash> salts;
  live.store().read_entries(0, live.size(),
                            [&](std::string_view entry) { salts.insert(community::decode_entry(entry).salt); });
  EXPECT_GT(live.size(), many);
  EXPECT_EQ(salts.size(), live.size());
}

}  // namespace
}  // namespace ccop::host
