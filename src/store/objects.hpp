// Where threat objects lie: rows with keyset paging, never loaded whole. What a page, a search or a correlation costs
// does not depend on how many objects there are. SQLite and PostgreSQL behind one interface; this knows neither STIX
// nor who may read.
//
// Each object stands in one or more *lists* (numbers, whose meaning is the caller's: who may read). A reader names the
// lists that it may read, and gets nothing from others, not even a count. Its `added` is its place: microseconds since
// 1970, unique and rising, so it is the row's key, the time TAXII speaks of and the place where a page ends.
#pragma once

#include "store/store.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::store {

using ListId = std::uint32_t;
using ObjectUuid = std::array<std::uint8_t, 16>;

/// Whether some list is among both.
[[nodiscard]] bool share_one(const std::vector<ListId>& some, const std::vector<ListId>& others);

struct ObjectName {
  std::string type;
  ObjectUuid uuid{};
  auto operator<=>(const ObjectName&) const = default;
};

struct NewObject {
  ObjectName name;
  std::int64_t version{};   ///< rising from version to version; the same name and version is the same object
  std::uint32_t source{};   ///< who brought it; only the same source may bring another version...
  bool any_source{};        ///< ...unless this is set: then it is a version of whoever's object it is
  bool only_if_absent{};    ///< any version that is there already makes it known
  bool is_old_edition{};    ///< of an older specification: its latest and first versions are apart from the others'
  bool has_versions{true};  ///< else `version` only tells items of one name apart, and each is the latest
  std::vector<ListId> lists;
  /// The lists that its bringer reads. Copies that others brought to other lists are as if they were not there: they
  /// neither make it known nor keep it away, and nobody learns of them by writing.
  std::vector<ListId> in_sight;
  std::vector<std::string> terms;  ///< short; small letters, digits, `.-:/@_#+%&=~!$?` and anything beyond ASCII
  std::string json;
};

enum class Addition {
  fresh,
  known,       ///< this version was there already: nothing changed
  not_theirs,  ///< others brought the object, and its bringer did not: nothing changed
};

struct ObjectRow {
  std::int64_t added{};
  ObjectName name;
  std::int64_t version{};
  bool is_latest{};
  bool is_first{};
  bool is_old_edition{};
  std::uint32_t source{};
  std::vector<ListId> lists;
  std::string json;
};

enum class Versions { latest, first, all };

struct PageQuery {
  std::vector<ListId> lists;
  std::vector<std::string> types{};  ///< empty: all
  Versions versions{Versions::latest};
  std::int64_t after{};                                           ///< added later than this
  std::int64_t before{std::numeric_limits<std::int64_t>::max()};  ///< added earlier than this
  std::size_t limit{100};
  bool newest_first{};
};

struct SearchTerm {
  std::string text;
  bool is_beginning{};  ///< of a term: found are those that begin with it
};

struct SearchQuery {
  std::vector<ListId> lists;
  /// Found is what has one term at least of each group. A term that no object can have finds nothing.
  std::vector<std::vector<SearchTerm>> all_of{};
  std::int64_t after{};  ///< as in PageQuery
  std::int64_t before{std::numeric_limits<std::int64_t>::max()};
  std::size_t limit{50};
  bool oldest_first{};
};

/// The terms of an object's JSON; needed to take an object out of the index again.
using TermsOf = std::function<std::vector<std::string>(std::string_view json)>;

using Notes = std::map<std::string, std::string, std::less<>>;  ///< values by name

class ObjectStore {
 public:
  ObjectStore() = default;
  ObjectStore(const ObjectStore&) = delete;
  ObjectStore& operator=(const ObjectStore&) = delete;
  ObjectStore(ObjectStore&&) = delete;
  ObjectStore& operator=(ObjectStore&&) = delete;
  virtual ~ObjectStore() = default;

