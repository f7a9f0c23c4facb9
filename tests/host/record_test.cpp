// The record as a whole: it passes the audit, and nobody can change it unnoticed.
#include "community/scenario.hpp"
#include "device.hpp"
#include "host/audit.hpp"
#include "host/transfer.hpp"
#include "simulation/simulation.hpp"
#include "store/sealed_settings.hpp"
#include "temporary_folder.hpp"

#include <sqlite3.h>

#include <random>

namespace ccop::host {
namespace {

using community::testing::charter_text;
using community::testing::refused_for;

std::shared_ptr<const store::MasterKey> master() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
}

simulation::SimulationOptions options(std::uint64_t seed = 1) {
  simulation::SimulationOptions simulated;
  simulated.seed = seed;
  simulated.starts = community::testing::at("2025-01-06T08:00");
  simulated.charter = charter_text("charter/ccop.toml");
  return simulated;
}

/// One simulated year, made once and copied for each test that spoils it.
const testing::TemporaryFolder& simulated_year() {
  static const testing::TemporaryFolder folder;
  static const bool made = [] {
    (void)simulation::simulate(options(), store::open_sqlite(folder.file("year.db"), true), master());
    return true;
  }();
  EXPECT_TRUE(made);
  return folder;
}

class TheRecord : public ::testing::Test {
 protected:
  TheRecord() {
    for (const auto* end : {"", "-wal", "-shm"})
      if (std::filesystem::exists(simulated_year().file("year.db") + end))
        std::filesystem::copy_file(simulated_year().file("year.db") + end, folder.file("copy.db") + end);
  }
  /// Changes the file as somebody with the database in hand would.
  void spoil(const std::string& sql) {
    sqlite3* db = nullptr;
    sqlite3_open(folder.file("copy.db").c_str(), &db);
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
    EXPECT_GT(sqlite3_total_changes(db), 0) << "the test spoiled nothing";
    sqlite3_close(db);
  }
  /// Puts another byte anywhere into any row, which an audit must notice, and takes it back.
  void change_a_byte(const std::string& table, const std::string& column, std::mt19937& chance) {
    sqlite3* db = nullptr;
    sqlite3_open(folder.file("copy.db").c_str(), &db);
    const auto prepared = [&](const std::string& sql) {
      sqlite3_stmt* statement = nullptr;
      EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
      return std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>{statement, &sqlite3_finalize};
    };
    const auto count = prepared("SELECT count(*) FROM " + table);
    EXPECT_EQ(sqlite3_step(count.get()), SQLITE_ROW);
    const auto row = chance() % static_cast<unsigned>(sqlite3_column_int(count.get(), 0));
    std::string value;
    {
      const auto reading =
          prepared("SELECT " + column + " FROM " + table + " ORDER BY 1 LIMIT 1 OFFSET " + std::to_string(row));
      EXPECT_EQ(sqlite3_step(reading.get()), SQLITE_ROW);
      value.assign(static_cast<const char*>(sqlite3_column_blob(reading.get(), 0)),
                   static_cast<std::size_t>(sqlite3_column_bytes(reading.get(), 0)));
    }
    std::string changed = value;
    changed[chance() % changed.size()] ^= static_cast<char>(1 + chance() % 255);
    const auto writing = prepared("UPDATE " + table + " SET " + column + " = ?1 WHERE " + column + " = ?2");
    const auto put = [&](const std::string& to, const std::string& from) {
      sqlite3_reset(writing.get());
      sqlite3_bind_blob(writing.get(), 1, to.data(), static_cast<int>(to.size()), SQLITE_TRANSIENT);
      sqlite3_bind_blob(writing.get(), 2, from.data(), static_cast<int>(from.size()), SQLITE_TRANSIENT);
      EXPECT_EQ(sqlite3_step(writing.get()), SQLITE_DONE);
      EXPECT_EQ(sqlite3_changes(db), 1) << "the test spoiled nothing";
    };
    put(changed, value);
    EXPECT_NE(opened().wrong, "") << "a byte of " << table << "." << column << " in row " << row;
    put(value, changed);
    sqlite3_close_v2(db);  // once its statements are gone
  }
  AuditReport audited(const AuditOptions& asked = {}) {
    const auto store = store::open_sqlite(folder.file("copy.db"), false);
    return audit(*record_of(*store), asked);
  }
  /// With the master key, which opens the contents.
  AuditReport opened() {
    AuditOptions keyed;
    keyed.master = master();
    return audited(keyed);
  }
  std::string note() { return store::open_sqlite(folder.file("copy.db"), false)->checkpoint(); }
  testing::TemporaryFolder folder;
};

TEST_F(TheRecord, OfASimulatedYearIsSound) {
  const auto report = audited();
  EXPECT_EQ(report.wrong, "");
  EXPECT_GT(report.entries, 500u);
  EXPECT_GT(report.signatures, 100u);
  EXPECT_GT(report.contents, 50u);
}

TEST_F(TheRecord, NoticesAFlippedByteAndNamesTheEntry) {
  spoil(
      "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"minutes\":60', '\"minutes\":61') AS BLOB) WHERE "
      "CAST(bytes AS TEXT) LIKE '%agenda-item-added%'");
  EXPECT_FALSE(audited().wrong.empty());
}

TEST_F(TheRecord, NoticesAChangedVoteThroughItsSignature) {
  spoil(
      "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"choice\":0', '\"choice\":1') AS BLOB) WHERE seq "
      "= "
      "(SELECT min(seq) FROM entries WHERE CAST(bytes AS TEXT) LIKE '%\"choice\":0%')");
  const auto report = audited();
  EXPECT_EQ(report.wrong, "its signature does not hold");
  EXPECT_TRUE(report.wrong_entry);
}

TEST_F(TheRecord, NoticesADroppedASwappedAndARepeatedEntry) {
  spoil("DELETE FROM entries WHERE seq = 300");
  EXPECT_FALSE(audited().wrong.empty());
}

TEST_F(TheRecord, NoticesSwappedEntries) {
  spoil(
      "UPDATE entries SET seq = -1 WHERE seq = 200; UPDATE entries SET seq = 200 WHERE seq = 201; UPDATE entries SET "
      "seq = 201 WHERE seq = -1");
  EXPECT_FALSE(audited().wrong.empty());
}

TEST_F(TheRecord, NoticesARepeatedEntry) {
  spoil("INSERT INTO entries SELECT (SELECT max(seq) + 1 FROM entries), bytes FROM entries WHERE seq = 100");
  EXPECT_FALSE(audited().wrong.empty());
}

TEST_F(TheRecord, NoticesACutOffEnd) {
  spoil("DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)");
  EXPECT_NE(audited().wrong.find("checkpoint"), std::string::npos);
}

TEST_F(TheRecord, NoticesAChangedTile) {
  spoil("UPDATE tiles SET hashes = zeroblob(8192) WHERE idx = 1");
  EXPECT_NE(audited().wrong.find("tile 0/1"), std::string::npos);
}

TEST_F(TheRecord, NoticesContentThatIsGoneWithoutAWord) {
  spoil("DELETE FROM contents WHERE hash = (SELECT min(hash) FROM contents)");
  EXPECT_NE(audited().wrong.find("gone"), std::string::npos);
}

TEST_F(TheRecord, NoticesTextsThatAreNotThoseItNames) {
  const auto sound = opened();
  EXPECT_EQ(sound.wrong, "");
  EXPECT_EQ(sound.opened, sound.contents);
  spoil("UPDATE contents SET sealed = zeroblob(length(sealed))");
  EXPECT_NE(opened().wrong.find("does not open"), std::string::npos);
  const auto without_the_key = audited();
  EXPECT_EQ(without_the_key.wrong, "");
  EXPECT_EQ(without_the_key.opened, 0u);  // and the program says so
}

/// A text moved to another's place opens, and is not the one that the record names there.
TEST_F(TheRecord, NoticesATextInAnothersPlace) {
  spoil(
      "UPDATE contents SET (salt, sealed, wrapped_key) = (SELECT salt, sealed, wrapped_key FROM contents ORDER BY hash "
      "DESC LIMIT 1) WHERE hash = (SELECT min(hash) FROM contents)");
  EXPECT_NE(opened().wrong.find("does not open"), std::string::npos);
}

TEST_F(TheRecord, NoticesANumberThatIsLeftOut) {
  spoil("UPDATE entries SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM entries)");
  EXPECT_EQ(audited().wrong, "the entries are not numbered one after the other");
}

TEST_F(TheRecord, NoticesEveryByteThatIsChanged) {
  std::mt19937 chance{3};
  for (int i = 0; i < 6; ++i) {
    change_a_byte("entries", "bytes", chance);
    change_a_byte("tiles", "hashes", chance);
    for (const auto* column : {"hash", "salt", "sealed", "wrapped_key"}) change_a_byte("contents", column, chance);
  }
}

TEST_F(TheRecord, NoticesAnotherLogsCheckpoint) {
  const ledger::Signer forger{"localhost/c/ccop/log", sha256(bytes_of("forger"))};
  const auto checkpoint = ledger::read_unverified(note());
  spoil("UPDATE settings SET value = CAST('" + forger.sign(*checkpoint) + "' AS BLOB) WHERE name = 'checkpoint'");
  EXPECT_NE(audited().wrong.find("not signed by the log's key"), std::string::npos);
  AuditOptions trusting;
  trusting.key = forger.key();
  EXPECT_NE(audited(trusting).wrong.find("is not, and never was"), std::string::npos);
}

TEST_F(TheRecord, MustExtendAnOlderCheckpoint) {
  AuditOptions since;
  since.since = note();
  EXPECT_EQ(audited(since).wrong, "");
  // The host rewrites history: another year, under the same key.
  const auto other = store::open_sqlite(folder.file("other.db"), true);
  const auto old = store::open_sqlite(folder.file("copy.db"), false);
  auto changed = options();
  changed.years = 2;
  changed.starts += std::chrono::milliseconds{1};
  (void)simulation::simulate(changed, store::open_sqlite(folder.file("rewritten.db"), true), master());
  const auto rewritten = store::open_sqlite(folder.file("rewritten.db"), false);
  EXPECT_EQ(audit(*record_of(*rewritten), {}).wrong, "");
  EXPECT_NE(audit(*record_of(*rewritten), since).wrong, "");
}

TEST_F(TheRecord, IsForgedByNobodyWhoLacksThePasskey) {
  // The server itself, with every key that it has, tries to vote in somebody's name.
  const auto forge = [&](community::Request request, std::optional<community::Signature> signature) {
    LiveCommunity live{store::open_sqlite(folder.file("copy.db"), false),
                       master(),
                       "unused",
                       {[] { return community::testing::at("2026-01-12T08:00"); }, fill_random, false}};
    Submission submission;
    submission.request = std::move(request);
    submission.signature = std::move(signature);
    return live.execute(std::move(submission));
  };
  const Time now = community::testing::at("2026-01-12T08:00");
  const auto [head, log_name] = [&] {
    const LiveCommunity live{store::open_sqlite(folder.file("copy.db"), false), master(), "unused"};
    return std::pair{live.head(), ccop::testing::Device::log_of(live)};
  }();
  const community::Request request{"ccop", community::PersonId{0}, now, head,
                                   community::OfferEnrolment{{3}, sha256(bytes_of("t")), now + days{1}}};
  const simulation::SoftwarePasskey invented{sha256(bytes_of("invented")), "localhost", "http://localhost:8080"};
  EXPECT_THAT(forge(request, invented.sign(request, log_name)), refused_for("signature-does-not-hold"));
  auto unsigned_request = request;
  unsigned_request.asked_at.reset();
  EXPECT_THAT(forge(unsigned_request, {}), refused_for("signature-does-not-hold"));

  // Even an entry put into the store beside the rules, in a tree with a true checkpoint, is found.
  const auto store = store::open_sqlite(folder.file("copy.db"), false);
  community::Entry entry;
  entry.request = request;
  entry.request.asked_at = now;
  entry.at = now;
  entry.rules = community::current_rules;
  entry.acts = {community::EnrolmentOffered{{3}, sha256(bytes_of("t")), now + days{1}}};
  entry.signature = invented.sign(entry.request, log_name);
  Log log{*store, *master(), "unused"};
  store::Commit commit;
  commit.entries.push_back(encode(entry));
  log.prepare(commit);
  store->commit(commit);
  EXPECT_EQ(audited().wrong, "its signature does not hold");
}

TEST_F(TheRecord, SurvivesExportAndImport) {
  const auto from = store::open_sqlite(folder.file("copy.db"), false);
  const auto to = store::open_sqlite(folder.file("export.db"), true);
  copy_community(*from, *to, Secrets::leave_out);
  EXPECT_EQ(audit(*record_of(*to), {}).wrong, "");
  EXPECT_EQ(to->checkpoint(), from->checkpoint());
  EXPECT_FALSE(to->setting("log-key"));
  EXPECT_THROW(copy_community(*from, *to, Secrets::leave_out), store::StoreError);
}

TEST_F(TheRecord, PassesTheAuditAfterErasureAndSaysWhatIsGone) {
  ContentHash profile{};
  {
    LiveCommunity live{store::open_sqlite(folder.file("copy.db"), false), master(), "unused"};
    profile = live.read([](const community::Community& now) { return people(now).all[{1}].profile; });
    EXPECT_TRUE(live.text(profile));
    Submission submission;
    submission.request = {"ccop", {}, {}, {}, community::EraseContent{{profile}}};
    EXPECT_TRUE(std::holds_alternative<Receipt>(live.execute(submission)));
    EXPECT_FALSE(live.text(profile));
  }
  const auto report = audited();
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.erased, 1u);
}

