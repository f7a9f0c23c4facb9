#include "store/postgres_connection.hpp"

#include <algorithm>
#include <mutex>

namespace ccop::store {
namespace {

using namespace postgres;

class PostgresStore final : public Store {
 public:
  PostgresStore(std::string url, const std::string& slug, bool create)
      : url_(std::move(url)),
        schema_("ccop_" + slug),
        writer_(url_, as_identifier(schema_)),
        reader_(url_, as_identifier(schema_)) {
    if (!create) return;
    writer_.create(R"(
CREATE TABLE IF NOT EXISTS entries (seq int8 PRIMARY KEY, bytes bytea NOT NULL);
CREATE TABLE IF NOT EXISTS tiles (level int8 NOT NULL, idx int8 NOT NULL, hashes bytea NOT NULL, PRIMARY KEY (level, idx));
CREATE TABLE IF NOT EXISTS contents (hash bytea PRIMARY KEY, salt bytea NOT NULL, sealed bytea NOT NULL, wrapped_key bytea NOT NULL);
CREATE TABLE IF NOT EXISTS settings (name text PRIMARY KEY, value bytea NOT NULL);
)");
  }

  void commit(Commit commit) override {
    const std::scoped_lock lock{write_mutex_};
    const auto write = [&] { writer_.together([&] { send(commit); }); };
    try {
      write();
    } catch (const ConnectionLost&) {
      writer_.reconnect();
      if (locked_) take_lock();
      if (!holds(commit)) write();
    }
  }

  std::uint64_t size() override {
    return from_int8(Connection::field(read("SELECT COALESCE(MAX(seq) + 1, 0)::int8 FROM entries"), 0, 0));
  }
  std::string checkpoint() override { return setting("checkpoint").value_or(""); }

  void read_entries(std::uint64_t first, std::uint64_t count,
                    const std::function<void(std::string_view)>& each) override {
    Connection own{url_, as_identifier(schema_)};
    const auto from = int8(first);
    const auto to = int8(first + count);
    own.stream("SELECT bytes FROM entries WHERE seq >= $1::int8 AND seq < $2::int8 ORDER BY seq",
               {view(from), view(to)}, each);
  }
  std::optional<std::string> read_tile(std::uint32_t level, std::uint64_t index) override {
    const auto l = int8(level);
    const auto i = int8(index);
    return one("SELECT hashes FROM tiles WHERE level = $1::int8 AND idx = $2::int8", {view(l), view(i)});
  }
  std::optional<ContentRow> read_content(const ContentHash& hash) override {
    const auto result =
        read("SELECT hash, salt, sealed, wrapped_key FROM contents WHERE hash = $1::bytea", {text_of(hash.hash)});
    if (PQntuples(result.get()) == 0) return std::nullopt;
    return content_row(result, 0);
  }
  void each_content(const std::function<void(const ContentRow&)>& each) override {
    // Not all at once: there may be more than fits in memory.
    ContentHash last{};
    for (bool is_first = true;; is_first = false) {
      const auto result =
          read(is_first ? "SELECT hash, salt, sealed, wrapped_key FROM contents WHERE hash >= $1::bytea "
                          "ORDER BY hash LIMIT 256"
                        : "SELECT hash, salt, sealed, wrapped_key FROM contents WHERE hash > $1::bytea "
                          "ORDER BY hash LIMIT 256",
               {text_of(last.hash)});
      const int count = PQntuples(result.get());
      if (count == 0) return;
      for (int i = 0; i < count; ++i) each(content_row(result, i));
      last = content_row(result, count - 1).hash;
    }
  }

  /// What is lost with the connection was made or was not: whoever asks looks which.
  void rewrap(const Rewrap& anew, std::vector<SettingChange> changes) override {
    const std::scoped_lock lock{write_mutex_};
    writer_.script("BEGIN");
    try {
      rewrap_contents(anew);
      writer_.together([&] { send(changes); });
      writer_.script("COMMIT");
    } catch (const ConnectionLost&) {
      throw;
    } catch (...) {
      writer_.script("ROLLBACK");
      throw;
    }
  }

  std::optional<std::string> setting(std::string_view name) override {
    return one("SELECT value FROM settings WHERE name = $1::text", {name});
  }
  /// What may be made twice: it is asked again when the connection is lost meanwhile.
  void change(std::vector<SettingChange> changes) override {
    const std::scoped_lock lock{write_mutex_};
    const auto write = [&] { writer_.together([&] { send(changes); }); };
    try {
      write();
    } catch (const ConnectionLost&) {
      writer_.reconnect();
      if (locked_) take_lock();
      write();
    }
  }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    const auto result =
        read("SELECT name, value FROM settings WHERE starts_with(name, $1::text) ORDER BY name", {prefix});
    for (int i = 0; i < PQntuples(result.get()); ++i)
      each(Connection::field(result, i, 0), Connection::field(result, i, 1));
  }

