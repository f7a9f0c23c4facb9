// Settings under their seal, on both engines. PostgreSQL's tests run where CCOP_TEST_POSTGRES names a database.
#include "store/sealed_settings.hpp"

#include "temporary_folder.hpp"

#include <unistd.h>

namespace ccop::store {
namespace {

class SealedSettings : public ::testing::TestWithParam<std::string> {
 protected:
  /// As the database lies there, for whoever has it in hand.
  std::unique_ptr<Store> bare(const std::string& name = "one") {
    if (GetParam() == "sqlite") return open_sqlite(folder.file(name + ".db"), true);
    std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    return open_postgres(std::getenv("CCOP_TEST_POSTGRES"),
                         name + std::to_string(getpid()) + "_" + test.substr(0, test.find('/')), true);
  }
  std::unique_ptr<Store> sealed(const std::string& name = "one") { return with_sealed_settings(bare(name), key); }
  static Commit commit_of(std::uint64_t first, const std::string& entry) {
    Commit commit;
    commit.first_seq = first;
    commit.entries = {entry};
    commit.checkpoint = "note of " + std::to_string(first + 1);
    return commit;
  }
  static std::string all_of(Store& store, const std::string& prefix) {
    std::string all;
    store.each_setting(prefix, [&](std::string_view name, std::string_view value) {
      all += std::string{name} + "=" + std::string{value} + " ";
    });
    return all;
  }

  testing::TemporaryFolder folder;
  const MasterKey key{sha256(bytes_of("master"))};
};

std::vector<std::string> engines_of_sealed() {
  std::vector<std::string> all{"sqlite"};
  if (std::getenv("CCOP_TEST_POSTGRES") != nullptr) all.emplace_back("postgres");
  return all;
}
INSTANTIATE_TEST_SUITE_P(Engines, SealedSettings, ::testing::ValuesIn(engines_of_sealed()),
                         [](const auto& engine) { return engine.param; });

TEST_P(SealedSettings, AreThoseThatWereWritten) {
  {
    const auto store = sealed();
    store->set("session/a", "1");
    store->set("session/b", "2");
    store->set("other", "3");
    store->commit(commit_of(0, "entry"));
    store->set("session/a", "4");
    store->unset("session/b");
    store->unset("nothing");
    EXPECT_EQ(all_of(*store, "session/"), "session/a=4 ");
  }
  const auto store = sealed();
  EXPECT_EQ(all_of(*store, ""), "other=3 session/a=4 ");
  EXPECT_EQ(store->setting("other"), "3");
  EXPECT_FALSE(store->setting("session/b"));
  EXPECT_EQ(store->checkpoint(), "note of 1");
  check_settings(*bare(), key);
}

TEST_P(SealedSettings, TakeInNoneThatWasNeverSealed) {
  bare("a")->set("log-key", "wrapped");
  EXPECT_EQ(sealed("a")->setting("log-key"), "wrapped") << "a log that is about to begin";
  bare("b")->set("session/a", "1");
  EXPECT_THROW(sealed("b"), SealBroken);
  bare("c")->commit(commit_of(0, "entry"));
  EXPECT_THROW(sealed("c"), SealBroken);
  seal_settings(*bare("c"), key, {{"new", "1"}});
  EXPECT_EQ(all_of(*sealed("c"), ""), "new=1 ");
}

TEST_P(SealedSettings, AreBoundToTheHeadBesideThem) {
  const auto old_rows = [&] {
    const auto store = sealed();
    store->commit(commit_of(0, "first"));
    store->set("token/a", "1");
    return std::pair{bare()->setting("token/a"), bare()->setting("seal")};
  }();
  {
    const auto store = sealed();
    store->unset("token/a");
    store->commit(commit_of(1, "second"));
  }
  bare()->change({{"token/a", old_rows.first}, {"seal", old_rows.second}});
  EXPECT_THROW(sealed(), SealBroken);
}

TEST_P(SealedSettings, HoldWhatIsReadAgainstWhatWasSealed) {
  const auto store = sealed();
  store->set("token/a", "1");
  bare()->set("token/a", "2");
  EXPECT_THROW(static_cast<void>(store->setting("token/a")), SealBroken);
  EXPECT_THROW(all_of(*store, "token/"), SealBroken);
  bare()->set("token/a", "1");
  bare()->set("token/b", "1");
  EXPECT_THROW(static_cast<void>(store->setting("token/b")), SealBroken);
  EXPECT_THROW(all_of(*store, "token/"), SealBroken);
  bare()->change({{"token/a", std::nullopt}, {"token/b", std::nullopt}});
  EXPECT_THROW(static_cast<void>(store->setting("token/a")), SealBroken);
  EXPECT_THROW(all_of(*store, "token/"), SealBroken) << "one that is gone";
  store->set("other", "3");
  EXPECT_THROW(sealed(), SealBroken) << "what was taken away meanwhile is not sealed as it is";
}

/// A name and a value are not to be cut elsewhere.
TEST_P(SealedSettings, TellANameFromItsValue) {
  {
    const auto store = sealed();
    store->set("ab", "c");
  }
  bare()->change({{"ab", std::nullopt}, {"a", "bc"}});
  EXPECT_THROW(sealed(), SealBroken);
}

TEST_P(SealedSettings, AreOfOneMasterKey) {
  sealed()->set("a", "1");
  const MasterKey other{sha256(bytes_of("another"))};
  EXPECT_THROW(static_cast<void>(with_sealed_settings(bare(), other)), SealBroken);
  EXPECT_THROW(check_settings(*bare(), other), SealBroken);
}

/// After a change that failed nobody knows what the database holds, until it is read again.
TEST_P(SealedSettings, GoOnAfterACommitThatFailed) {
  const auto store = sealed();
  store->commit(commit_of(0, "first"));
  store->set("a", "1");
  EXPECT_THROW(store->commit(commit_of(0, "a place that is taken")), StoreBusy);
  EXPECT_EQ(store->setting("a"), "1");
  store->set("a", "2");
  store->commit(commit_of(1, "second"));
  EXPECT_EQ(sealed()->setting("a"), "2");
}

TEST_P(SealedSettings, TakeNoOlderOnesAfterACommitThatFailed) {
  const auto store = sealed();
  store->commit(commit_of(0, "first"));
  store->set("a", "1");
  const auto seal = bare()->setting("seal");
  store->set("a", "2");
  EXPECT_THROW(store->commit(commit_of(0, "a place that is taken")), StoreBusy);
  bare()->change({{"a", "1"}, {"seal", seal}});
  EXPECT_THROW(store->set("b", "1"), SealBroken);
}

}  // namespace
}  // namespace ccop::store
