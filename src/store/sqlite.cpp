#include "store/sqlite_connection.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>

namespace ccop::store {
namespace {

using sqlite::Connection;
using sqlite::Statement;
using sqlite::writable;

constexpr const char* schema = R"(
CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS tiles (level INTEGER NOT NULL, idx INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, idx)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (hash BLOB PRIMARY KEY, salt BLOB NOT NULL, sealed BLOB NOT NULL, wrapped_key BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
PRAGMA secure_delete=ON;
)";

class SqliteStore final : public Store {
  template <class Use>
  auto query(std::string_view sql, Use&& use) {
    const std::scoped_lock lock{read_mutex_};
    Statement statement{reader_.raw(), sql};
    return use(statement);
  }

 public:
  SqliteStore(const std::string& file, bool create)
      : file_(writable(file)), writer_(file, create), reader_(prepared(file), false) {}

  ~SqliteStore() override {
    if (lock_ >= 0) close(lock_);
  }
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;
  SqliteStore(SqliteStore&&) = delete;
  SqliteStore& operator=(SqliteStore&&) = delete;

  void commit(Commit commit) override {
    const std::scoped_lock lock{write_mutex_};
    writer_.together([&] { write(commit); });
  }

  std::uint64_t size() override {
    return query("SELECT COALESCE(MAX(seq) + 1, 0) FROM entries",
                 [](Statement& s) { return s.step() ? s.integer(0) : 0; });
  }
  std::string checkpoint() override { return setting("checkpoint").value_or(""); }

  void read_entries(std::uint64_t first, std::uint64_t count,
                    const std::function<void(std::string_view)>& each) override {
    // A cursor of its own: a long replay must not hold up other readers.
    const Connection own{file_, false};
    Statement s{own.raw(), "SELECT bytes FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq"};
    s.bind(1, first).bind(2, first + count);
    while (s.step()) each(s.bytes(0));
  }
  std::optional<std::string> read_tile(std::uint32_t level, std::uint64_t index) override {
    return query("SELECT hashes FROM tiles WHERE level = ? AND idx = ?",
                 [&](Statement& s) -> std::optional<std::string> {
                   if (!s.bind(1, level).bind(2, index).step()) return std::nullopt;
                   return std::string{s.bytes(0)};
                 });
  }
  std::optional<ContentRow> read_content(const ContentHash& hash) override {
    return query("SELECT hash, salt, sealed, wrapped_key FROM contents WHERE hash = ?",
                 [&](Statement& s) -> std::optional<ContentRow> {
                   if (!s.bind(1, text_of(hash.hash)).step()) return std::nullopt;
                   return content_row(s);
                 });
  }
  void each_content(const std::function<void(const ContentRow&)>& each) override {
    query("SELECT hash, salt, sealed, wrapped_key FROM contents ORDER BY hash", [&](Statement& s) {
      while (s.step()) each(content_row(s));
      return 0;
    });
  }

  void rewrap(const Rewrap& anew, std::vector<SettingChange> changes) override {
    const std::scoped_lock lock{write_mutex_};
    writer_.together([&] {
      rewrap_contents(anew);
      write(changes);
    });
    // What the keys were wrapped in before is to be gone from the disk, too.
    writer_.run("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  std::optional<std::string> setting(std::string_view name) override {
    return query("SELECT value FROM settings WHERE name = ?", [&](Statement& s) -> std::optional<std::string> {
      if (!s.bind_text(1, name).step()) return std::nullopt;
      return std::string{s.bytes(0)};
    });
  }
  void change(std::vector<SettingChange> changes) override {
    const std::scoped_lock lock{write_mutex_};
    writer_.together([&] { write(changes); });
  }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    query("SELECT name, value FROM settings WHERE substr(name, 1, ?) = ? ORDER BY name", [&](Statement& s) {
      s.bind(1, prefix.size()).bind_text(2, prefix);
      while (s.step()) each(s.bytes(0), s.bytes(1));
      return 0;
    });
  }

