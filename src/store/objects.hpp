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
  std::uint32_t source{};   ///< who brought it; only the same source and editor may bring another version...
  bool any_source{};        ///< ...unless this is set: then it is a version of whoever's object it is
  bool only_if_absent{};    ///< any version that is there already makes it known
  bool is_old_edition{};    ///< of an older specification: its latest and first versions are apart from the others'
  bool has_versions{true};  ///< else `version` only tells items of one name apart, and each is the latest
  /// Of what belongs to nobody by name: follows from a secret of whoever may bring another version.
  std::string editor;
  std::uint8_t strictness{};  ///< how narrow its circle is: no version of an object is less strict than another...
  bool may_loosen{};          ///< ...unless this is set
  bool is_sealed{};           ///< head, JSON and terms are kept so that the file tells nobody of them
  std::vector<ListId> lists;
  /// The lists that its bringer reads. Copies that others brought to other lists are as if they were not there: they
  /// neither make it known nor keep it away, and nobody learns of them by writing.
  std::vector<ListId> in_sight;
  std::vector<std::string> terms;  ///< short; small letters, digits, `.-:/@_#+%&=~!$?` and anything beyond ASCII
  std::string head;                ///< what a list shows of it: small, and read without the JSON
  std::string json;
  /// Whatever has the same has the same content; what has another may still say the same. Empty: only reading tells.
  std::string digest{};
};

enum class Addition {
  fresh,
  known,       ///< this version was there already: nothing changed
  not_theirs,  ///< others brought the object, and its bringer did not: nothing changed
  looser,      ///< a version that is there is stricter: nothing changed
  /// This version was there already, and nothing that is kept beside it tells that its content is the same: nothing
  /// changed. Whoever knows contents reads it.
  differs,
};

struct ObjectRow {
  std::int64_t added{};
  ObjectName name;
  std::int64_t version{};
  bool is_latest{};
  bool is_first{};
  bool is_old_edition{};
  bool is_sealed{};
  bool is_beside{};  ///< another's copy of the object was there before it
  std::uint8_t strictness{};
  std::uint32_t source{};
  std::string editor;
  std::vector<ListId> lists;
  std::string head;
  std::string json;  ///< empty where heads alone were asked for
};

/// How a store keeps what its file must not tell: given by whoever has the keys.
class Sealing {
 public:
  Sealing() = default;
  Sealing(const Sealing&) = delete;
  Sealing& operator=(const Sealing&) = delete;
  Sealing(Sealing&&) = delete;
  Sealing& operator=(Sealing&&) = delete;
  virtual ~Sealing() = default;
  /// As text; `bound` says what it belongs to, and opens nothing else.
  [[nodiscard]] virtual std::string seal(std::string_view plain, std::string_view bound) const = 0;
  /// Throws StoreError where it was changed, or belongs elsewhere.
  [[nodiscard]] virtual std::string open(std::string_view sealed, std::string_view bound) const = 0;
  /// A term as the index of a list has it: the same for the same, and of the characters of NewObject::terms.
  [[nodiscard]] virtual std::string term(ListId list, std::string_view term) const = 0;
  /// A digest as a row has it: the same for the same, and it tells nobody of the content, whoever guesses that.
  [[nodiscard]] virtual std::string digest(std::string_view digest, std::string_view bound) const = 0;
  /// Whether objects of a list may be sealed, or may be not.
  [[nodiscard]] virtual bool is_in_sealed(ListId list) const = 0;
  [[nodiscard]] virtual bool is_in_clear(ListId list) const = 0;
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

/// The terms of an object as it was kept; needed to take it out of the index again.
using TermsOf = std::function<std::vector<std::string>(const ObjectRow& row)>;

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

  /// A row whose content was read, and found to have this digest.
  struct Digested {
    ObjectRow row;
    std::string digest;
  };
  /// Keeps digests beside rows that have none: of an older version of the program, or copied. One thread at a time,
  /// with `add`.
  void keep_digests(std::span<const Digested> read);

