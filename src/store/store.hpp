// The one small interface behind which SQLite and PostgreSQL lie. It keeps bytes durably and together; it knows no
// rule.
//
// Tables (the same in both): entries(seq, bytes), tiles(level, idx, hashes), contents(hash, salt, sealed, wrapped_key),
// settings(name, value). What `commit` is given is written in one transaction: all of it or nothing.
#pragma once

#include "base/bytes.hpp"
#include "base/content.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::store {

/// The database said no, or is not there: a full disk, a read-only folder, a lost connection. Nothing was written.
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/// Another process appended or holds the data.
struct StoreBusy : StoreError {
  using StoreError::StoreError;
};

struct TileRow {
  std::uint32_t level{};
  std::uint64_t index{};
  std::string hashes;
};

/// Content as it lies at rest: encrypted under its own key, which is wrapped by the master key.
struct ContentRow {
  ContentHash hash;
  std::string salt;
  std::string sealed;
  std::string wrapped_key;
};

/// A setting that is given a value, or goes where it has none.
struct SettingChange {
  std::string name;
  std::optional<std::string> value;
};

struct Commit {
  std::uint64_t first_seq{};
  std::vector<std::string> entries;
  std::vector<TileRow> tiles;
  std::vector<ContentRow> contents;
  std::vector<ContentHash> erased;  ///< contents whose rows go
  std::string checkpoint;           ///< the note of the tree with these entries
  std::vector<SettingChange> settings;
};

/// A content's key under another master key, from how it is wrapped now.
using Rewrap = std::function<std::string(const ContentHash& hash, std::string_view wrapped_key)>;

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  Store(Store&&) = delete;
  Store& operator=(Store&&) = delete;
  virtual ~Store() = default;

  /// Durable when it returns. Throws StoreBusy when `first_seq` is taken, StoreError for whatever else went wrong.
  virtual void commit(Commit commit) = 0;

  [[nodiscard]] virtual std::uint64_t size() = 0;
  [[nodiscard]] virtual std::string checkpoint() = 0;
  /// Calls `each` with the bytes of the entries [first, first + count), as many as there are, in order.
  virtual void read_entries(std::uint64_t first, std::uint64_t count,
                            const std::function<void(std::string_view)>& each) = 0;
  [[nodiscard]] virtual std::optional<std::string> read_tile(std::uint32_t level, std::uint64_t index) = 0;
  [[nodiscard]] virtual std::optional<ContentRow> read_content(const ContentHash& hash) = 0;
  virtual void each_content(const std::function<void(const ContentRow&)>& each) = 0;
  /// Wraps each content's key anew, and makes these changes of settings, all in one transaction; durable when it
  /// returns. What `anew` throws leaves everything as it was.
  virtual void rewrap(const Rewrap& anew, std::vector<SettingChange> changes) = 0;

  [[nodiscard]] virtual std::optional<std::string> setting(std::string_view name) = 0;
  /// All of these changes in one transaction, durable when it returns.
  virtual void change(std::vector<SettingChange> changes) = 0;
  void set(std::string_view name, std::string_view value) { change({{std::string{name}, std::string{value}}}); }
  void unset(std::string_view name) { change({{std::string{name}, std::nullopt}}); }
  virtual void each_setting(std::string_view prefix,
                            const std::function<void(std::string_view name, std::string_view value)>& each) = 0;

  /// Keeps every other process from appending until this object ends. Throws StoreBusy when one holds it.
  virtual void lock_for_writing() = 0;
};

/// Opens an SQLite file, making it where it is missing and `create` is set.
[[nodiscard]] std::unique_ptr<Store> open_sqlite(const std::string& file, bool create);
/// Opens a community's schema in a PostgreSQL database. `url` is a libpq URI, `slug` names the schema.
[[nodiscard]] std::unique_ptr<Store> open_postgres(const std::string& url, const std::string& slug, bool create);

}  // namespace ccop::store
