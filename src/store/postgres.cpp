#include "store/store.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace ccop::store {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Values = std::vector<std::string_view>;

constexpr const char* unique_violation = "23505";

/// One connection. Parameters and results travel in binary; numbers are sent as text and cast by the statement.
class Connection {
 public:
  Connection(const std::string& url, const std::string& schema) : db_(PQconnectdb(url.c_str()), &PQfinish) {
    if (PQstatus(db_.get()) != CONNECTION_OK) throw StoreError{std::string{"PostgreSQL: "} + PQerrorMessage(db_.get())};
    PQsetNoticeProcessor(
        db_.get(), [](void*, const char*) {}, nullptr);
    run("SELECT set_config('search_path', $1, false)", {schema});
    run("SET synchronous_commit = on");
  }

  Result run(const char* sql, const Values& values = {}) {
    std::vector<const char*> data;
    std::vector<int> lengths;
    const std::vector<int> formats(values.size(), 1);
    for (const auto value : values) {
      data.push_back(value.empty() ? "" : value.data());
      lengths.push_back(static_cast<int>(value.size()));
    }
    Result result{PQexecParams(db_.get(), sql, static_cast<int>(values.size()), nullptr, data.data(), lengths.data(),
                               formats.data(), 1),
                  &PQclear};
    return checked(std::move(result));
  }

  /// Several statements without parameters.
  void script(const std::string& sql) { checked({PQexec(db_.get(), sql.c_str()), &PQclear}); }

  /// Streams the rows of a query that may have more than fits in memory.
  void stream(const char* sql, const Values& values, const std::function<void(std::string_view)>& each) {
    std::vector<const char*> data;
    std::vector<int> lengths;
    const std::vector<int> formats(values.size(), 1);
    for (const auto value : values) {
      data.push_back(value.data());
      lengths.push_back(static_cast<int>(value.size()));
    }
    if (PQsendQueryParams(db_.get(), sql, static_cast<int>(values.size()), nullptr, data.data(), lengths.data(),
                          formats.data(), 1) != 1 ||
        PQsetSingleRowMode(db_.get()) != 1)
      throw StoreError{std::string{"PostgreSQL: "} + PQerrorMessage(db_.get())};
    while (Result row{PQgetResult(db_.get()), &PQclear}) {
      row = checked(std::move(row));
      for (int i = 0; i < PQntuples(row.get()); ++i) each(field(row, i, 0));
    }
  }

  static std::string_view field(const Result& result, int row, int column) {
    return {PQgetvalue(result.get(), row, column), static_cast<std::size_t>(PQgetlength(result.get(), row, column))};
  }

 private:
  Result checked(Result result) {
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) return result;
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const std::string message = std::string{"PostgreSQL: "} + PQerrorMessage(db_.get());
    if (state != nullptr && std::string_view{state} == unique_violation) throw StoreBusy{message};
    throw StoreError{message};
  }
  std::unique_ptr<PGconn, decltype(&PQfinish)> db_;
};

/// A 64-bit number in network order, as PostgreSQL's int8 travels.
std::array<char, 8> int8(std::uint64_t value) {
  std::array<char, 8> out{};
  for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<char>(value >> (56 - 8 * i));
  return out;
}
std::uint64_t from_int8(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}
std::string_view view(const std::array<char, 8>& bytes) {
  return {bytes.data(), bytes.size()};
}

std::string quoted(std::string_view schema) {
  return "\"" + std::string{schema} + "\"";
}

class PostgresStore final : public Store {
 public:
  PostgresStore(std::string url, const std::string& slug, bool create)
      : url_(std::move(url)), schema_("ccop_" + slug), writer_(url_, quoted(schema_)), reader_(url_, quoted(schema_)) {
    if (!create) return;
    writer_.script("CREATE SCHEMA IF NOT EXISTS " + quoted(schema_) + ";" + R"(
CREATE TABLE IF NOT EXISTS entries (seq int8 PRIMARY KEY, bytes bytea NOT NULL);
CREATE TABLE IF NOT EXISTS tiles (level int8 NOT NULL, idx int8 NOT NULL, hashes bytea NOT NULL, PRIMARY KEY (level, idx));
CREATE TABLE IF NOT EXISTS contents (hash bytea PRIMARY KEY, salt bytea NOT NULL, sealed bytea NOT NULL, wrapped_key bytea NOT NULL);
CREATE TABLE IF NOT EXISTS settings (name text PRIMARY KEY, value bytea NOT NULL);
)");
  }

  void commit(const Commit& commit) override {
    const std::scoped_lock lock{write_mutex_};
    writer_.script("BEGIN");
    try {
      write(commit);
      writer_.script("COMMIT");
    } catch (...) {
      try {
        writer_.script("ROLLBACK");
      } catch (const StoreError&) {  // the connection is lost, and with it the transaction: the first error says why
      }
      throw;
    }
  }