TEST_F(TheRecord, GivesTheSameStateFromASnapshotAsFromReplay) {
  const auto state = [&] {
    LiveCommunity live{store::open_sqlite(folder.file("copy.db"), false), master(), "unused"};
    return live.read([](const community::Community& now) { return to_snapshot(now); });
  };
  const std::string from_snapshot = state();
  store::with_sealed_settings(store::open_sqlite(folder.file("copy.db"), false), *master())->unset("snapshot");
  EXPECT_EQ(state(), from_snapshot);
}

TEST(Simulation, GivesTheSameLedgerForTheSameSeed) {
  const testing::TemporaryFolder folder;
  const auto entries = [&](const std::string& name, std::uint64_t seed) {
    auto simulated = options(seed);
    simulated.charter = charter_text("tests/charters/harbour.toml");
    (void)simulation::simulate(simulated, store::open_sqlite(folder.file(name), true), master());
    const auto store = store::open_sqlite(folder.file(name), false);
    std::string all = store->checkpoint();
    store->read_entries(0, store->size(), [&](std::string_view bytes) { all += bytes; });
    return all;
  };
  const std::string first = entries("a", 5);
  EXPECT_EQ(first, entries("b", 5));
  EXPECT_NE(first, entries("c", 6));
}

// Old acts stay valid: a ledger written by each version of the rules, from 2 on, the first that was released, passes
// with every later program.
class GoldenLedger : public ::testing::TestWithParam<std::uint32_t> {};
INSTANTIATE_TEST_SUITE_P(OfEveryVersion, GoldenLedger, ::testing::Range(2u, community::current_rules + 1));

TEST_P(GoldenLedger, Passes) {
  const testing::TemporaryFolder folder;
  const std::string name = "/tests/golden/rules-" + std::to_string(GetParam()) + ".ccop";
  std::filesystem::copy_file(std::string{CCOP_SOURCE_DIR} + name, folder.file("golden"));
  const auto store = store::open_sqlite(folder.file("golden"), false);
  store->read_entries(0, store->size(),
                      [](std::string_view bytes) { EXPECT_EQ(community::decode_entry(bytes).rules, GetParam()); });
  const auto report = audit(*record_of(*store), {});
  EXPECT_EQ(report.wrong, "");
  EXPECT_GT(report.entries, 50u);
}

}  // namespace
}  // namespace ccop::host