  void lock_for_writing() override {
    const std::string path = file_ + ".lock";
    lock_ = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock_ < 0) throw StoreError{"can't write " + path + ": the folder must be writable"};
    if (flock(lock_, LOCK_EX | LOCK_NB) != 0)
      throw StoreBusy{"another program is working on " + file_ + "; stop it first"};
  }

 private:
  /// The schema is made before the second connection opens.
  const std::string& prepared(const std::string& file) {
    writer_.run(schema);
    return file;
  }

  void write(const Commit& commit) {
    std::uint64_t seq = commit.first_seq;
    for (const auto& entry : commit.entries) {
      insert_entry_.bind(1, seq++).bind(2, entry).run();
    }
    for (const auto& tile : commit.tiles)
      insert_tile_.bind(1, tile.level).bind(2, tile.index).bind(3, tile.hashes).run();
    for (const auto& content : commit.contents)
      insert_content_.bind(1, text_of(content.hash.hash))
          .bind(2, content.salt)
          .bind(3, content.sealed)
          .bind(4, content.wrapped_key)
          .run();
    for (const auto& hash : commit.erased) delete_content_.bind(1, text_of(hash.hash)).run();
    set_.bind_text(1, "checkpoint").bind(2, commit.checkpoint).run();
    write(commit.settings);
  }

  void write(const std::vector<SettingChange>& changes) {
    for (const auto& [name, value] : changes)
      if (value)
        set_.bind_text(1, name).bind(2, *value).run();
      else
        unset_.bind_text(1, name).run();
  }

  /// A few at a time: what is being read is not changed meanwhile.
  void rewrap_contents(const Rewrap& anew) {
    Statement next{writer_.raw(), "SELECT hash, wrapped_key FROM contents WHERE hash > ? ORDER BY hash LIMIT 256"};
    Statement put{writer_.raw(), "UPDATE contents SET wrapped_key = ? WHERE hash = ?"};
    std::vector<std::pair<std::string, std::string>> keys;
    std::string last;
    do {
      keys.clear();
      next.bind(1, last);
      while (next.step()) keys.emplace_back(next.bytes(0), next.bytes(1));
      next.reset();
      for (auto& [hash, wrapped] : keys) {
        wrapped = anew(hash_of(hash), wrapped);
        put.bind(1, wrapped).bind(2, hash).run();
        last = hash;
      }
    } while (!keys.empty());
  }

  static ContentHash hash_of(std::string_view bytes) {
    ContentHash hash;
    if (bytes.size() == hash.hash.size()) std::ranges::copy(bytes_of(bytes), hash.hash.begin());
    return hash;
  }

  static ContentRow content_row(Statement& s) {
    ContentRow row;
    row.hash = hash_of(s.bytes(0));
    row.salt = s.bytes(1);
    row.sealed = s.bytes(2);
    row.wrapped_key = s.bytes(3);
    return row;
  }

  std::string file_;
  std::mutex write_mutex_;
  std::mutex read_mutex_;
  Connection writer_;
  Connection reader_;
  Statement insert_entry_{writer_.raw(), "INSERT INTO entries VALUES (?, ?)"};
  Statement insert_tile_{writer_.raw(), "INSERT INTO tiles VALUES (?, ?, ?)"};
  Statement insert_content_{writer_.raw(), "INSERT OR IGNORE INTO contents VALUES (?, ?, ?, ?)"};
  Statement delete_content_{writer_.raw(), "DELETE FROM contents WHERE hash = ?"};
  Statement set_{writer_.raw(),
                 "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"};
  Statement unset_{writer_.raw(), "DELETE FROM settings WHERE name = ?"};
  int lock_{-1};
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const std::string& file, bool create) {
  return std::make_unique<SqliteStore>(file, create);
}

}  // namespace ccop::store