  /// Does a little of the work that keeps searches fast, while nobody waits; true when there is more. One thread at a
  /// time, with `add`.
  virtual bool tidy() = 0;

  /// The places of a page, in order. One more than `limit` when there is more.
  [[nodiscard]] std::vector<std::int64_t> page(const PageQuery& query);
  /// The places of what is found, the newest first unless the query asks otherwise.
  [[nodiscard]] virtual std::vector<std::int64_t> search(const SearchQuery& query) = 0;
  /// Calls `each` for the rows at these places, in their order; places without a row are left out.
  virtual void rows(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) = 0;
  /// The same without their JSON.
  virtual void heads(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) = 0;
  /// Every version of an object, the oldest first; of one version, every source's copy.
  [[nodiscard]] virtual std::vector<ObjectRow> versions(const ObjectName& name) = 0;

  /// Fills in what an object of an older layout lacks.
  using Complete = std::function<void(NewObject& object)>;
  /// Takes in all that `from` holds, places and notes with it; `from` may be served meanwhile. Objects are sealed as
  /// they are there. Throws StoreError when this store holds objects already.
  /// `takes` says which notes come along; without it all do.
  void copy(ObjectStore& from, const TermsOf& terms_of, const Complete& complete = {},
            const std::function<bool(std::string_view note)>& takes = {});

  /// From now on what is to be sealed is, and what is sealed opens.
  void seal_with(std::shared_ptr<const Sealing> sealing) { sealing_ = std::move(sealing); }
  /// Whether its objects were written by an older version of the program: it can be read and copied.
  [[nodiscard]] virtual bool is_older() const = 0;

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
    std::string editor;
    std::uint8_t strictness{};
    bool is_latest{};
    bool is_first{};
    bool is_old_edition{};
    bool is_sealed{};
    std::vector<ListId> lists;
    std::string digest;  ///< as it is kept
  };
  struct Insert {
    const NewObject* object{};
    std::int64_t added{};
    std::uint32_t source{};
    std::string editor;
    bool is_latest{};
    bool is_first{};
    bool is_beside{};
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

  /// The object as it is written: all sealed where it is to be.
  struct Kept {
    std::string head;
    std::string json;
    std::string digest;
  };
  [[nodiscard]] Kept kept(const Insert& insert) const;
  [[nodiscard]] static std::uint64_t flags_of(const Insert& insert);
  /// Opens what is sealed of a row that was read.
  void open(ObjectRow& row) const;
  /// The words of an object in the indexes of its lists.
  [[nodiscard]] std::vector<std::string> words_of(const std::vector<ListId>& lists,
                                                  const std::vector<std::string>& terms, bool is_sealed) const;
  [[nodiscard]] const Sealing* sealing() const { return sealing_.get(); }

  [[nodiscard]] virtual std::vector<std::vector<Known>> known(std::span<const NewObject> objects) = 0;
  virtual void write(const Plan& plan) = 0;
  /// By their places, beside rows that have none.
  virtual void write_digests(const std::map<std::int64_t, std::string>& digests) = 0;
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
  std::shared_ptr<const Sealing> sealing_;
};

[[nodiscard]] std::unique_ptr<ObjectStore> open_sqlite_objects(const std::string& file, TermsOf terms_of);
/// Within the schema of the community `slug`, beside its record.
[[nodiscard]] std::unique_ptr<ObjectStore> open_postgres_objects(const std::string& url, const std::string& slug,
                                                                 TermsOf terms_of);

/// Puts objects of an older layout aside, so that new ones can be made of them: they open under the name `aside_of`.
/// False where there are none. Notes stay where they are.
[[nodiscard]] bool set_aside_older_objects(const std::string& url, const std::string& slug);
void drop_what_was_set_aside(const std::string& url, const std::string& slug);
[[nodiscard]] inline std::string aside_of(const std::string& slug) {
  return slug + "_older";
}

}  // namespace ccop::store
