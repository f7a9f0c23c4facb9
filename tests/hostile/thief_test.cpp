// A thief who can write to the database, and has no master key: nothing that lies beside the record is believed once it
// was changed.
#include "community/people/state.hpp"
#include "hostile/rewritten.hpp"
#include "server/served_site.hpp"
#include "store/sealed_settings.hpp"

#include <sqlite3.h>

#include <fstream>
#include <random>

namespace ccop::hostile {
namespace {

using server::ServedSite;
using server::Site;
using store::SealBroken;
using Rows = std::map<std::string, std::string>;

/// A community's file, in the hands of somebody who knows SQLite.
class Database {
 public:
  explicit Database(const std::string& file) { EXPECT_EQ(sqlite3_open(file.c_str(), &db_), SQLITE_OK); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;
  ~Database() { sqlite3_close_v2(db_); }

  [[nodiscard]] Rows settings() {
    Rows rows;
    each("SELECT name, value FROM settings", [&](sqlite3_stmt* row) { rows[text(row, 0)] = text(row, 1); });
    return rows;
  }
  void put(const std::string& name, const std::string& value) {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db_, "REPLACE INTO settings VALUES (?, ?)", -1, &statement, nullptr), SQLITE_OK);
    sqlite3_bind_text(statement, 1, name.data(), static_cast<int>(name.size()), SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement, 2, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_DONE);
    sqlite3_finalize(statement);
  }
  void replace_all(const Rows& rows) {
    run("DELETE FROM settings");
    for (const auto& [name, value] : rows) put(name, value);
  }
  void run(const std::string& sql) {
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
    EXPECT_GT(sqlite3_total_changes(db_), 0) << "the thief changed nothing";
  }
  /// All that the tables hold; throws where they can't be read.
  [[nodiscard]] std::string everything() {
    std::string all;
    for (const auto* table : {"entries", "tiles", "contents", "settings"})
      each(std::string{"SELECT * FROM "} + table + " ORDER BY 1, 2", [&](sqlite3_stmt* row) {
        for (int i = 0; i < sqlite3_column_count(row); ++i) all += text(row, i) + "\n";
      });
    return all;
  }

 private:
  static std::string text(sqlite3_stmt* row, int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
  }
  void each(const std::string& sql, const std::function<void(sqlite3_stmt*)>& use) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sql);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) use(statement);
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) throw std::runtime_error("the file can't be read any more");
  }

  sqlite3* db_{};
};

class AThief : public ::testing::Test {
 protected:
  AThief() {
    ServedSite founded{folder, "harbour"};
    cookie = founded.sign_in();
    cookie = cookie.substr(0, cookie.find(';'));
    passkey = founded.secretary.passkey().public_key();
  }

  [[nodiscard]] std::string file(const std::string& slug = "harbour") const { return folder.file(slug + ".db"); }
  std::unique_ptr<Site> started(const std::string& slug = "harbour") const {
    return std::make_unique<Site>(store::open_sqlite(file(slug), false), master(), slug,
                                  server::SiteOptions{{"localhost", {"http://localhost:8080"}}, false});
  }
  [[nodiscard]] static unsigned answer_to(Site& site, const std::string& cookie, const std::string& path = "/api/me") {
    return ServedSite::ask([&](const auto& request, const auto& reply) { site.handle(request, reply); }, "GET", path,
                           "", {{"cookie", cookie}})
        .status;
  }
  /// A row by which whoever knows the word would be the Secretary.
  static std::string row_of_the_secretary() {
    return R"({"label":"Firefox","last_seen":"2026-11-01T08:00:00.000Z","person":0,"since":"2026-11-01T08:00:00.000Z",)"
           R"("until":"2036-11-01T08:00:00.000Z"})";
  }

  testing::TemporaryFolder folder;
  std::string cookie;
  Bytes passkey;
};

TEST_F(AThief, WhoChangesNothingIsNotNoticed) {
  const auto site = started();
  EXPECT_EQ(answer_to(*site, cookie), 200u);
}

TEST_F(AThief, PutsInNoSignInNoTokenAndNoSetting) {
  const Rows before = Database{file()}.settings();
  const std::string id = to_base64url(sha256(bytes_of("open sesame")));
  for (const std::string& name : {"session/" + id, "token/" + id, std::string{"recovery/0"}, std::string{"new"}}) {
    Database{file()}.put(name, row_of_the_secretary());
    EXPECT_THROW(started(), SealBroken) << name;
    Database{file()}.replace_all(before);
  }
  EXPECT_EQ(answer_to(*started(), cookie), 200u);
}

TEST_F(AThief, TakesNoRowAway) {
  const Rows before = Database{file()}.settings();
  EXPECT_GE(before.size(), 5u);  // the log's key, the note, the snapshot, a sign-in, the seal
  for (const auto& [name, value] : before) {
    Rows fewer = before;
    fewer.erase(name);
    Database{file()}.replace_all(fewer);
    EXPECT_THROW(started(), store::StoreError) << name;
  }
  Database{file()}.run("DELETE FROM settings");
  EXPECT_THROW(started(), SealBroken) << "all of them";
}

TEST_F(AThief, PutsNoPasskeyOfTheirOwnIntoTheSnapshot) {
  std::string snapshot = Database{file()}.settings()["snapshot"];
  const auto at = snapshot.find(text_of(passkey));
  ASSERT_NE(at, std::string::npos) << "the snapshot holds the Secretary's key";
  snapshot.replace(at, passkey.size(), std::string(passkey.size(), 'x'));
  Database{file()}.put("snapshot", snapshot);
  EXPECT_THROW(started(), SealBroken);
}

