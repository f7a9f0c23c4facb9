// An older database is put back: the host can't know it by itself, but by a head that it signed and somebody kept.
#include "host/behind.hpp"
#include "hostile/rewritten.hpp"

namespace ccop::hostile {
namespace {

using community::RegisterPerson;
using host::Failure;
using host::LiveCommunity;
using host::lost_size;
using host::Receipt;

class AnOlderDatabase : public ::testing::Test {
 protected:
  AnOlderDatabase() {
    const auto live = open();
    static_cast<void>(live->execute(
        secretary.founding(*live, community::testing::charter_text("tests/charters/harbour.toml"), "harbour")));
    static_cast<void>(live->execute(secretary.enrols(*live)));
  }
  [[nodiscard]] std::unique_ptr<LiveCommunity> open() const {
    return std::make_unique<LiveCommunity>(store::open_sqlite(folder.file("c.db"), true), master(), "localhost");
  }
  host::Outcome registers(LiveCommunity& live, const std::string& name) {
    const store::Content profile{std::string(16, 's'), R"({"email":")" + name + R"(@example.org","name":"x"})"};
    return live.execute(secretary.asks(live, RegisterPerson{store::content_hash(profile)}, {profile}));
  }
  void lives_on(int acts) {
    const auto live = open();
    for (int i = 0; i < acts; ++i)
      EXPECT_TRUE(std::holds_alternative<Receipt>(registers(*live, std::to_string(++people))));
    note = live->store().checkpoint();
  }
  void keep_a_copy() const { std::filesystem::copy_file(folder.file("c.db"), folder.file("old.db")); }
  void put_it_back() const {
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(folder.file("c.db") + end);
    std::filesystem::copy_file(folder.file("old.db"), folder.file("c.db"));
  }

  testing::TemporaryFolder folder;
  testing::Device secretary{"Secretary"};
  std::string note;  ///< the newest that anybody saw
  int people{};
};

TEST_F(AnOlderDatabase, IsKnownByTheHostsOwnSignature) {
  keep_a_copy();
  lives_on(3);
  {
    const auto live = open();
    EXPECT_FALSE(lost_size(*live, note)) << "while the record is the one that was seen";
  }
  put_it_back();
  const auto live = open();
  EXPECT_EQ(lost_size(*live, note), 5u);
}

TEST_F(AnOlderDatabase, IsKnownTooOnceItWentOnByItself) {
  keep_a_copy();
  lives_on(1);
  put_it_back();
  const std::string seen = note;
  people += 10;
  lives_on(1);
  EXPECT_EQ(lost_size(*open(), seen), 3u) << "another tree of the same size";
  lives_on(2);
  EXPECT_EQ(lost_size(*open(), seen), 3u) << "another tree within a larger one";
}

TEST_F(AnOlderDatabase, TakesNoActsNowOrLaterUntilTheLossIsKnown) {
  keep_a_copy();
  lives_on(3);
  put_it_back();
  {
    const auto live = open();
    live->fell_behind(lost_size(*live, note).value());
    EXPECT_TRUE(std::holds_alternative<Failure>(registers(*live, "a")));
    EXPECT_EQ(live->size(), 2u);
  }
  {
    const auto live = open();
    EXPECT_EQ(live->behind(), 5u);
    EXPECT_TRUE(std::holds_alternative<Failure>(registers(*live, "b")));
  }
  const auto live = open();
  live->accept_loss();
  EXPECT_TRUE(std::holds_alternative<Receipt>(registers(*live, "c")));
  EXPECT_FALSE(lost_size(*live, note)) << "what was lost then is known";
}

TEST_F(AnOlderDatabase, ThatLacksMoreThanWasKnownIsToldAnew) {
  keep_a_copy();
  lives_on(1);
  const std::string first = note;
  lives_on(2);
  put_it_back();
  const auto live = open();
  live->fell_behind(lost_size(*live, first).value());
  live->accept_loss();
  EXPECT_FALSE(lost_size(*live, first));
  EXPECT_EQ(lost_size(*live, note), 5u);
}

TEST_F(AnOlderDatabase, IsNotMadeUpByAnybodyElse) {
  lives_on(1);
  const auto live = open();
  const std::string name = note.substr(0, note.find('\n'));
  const ledger::Signer stranger{name, sha256(bytes_of("stranger"))};
  EXPECT_FALSE(lost_size(*live, stranger.sign({name, 1000, Hash{}})));
  std::string changed = note;
  changed.replace(changed.find("\n3\n"), 3, "\n9\n");
  for (const std::string& told : {changed, std::string{}, std::string{"\n\n\n"}, note.substr(0, note.size() / 2),
                                  std::string(100'000, 'x'), note + std::string(host::longest_note, 'x')})
    EXPECT_FALSE(lost_size(*live, told));
  EXPECT_TRUE(std::holds_alternative<Receipt>(registers(*live, "goes on")));
}

}  // namespace
}  // namespace ccop::hostile