  void lock_for_writing() override {
    const std::scoped_lock lock{write_mutex_};
    take_lock();
    locked_ = true;
  }

 private:
  static constexpr const char* set_setting =
      "INSERT INTO settings VALUES ($1::text, $2::bytea) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

  /// With the write mutex held. Waits a little: the database may not have noticed yet that the last holder is gone.
  void take_lock() {
    for (int tries = 0; tries < 20; ++tries) {
      if (tries > 0) std::this_thread::sleep_for(std::chrono::milliseconds{100});
      const auto result = writer_.run("SELECT pg_try_advisory_lock(hashtextextended($1::text, 0))", {schema_});
      if (Connection::field(result, 0, 0) == std::string_view{"\x01", 1}) return;
    }
    throw StoreBusy{"another program is working on schema " + schema_ + "; stop it first"};
  }

  /// Whether a commit, whose answer was lost with the connection, had been made: entries are salted, so the first one's
  /// bytes are its own.
  bool holds(const Commit& commit) {
    if (commit.entries.empty()) return false;
    const auto seq = int8(commit.first_seq);
    const auto found = writer_.run("SELECT bytes FROM entries WHERE seq = $1::int8", {view(seq)});
    return PQntuples(found.get()) == 1 && Connection::field(found, 0, 0) == commit.entries.front();
  }

  void send(const Commit& commit) {
    std::uint64_t seq = commit.first_seq;
    for (const auto& entry : commit.entries) {
      const auto s = int8(seq++);
      writer_.send("INSERT INTO entries VALUES ($1::int8, $2::bytea)", {view(s), entry});
    }
    for (const auto& tile : commit.tiles) {
      const auto level = int8(tile.level);
      const auto index = int8(tile.index);
      writer_.send("INSERT INTO tiles VALUES ($1::int8, $2::int8, $3::bytea)", {view(level), view(index), tile.hashes});
    }
    for (const auto& content : commit.contents)
      writer_.send("INSERT INTO contents VALUES ($1::bytea, $2::bytea, $3::bytea, $4::bytea) ON CONFLICT DO NOTHING",
                   {text_of(content.hash.hash), content.salt, content.sealed, content.wrapped_key});
    for (const auto& hash : commit.erased)
      writer_.send("DELETE FROM contents WHERE hash = $1::bytea", {text_of(hash.hash)});
    writer_.send(set_setting, {"checkpoint", commit.checkpoint});
    send(commit.settings);
  }
  void send(const std::vector<SettingChange>& changes) {
    for (const auto& [name, value] : changes)
      if (value)
        writer_.send(set_setting, {name, *value});
      else
        writer_.send("DELETE FROM settings WHERE name = $1::text", {name});
  }

  void rewrap_contents(const Rewrap& anew) {
    std::string last;
    while (true) {
      const auto found =
          writer_.run("SELECT hash, wrapped_key FROM contents WHERE hash > $1::bytea ORDER BY hash LIMIT 256", {last});
      const int count = PQntuples(found.get());
      if (count == 0) return;
      std::vector<std::string> wrapped;
      wrapped.reserve(static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i)
        wrapped.push_back(anew(hash_of(Connection::field(found, i, 0)), Connection::field(found, i, 1)));
      writer_.together([&] {
        for (int i = 0; i < count; ++i)
          writer_.send("UPDATE contents SET wrapped_key = $1::bytea WHERE hash = $2::bytea",
                       {wrapped[static_cast<std::size_t>(i)], Connection::field(found, i, 0)});
      });
      last = Connection::field(found, count - 1, 0);
    }
  }

  /// Asked again when the connection is lost meanwhile.
  Result read(const char* sql, const Values& values = {}) {
    const std::scoped_lock lock{read_mutex_};
    try {
      return reader_.run(sql, values);
    } catch (const ConnectionLost&) {
      reader_.reconnect();
      return reader_.run(sql, values);
    }
  }

  std::optional<std::string> one(const char* sql, const Values& values) {
    const auto result = read(sql, values);
    if (PQntuples(result.get()) == 0) return std::nullopt;
    return std::string{Connection::field(result, 0, 0)};
  }

  static ContentHash hash_of(std::string_view bytes) {
    ContentHash hash;
    if (bytes.size() == hash.hash.size()) std::ranges::copy(bytes_of(bytes), hash.hash.begin());
    return hash;
  }
  static ContentRow content_row(const Result& result, int row) {
    ContentRow content;
    content.hash = hash_of(Connection::field(result, row, 0));
    content.salt = Connection::field(result, row, 1);
    content.sealed = Connection::field(result, row, 2);
    content.wrapped_key = Connection::field(result, row, 3);
    return content;
  }

  std::string url_;
  std::string schema_;
  std::mutex write_mutex_;
  std::mutex read_mutex_;
  bool locked_{};
  Connection writer_;
  Connection reader_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(const std::string& url, const std::string& slug, bool create) {
  return std::make_unique<PostgresStore>(url, slug, create);
}

}  // namespace ccop::store
