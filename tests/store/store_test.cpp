// The same tests for both engines. PostgreSQL's run where CCOP_TEST_POSTGRES names a database, which ./check starts.
#include "store/store.hpp"

#include "object_store.hpp"
#include "postgres.hpp"
#include "store/vault.hpp"
#include "temporary_folder.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <future>

namespace ccop::store {
namespace {

class StoreTest : public ::testing::TestWithParam<std::string> {
 protected:
  std::unique_ptr<Store> open(const std::string& name = "one") {
    if (GetParam() == "sqlite") return open_sqlite(folder_.file(name + ".db"), true);
    return open_postgres(
        std::getenv("CCOP_TEST_POSTGRES"),
        name + std::to_string(getpid()) + "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name(), true);
  }
  static Commit commit_of(std::uint64_t first, std::vector<std::string> entries) {
    Commit commit;
    commit.first_seq = first;
    commit.entries = std::move(entries);
    commit.checkpoint = "note of " + std::to_string(first + commit.entries.size());
    return commit;
  }
  static std::vector<std::string> entries_of(Store& store, std::uint64_t first, std::uint64_t count) {
    std::vector<std::string> entries;
    store.read_entries(first, count, [&](std::string_view bytes) { entries.emplace_back(bytes); });
    return entries;
  }
  testing::TemporaryFolder folder_;
};

std::vector<std::string> engines() {
  std::vector<std::string> all{"sqlite"};
  if (std::getenv("CCOP_TEST_POSTGRES") != nullptr) all.emplace_back("postgres");
  return all;
}
INSTANTIATE_TEST_SUITE_P(Engines, StoreTest, ::testing::ValuesIn(engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(StoreTest, GivesBackWhatWasCommitted) {
  const auto store = open();
  EXPECT_EQ(store->size(), 0u);
  auto commit = commit_of(0, {"first", std::string{"\0\xFF", 2}, ""});
  commit.tiles.push_back({1, 7, "hashes"});
  store->commit(commit);
  EXPECT_EQ(store->size(), 3u);
  EXPECT_EQ(store->checkpoint(), "note of 3");
  EXPECT_EQ(entries_of(*store, 1, 5), (std::vector<std::string>{std::string{"\0\xFF", 2}, ""}));
  EXPECT_EQ(store->read_tile(1, 7), "hashes");
  EXPECT_FALSE(store->read_tile(0, 7));
}

TEST_P(StoreTest, ACommitIsWholeOrNothing) {
  const auto store = open();
  store->commit(commit_of(0, {"first"}));
  auto clash = commit_of(0, {"another first"});
  clash.contents.push_back({ContentHash{sha256(bytes_of("c"))}, "salt", "sealed", "key"});
  EXPECT_THROW(store->commit(clash), StoreBusy);
  EXPECT_EQ(entries_of(*store, 0, 9), std::vector<std::string>{"first"});
  EXPECT_EQ(store->checkpoint(), "note of 1");
  EXPECT_FALSE(store->read_content(ContentHash{sha256(bytes_of("c"))}));
  store->commit(commit_of(1, {"second"}));
  EXPECT_EQ(store->size(), 2u);
}

TEST_P(StoreTest, ForgetsErasedContent) {
  const auto store = open();
  const ContentHash hash{sha256(bytes_of("content"))};
  auto commit = commit_of(0, {"e"});
  commit.contents.push_back({hash, "salt", "sealed", "key"});
  store->commit(commit);
  EXPECT_EQ(store->read_content(hash)->sealed, "sealed");
  auto erasing = commit_of(1, {"f"});
  erasing.erased.push_back(hash);
  store->commit(erasing);
  EXPECT_FALSE(store->read_content(hash));
}

TEST_P(StoreTest, KeepsSettingsByPrefix) {
  const auto store = open();
  store->set("session/b", "2");
  store->set("session/a", "1");
  store->set("other", "3");
  store->set("session/a", "4");
  std::string all;
  store->each_setting("session/", [&](std::string_view name, std::string_view value) {
    all += std::string{name} + "=" + std::string{value} + ";";
  });
  EXPECT_EQ(all, "session/a=4;session/b=2;");
  store->unset("session/a");
  EXPECT_FALSE(store->setting("session/a"));
}

TEST_P(StoreTest, IsWrittenByOneProcessAtATime) {
  const auto store = open();
  const auto second = open();
  store->lock_for_writing();
  EXPECT_THROW(second->lock_for_writing(), StoreBusy);
}

TEST(Postgres, TakesUpALostConnectionWithItsLock) {
  const char* url = std::getenv("CCOP_TEST_POSTGRES");
  if (url == nullptr) return;  // ./check always sets it
  const std::string name = "again" + std::to_string(getpid());
  const auto store = open_postgres(url, name, true);
  store->lock_for_writing();
  Commit commit;
  commit.entries = {"first"};
  testing::end_postgres_connections();
  store->commit(commit);
  testing::end_postgres_connections();
  EXPECT_EQ(store->size(), 1u);
  testing::end_postgres_connections();
  store->set("name", "value");
  EXPECT_EQ(store->setting("name"), "value");
  EXPECT_THROW(open_postgres(url, name, false)->lock_for_writing(), StoreBusy);
  EXPECT_THROW(store->commit(commit), StoreBusy) << "a place that is taken stays taken";
}

TEST(Postgres, IsUsedByWhoeverMayMakeSchemasThereAndNothingElse) {
  if (std::getenv("CCOP_TEST_POSTGRES") == nullptr) return;  // ./check always sets it
  const testing::LeastPostgresUser least;
  const auto store = open_postgres(least.address(), "ofleast", true);
  store->lock_for_writing();
  Commit commit;
  commit.entries = {"first"};
  store->commit(commit);
  store->set("name", "value");
  EXPECT_EQ(store->size(), 1u);
  EXPECT_EQ(store->setting("name"), "value");
  const auto objects = open_postgres_objects(least.address(), "ofleast", words_of);
  static_cast<void>(objects->add(std::vector{object(1, 1, "one")}, 1));
  EXPECT_EQ(objects->page({{2}}).size(), 1u);
}

TEST(Postgres, IsSetUpBySeveralAtOnce) {
  const char* url = std::getenv("CCOP_TEST_POSTGRES");
  if (url == nullptr) return;  // ./check always sets it
  for (int round = 0; round < 8; ++round) {
    const std::string name = "atonce" + std::to_string(getpid()) + "x" + std::to_string(round);
    std::vector<std::future<std::uint64_t>> opened;
    for (int i = 0; i < 4; ++i)
      opened.push_back(std::async(std::launch::async, [&] { return open_postgres(url, name, true)->size(); }));
    for (auto& each : opened) EXPECT_EQ(each.get(), 0u);
  }
}

/// What a process without root's privileges hears when it does `what`.
std::string heard_without_privileges(const std::function<void()>& what) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  const pid_t child = fork();
  if (child == 0) {
    std::string heard;
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(1);
    try {
      what();
    } catch (const StoreError& error) {
      heard = error.what();
    }
    _exit(write(ends[1], heard.data(), heard.size()) < 0 ? 1 : 0);
  }
  close(ends[1]);
  std::array<char, 1000> heard{};
  const auto length = read(ends[0], heard.data(), heard.size());
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return {heard.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

TEST(Sqlite, SaysThatItsFolderOrFileIsReadOnly) {
  const testing::TemporaryFolder folder;
  const std::string file = folder.file("c.db");
  (void)open_sqlite(file, true);
  const auto heard = [&] { return heard_without_privileges([&] { (void)open_sqlite(file, true); }); };
  chmod(folder.path().c_str(), 0555);
  EXPECT_EQ(heard(), folder.path() + " can't be written to: Permission denied");
  chmod(folder.path().c_str(), 0777);
  chmod(file.c_str(), 0444);
  EXPECT_EQ(heard(), file + " can't be written to: Permission denied");
}

TEST(Sqlite, SaysWhichFileItCantOpen) {
  try {
    (void)open_sqlite("/nowhere/at/all.db", true);
    FAIL();
  } catch (const StoreError& error) {
    EXPECT_NE(std::string{error.what()}.find("/nowhere/at/all.db"), std::string::npos);
  }
}

TEST(Vault, GivesBackContentAndHidesItAtRest) {
  const MasterKey key{sha256(bytes_of("master"))};
  const Content content{std::string(32, 's'), "The name of a person"};
  const ContentRow row = seal(content, key);
  EXPECT_EQ(row.hash, content_hash(content));
  EXPECT_EQ(row.sealed.find("person"), std::string::npos);
  EXPECT_EQ(unseal(row, key).text, content.text);
}

TEST(Vault, NoticesEveryFlippedByteAndAnotherKey) {
  const MasterKey key{sha256(bytes_of("master"))};
  const ContentRow row = seal({std::string(16, 's'), "text"}, key);
  for (std::string ContentRow::*part : {&ContentRow::sealed, &ContentRow::salt, &ContentRow::wrapped_key}) {
    for (std::size_t i = 0; i < (row.*part).size(); ++i) {
      ContentRow flipped = row;
      (flipped.*part)[i] = static_cast<char>((flipped.*part)[i] ^ 1);
      EXPECT_THROW((void)unseal(flipped, key), StoreError);
    }
  }
  EXPECT_THROW((void)unseal(row, MasterKey{sha256(bytes_of("another"))}), StoreError);
}

TEST(Vault, SaltsKeepEqualTextsApart) {
  EXPECT_NE(content_hash({std::string(16, 'a'), "same"}), content_hash({std::string(16, 'b'), "same"}));
  // The salt's length is part of the hash, so bytes can't wander between salt and text.
  EXPECT_NE(content_hash({std::string(16, 'a'), "ab"}), content_hash({std::string(17, 'a'), "b"}));
}

TEST(MasterKey, IsMadePrivateAndRefusedWhenOthersCanReadIt) {
  const testing::TemporaryFolder folder;
  const std::string file = folder.file("master.key");
  EXPECT_THROW((void)MasterKey::find(file, false), StoreError);
  const Hash made = MasterKey::find(file, true)->bytes();
  EXPECT_EQ(MasterKey::find(file, false)->bytes(), made);
  chmod(file.c_str(), 0644);
  EXPECT_THROW((void)MasterKey::find(file, false), StoreError);
  chmod(file.c_str(), 0600);
  std::ofstream{file} << "not a key\n";
  EXPECT_THROW((void)MasterKey::find(file, false), StoreError);
}

}  // namespace
}  // namespace ccop::store
