// SQLite's C interface, wrapped for the stores of this folder: connections and prepared statements that clean up behind
// themselves and throw what goes wrong.
#pragma once

#include "store/store.hpp"

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

namespace ccop::store::sqlite {

/// A prepared statement, reset for use and again when it goes out of use.
class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql) : db_(db) {
    if (sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw_, nullptr) !=
        SQLITE_OK)
      throw StoreError{std::string{"SQLite: "} + sqlite3_errmsg(db)};
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&&) = delete;
  Statement& operator=(Statement&&) = delete;
  ~Statement() { sqlite3_finalize(raw_); }

  Statement& bind(int at, std::uint64_t value) {
    sqlite3_bind_int64(raw_, at, static_cast<sqlite3_int64>(value));
    return *this;
  }
  Statement& bind(int at, std::string_view bytes) {
    sqlite3_bind_blob64(raw_, at, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
  }
  Statement& bind_signed(int at, std::int64_t value) {
    sqlite3_bind_int64(raw_, at, value);
    return *this;
  }
  Statement& bind_text(int at, std::string_view text) {
    sqlite3_bind_text64(raw_, at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(raw_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const std::string message = std::string{"SQLite: "} + sqlite3_errmsg(db_);
    sqlite3_reset(raw_);
    if (code == SQLITE_CONSTRAINT) throw StoreBusy{message};
    throw StoreError{message};
  }
  void run() {
    while (step()) {
    }
    sqlite3_reset(raw_);
  }
  void reset() { sqlite3_reset(raw_); }
  [[nodiscard]] std::uint64_t integer(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(raw_, column));
  }
  [[nodiscard]] std::int64_t signed_integer(int column) const { return sqlite3_column_int64(raw_, column); }
  [[nodiscard]] std::string_view bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(raw_, column));
    return {data == nullptr ? "" : data, static_cast<std::size_t>(sqlite3_column_bytes(raw_, column))};
  }

 private:
  sqlite3* db_;
  sqlite3_stmt* raw_{};
};

/// One connection to a file. Writers and readers have their own, so that reading never waits for a commit.
class Connection {
 public:
  /// `page_size` counts for a file that is made; 0 leaves it to SQLite.
  /// A connection that one thread alone uses at a time does without SQLite's own locks.
  Connection(const std::string& file, bool create, int page_size = 0, bool one_thread_at_a_time = false) {
    count_no_memory();
    const int flags = SQLITE_OPEN_READWRITE | (one_thread_at_a_time ? SQLITE_OPEN_NOMUTEX : SQLITE_OPEN_FULLMUTEX) |
                      (create ? SQLITE_OPEN_CREATE : 0);
    sqlite3* opened = nullptr;  // there to be closed even where it could not be opened
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    db_.reset(opened);
    if (code != SQLITE_OK) throw StoreError{"can't open " + file + ": " + sqlite3_errmsg(raw())};
    sqlite3_busy_timeout(raw(), 10000);
    if (page_size != 0) run(("PRAGMA page_size=" + std::to_string(page_size)).c_str());
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("PRAGMA foreign_keys=ON");
  }

  void run(const char* sql) {
    char* error = nullptr;
    if (sqlite3_exec(raw(), sql, nullptr, nullptr, &error) == SQLITE_OK) return;
    const std::string message = std::string{"SQLite: "} + (error != nullptr ? error : "unknown error");
    sqlite3_free(error);
    throw StoreError{message};
  }
  /// Makes a change in a transaction of its own; when it throws, nothing of it stays.
  template <class Change>
  void together(const Change& change) {
    run("BEGIN IMMEDIATE");
    try {
      change();
      run("COMMIT");
    } catch (...) {
      sqlite3_exec(raw(), "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
  }
  [[nodiscard]] sqlite3* raw() const { return db_.get(); }

 private:
  /// SQLite counts its memory under a lock that all connections share, unless it is told not to before its first use.
  static void count_no_memory() {
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(done);
  }

  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };

  std::unique_ptr<sqlite3, Close> db_;
};

/// Checks that a database file can be written: SQLite itself only says that it can't open the file, and it writes
/// beside it even for reading (its WAL index). Gives back `file`.
const std::string& writable(const std::string& file);

}  // namespace ccop::store::sqlite