TEST_F(AThief, PutsNoOldRowBack) {
  const Rows before = Database{file()}.settings();
  const auto session = std::ranges::find_if(before, [](const auto& row) { return row.first.starts_with("session/"); });
  ASSERT_NE(session, before.end());
  {
    const auto site = started();
    ServedSite::ask([&](const auto& request, const auto& reply) { site->handle(request, reply); }, "POST",
                    "/api/sign-out", "{}", {{"cookie", cookie}});
    EXPECT_EQ(answer_to(*site, cookie), 401u);
  }
  EXPECT_FALSE(Database{file()}.settings().contains(session->first));
  EXPECT_EQ(answer_to(*started(), cookie), 401u);
  Database{file()}.put(session->first, session->second);
  EXPECT_THROW(started(), SealBroken);
}

TEST_F(AThief, PutsNoOldTableUnderANewerRecord) {
  const Rows old = Database{file()}.settings();
  {
    const auto site = started();
    testing::Device secretary{"passkey of harbour"};
    const store::Content profile{std::string(16, 's'), R"({"email":"a@example.org","name":"A"})"};
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(site->live().execute(
        secretary.asks(site->live(), community::RegisterPerson{store::content_hash(profile)}, {profile}))));
  }
  const Rows newer = Database{file()}.settings();
  Database{file()}.replace_all(old);
  EXPECT_THROW(started(), store::StoreError) << "all of it, with the head of then";
  Rows mixed = old;
  mixed["checkpoint"] = newer.at("checkpoint");
  Database{file()}.replace_all(mixed);
  EXPECT_THROW(started(), SealBroken) << "under the head of now";
  Database{file()}.replace_all(newer);
  EXPECT_EQ(answer_to(*started(), cookie), 200u);
}

TEST_F(AThief, SwapsNothingBetweenCommunities) {
  {
    ServedSite other{folder, "haven"};
    static_cast<void>(other.sign_in());
  }
  const Rows ours = Database{file()}.settings();
  const Rows theirs = Database{file("haven")}.settings();
  for (const auto& [name, value] : theirs) {
    if (!name.starts_with("session/") && name != "snapshot" && name != "seal") continue;
    Database{file()}.put(name, value);
    EXPECT_THROW(started(), SealBroken) << name;
    Database{file()}.replace_all(ours);
  }
  Database{file()}.replace_all(theirs);
  EXPECT_THROW(started(), store::StoreError) << "the whole table";
}

/// Without the snapshot a host replays, and with it, it takes the rest from the entries: both are what the signed head
/// was made of.
TEST_F(AThief, ChangesNoEntryThatIsReplayed) {
  store::with_sealed_settings(store::open_sqlite(file(), false), *master())->unset("snapshot");
  Database{file()}.run(
      "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'harbour', 'harbouR') AS BLOB) WHERE seq = 1");
  EXPECT_THROW(started(), store::StoreError);
}

TEST_F(AThief, WithAnotherMasterKeyStartsNothing) {
  const auto other = std::make_shared<const store::MasterKey>(sha256(bytes_of("another")));
  EXPECT_THROW((Site{store::open_sqlite(file(), false), other, "harbour", server::SiteOptions{}}), store::StoreError);
}

/// Whether the start or the audit of the community's host refuses this file.
bool is_found_out(const std::string& file) {
  try {
    const auto opened = store::open_sqlite(file, false);
    store::check_settings(*opened, *master());
    host::AuditOptions asked;
    asked.master = master();
    return !host::audit(*host::record_of(*opened), asked).wrong.empty();
  } catch (const std::exception&) {
    return true;
  }
}

TEST_F(AThief, ChangesNoByteOfARowUnnoticed) {
  std::mt19937 chance{11};
  const Rows before = Database{file()}.settings();
  ASSERT_FALSE(is_found_out(file()));
  for (const auto& [name, value] : before) {
    for (int i = 0; i < 8; ++i) {
      Rows changed = before;
      changed[name][chance() % value.size()] ^= static_cast<char>(1 + chance() % 255);
      Database{file()}.replace_all(changed);
      EXPECT_TRUE(is_found_out(file())) << "a value of " << name;
      changed = before;
      std::string renamed = name;
      renamed[chance() % name.size()] ^= static_cast<char>(1 + chance() % 127);
      changed.erase(name);
      changed[renamed] = value;
      Database{file()}.replace_all(changed);
      EXPECT_TRUE(is_found_out(file())) << "the name of " << name;
    }
  }
}

/// The file as it lies on the disk, byte by byte: what is not found out changes nothing that a host would read.
TEST_F(AThief, ChangesNoByteOfTheFileThatMeansAnything) {
  std::ifstream in{file(), std::ios::binary};
  const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  ASSERT_FALSE(std::filesystem::exists(file() + "-wal")) << "all of it lies in the one file";
  const std::string everything = Database{file()}.everything();
  std::mt19937 chance{13};
  int found = 0;
  for (int i = 0; i < 400; ++i) {
    std::string changed = bytes;
    const std::size_t at = chance() % bytes.size();
    changed[at] ^= static_cast<char>(1 + chance() % 255);
    const std::string copy = folder.file("changed.db");
    for (const auto* end : {"-wal", "-shm"}) std::filesystem::remove(copy + end);
    std::ofstream{copy, std::ios::binary} << changed;
    if (is_found_out(copy)) {
      ++found;
      continue;
    }
    EXPECT_EQ(Database{copy}.everything(), everything) << "byte " << at;
  }
  EXPECT_GT(found, 40);
}

}  // namespace
}  // namespace ccop::hostile