  std::uint64_t size() override {
    const std::scoped_lock lock{read_mutex_};
    return from_int8(Connection::field(reader_.run("SELECT COALESCE(MAX(seq) + 1, 0)::int8 FROM entries"), 0, 0));
  }
  std::string checkpoint() override { return setting("checkpoint").value_or(""); }

  void read_entries(std::uint64_t first, std::uint64_t count,
                    const std::function<void(std::string_view)>& each) override {
    Connection own{url_, quoted(schema_)};
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
  std::optional<ContentRow> read_content(const Hash& hash) override {
    const std::scoped_lock lock{read_mutex_};
    const auto result =
        reader_.run("SELECT hash, salt, sealed, wrapped_key FROM contents WHERE hash = $1::bytea", {text_of(hash)});
    if (PQntuples(result.get()) == 0) return std::nullopt;
    return content_row(result, 0);
  }
  void each_content(const std::function<void(const ContentRow&)>& each) override {
    const std::scoped_lock lock{read_mutex_};
    const auto result = reader_.run("SELECT hash, salt, sealed, wrapped_key FROM contents ORDER BY hash");
    for (int i = 0; i < PQntuples(result.get()); ++i) each(content_row(result, i));
  }

  std::optional<std::string> setting(std::string_view name) override {
    return one("SELECT value FROM settings WHERE name = $1::text", {name});
  }
  void set(std::string_view name, std::string_view value) override {
    const std::scoped_lock lock{write_mutex_};
    write_setting(name, value);
  }
  void unset(std::string_view name) override {
    const std::scoped_lock lock{write_mutex_};
    writer_.run("DELETE FROM settings WHERE name = $1::text", {name});
  }
  void each_setting(std::string_view prefix,
                    const std::function<void(std::string_view, std::string_view)>& each) override {
    const std::scoped_lock lock{read_mutex_};
    const auto result =
        reader_.run("SELECT name, value FROM settings WHERE starts_with(name, $1::text) ORDER BY name", {prefix});
    for (int i = 0; i < PQntuples(result.get()); ++i)
      each(Connection::field(result, i, 0), Connection::field(result, i, 1));
  }

  void lock_for_writing() override {
    const std::scoped_lock lock{write_mutex_};
    const auto result = writer_.run("SELECT pg_try_advisory_lock(hashtextextended($1::text, 0))", {schema_});
    if (Connection::field(result, 0, 0) != std::string_view{"\x01", 1})
      throw StoreBusy{"another program is working on schema " + schema_ + "; stop it first"};
  }

 private:
  void write(const Commit& commit) {
    std::uint64_t seq = commit.first_seq;
    for (const auto& entry : commit.entries) {
      const auto s = int8(seq++);
      writer_.run("INSERT INTO entries VALUES ($1::int8, $2::bytea)", {view(s), entry});
    }
    for (const auto& tile : commit.tiles) {
      const auto level = int8(tile.level);
      const auto index = int8(tile.index);
      writer_.run("INSERT INTO tiles VALUES ($1::int8, $2::int8, $3::bytea)", {view(level), view(index), tile.hashes});
    }
    for (const auto& content : commit.contents)
      writer_.run("INSERT INTO contents VALUES ($1::bytea, $2::bytea, $3::bytea, $4::bytea) ON CONFLICT DO NOTHING",
                  {text_of(content.hash), content.salt, content.sealed, content.wrapped_key});
    for (const auto& hash : commit.erased) writer_.run("DELETE FROM contents WHERE hash = $1::bytea", {text_of(hash)});
    write_setting("checkpoint", commit.checkpoint);
  }

  void write_setting(std::string_view name, std::string_view value) {
    writer_.run(
        "INSERT INTO settings VALUES ($1::text, $2::bytea) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {name, value});
  }

  std::optional<std::string> one(const char* sql, const Values& values) {
    const std::scoped_lock lock{read_mutex_};
    const auto result = reader_.run(sql, values);
    if (PQntuples(result.get()) == 0) return std::nullopt;
    return std::string{Connection::field(result, 0, 0)};
  }

  static ContentRow content_row(const Result& result, int row) {
    ContentRow content;
    const auto hash = bytes_of(Connection::field(result, row, 0));
    if (hash.size() == content.hash.size()) std::ranges::copy(hash, content.hash.begin());
    content.salt = Connection::field(result, row, 1);
    content.sealed = Connection::field(result, row, 2);
    content.wrapped_key = Connection::field(result, row, 3);
    return content;
  }

  std::string url_;
  std::string schema_;
  std::mutex write_mutex_;
  std::mutex read_mutex_;
  Connection writer_;
  Connection reader_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(const std::string& url, const std::string& slug, bool create) {
  return std::make_unique<PostgresStore>(url, slug, create);
}

}  // namespace ccop::store