  /// Adds all, durable when it returns, or throws StoreError and adds none. `now` gives their places, unless those that
  /// are there already are later. One thread at a time.
  [[nodiscard]] std::vector<Addition> add(std::span<const NewObject> objects, std::int64_t now);
  /// Takes versions away; the newest that is left of an object's copies becomes its latest. One thread at a time, with
  /// `add`.
  void remove(const std::vector<ObjectRow>& rows);

  /// Does a little of the work that keeps searches fast, while nobody waits; true when there is more. One thread at a
  /// time, with `add`.
  virtual bool tidy() = 0;

  /// The places of a page, in order. One more than `limit` when there is more.
  [[nodiscard]] std::vector<std::int64_t> page(const PageQuery& query);
  /// The places of what is found, the newest first unless the query asks otherwise.
  [[nodiscard]] virtual std::vector<std::int64_t> search(const SearchQuery& query) = 0;
  /// Calls `each` for the rows at these places, in their order; places without a row are left out.
  virtual void rows(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) = 0;
  /// Every version of an object, the oldest first; of one version, every source's copy.
  [[nodiscard]] virtual std::vector<ObjectRow> versions(const ObjectName& name) = 0;

  /// Takes in all that `from` holds, places and notes with it; `from` may be served meanwhile. Throws StoreError when
  /// this store holds objects already.
  void copy(ObjectStore& from, const TermsOf& terms_of);

  [[nodiscard]] virtual std::optional<std::string> note(std::string_view name) = 0;
  /// Small things kept beside the objects: state of imports and of what is fetched. An empty value takes it away.
  void set_note(std::string_view name, std::string_view value) { set_notes({{std::string{name}, std::string{value}}}); }
  /// The same of several, in one transaction.
  virtual void set_notes(const Notes& notes) = 0;
  virtual void each_note(std::string_view prefix,
                         const std::function<void(std::string_view name, std::string_view value)>& each) = 0;

 protected:
  struct Known {
    std::int64_t added{};
    std::int64_t version{};
    std::uint32_t source{};
    bool is_latest{};
    bool is_first{};
    bool is_old_edition{};
    std::vector<ListId> lists;
  };
  struct Insert {
    const NewObject* object{};
    std::int64_t added{};
    std::uint32_t source{};
    bool is_latest{};
    bool is_first{};
  };
  struct Plan {
    std::vector<Insert> inserts;
    std::vector<std::int64_t> superseded;  ///< rows that were the latest
    std::vector<std::int64_t> preceded;    ///< rows that were the first
    std::vector<std::int64_t> promoted;    ///< rows that become the latest
    std::vector<std::int64_t> removed;
  };
  /// Of a list: its latest versions, or the older ones.
  struct Shelf {
    ListId list{};
    bool is_old{};
    std::optional<std::string> type;
  };

  [[nodiscard]] virtual std::vector<std::vector<Known>> known(std::span<const NewObject> objects) = 0;
  virtual void write(const Plan& plan) = 0;
  [[nodiscard]] virtual std::int64_t last_place() = 0;
  /// Up to `limit` places behind one, whatever lists they stand in, in order.
  [[nodiscard]] virtual std::vector<std::int64_t> places_behind(std::int64_t place, std::size_t limit) = 0;
  /// Up to `limit` places on a shelf, in order.
  virtual void places(const Shelf& shelf, const PageQuery& query, std::size_t limit,
                      std::vector<std::int64_t>& out) = 0;
  /// Of these places, those of an object's first version.
  [[nodiscard]] virtual std::vector<std::int64_t> firsts_of(std::vector<std::int64_t> places) = 0;

 private:
  class Batch;
  std::optional<std::int64_t> last_;
};

[[nodiscard]] std::unique_ptr<ObjectStore> open_sqlite_objects(const std::string& file, TermsOf terms_of);
/// Within the schema of the community `slug`, beside its record.
[[nodiscard]] std::unique_ptr<ObjectStore> open_postgres_objects(const std::string& url, const std::string& slug,
                                                                 TermsOf terms_of);

}  // namespace ccop::store
