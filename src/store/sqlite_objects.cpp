#include "store/object_lists.hpp"
#include "store/sqlite_reading.hpp"
#include "store/sqlite_types.hpp"
#include "store/sqlite_words.hpp"
#include "store/sqlite_writing.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

namespace ccop::store {
namespace {

using sqlite::Connection;
using sqlite::InUse;
using sqlite::is_older_layout;
using sqlite::Reading;
using sqlite::Statement;
using sqlite::Writing;

/// A beginning is looked for as the first terms that have it: more wouldn't help whoever is still typing.
constexpr int most_completions = 24;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

class SqliteObjects final : public ObjectStore {
 public:
  SqliteObjects(const std::string& file, TermsOf terms_of)
      : file_(sqlite::writable(file)), terms_of_(std::move(terms_of)), writer_(file, true, 8192, true) {
    writer_.run("PRAGMA wal_autocheckpoint=8000");
    writer_.run("PRAGMA cache_size=-65536");
    writer_.run("PRAGMA secure_delete=ON");  // what is taken away leaves no trace in the file
    is_older_ = is_older_layout(writer_);
    if (!is_older_) make_tables();
    Statement all{writer_.raw(), "SELECT code, name FROM types"};
    while (all.step()) types_.remember(all.integer(0), std::string{all.bytes(1)});
  }

  [[nodiscard]] bool is_older() const override { return is_older_; }

  bool tidy() override {
    const std::scoped_lock lock{write_mutex_};
    return words_ != nullptr && words_->tidy();
  }

  std::vector<std::int64_t> search(const SearchQuery& query) override {
    std::vector<std::int64_t> places;
    if (query.lists.empty() || query.all_of.empty()) return places;
    with_reading([&](Reading& reading) {
      const auto match = match_of(reading, query);
      if (!match) return;
      InUse found{query.oldest_first ? reading.found_up : reading.found_down};
      found->bind_text(1, *match).bind_signed(2, query.after).bind_signed(3, query.before).bind(4, query.limit);
      while (found->step()) places.push_back(found->signed_integer(0));
    });
    return places;
  }

  void rows(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) override {
    with_reading([&](Reading& reading) {
      for (const std::int64_t place : places) {
        InUse row{reading.row};
        if (row->bind_signed(1, place).step()) each(row_of(reading.row));
      }
    });
  }

  void heads(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) override {
    with_reading([&](Reading& reading) {
      for (const std::int64_t place : places) {
        InUse head{reading.head};
        if (head->bind_signed(1, place).step()) each(row_of(reading.head));
      }
    });
  }

  std::vector<ObjectRow> versions(const ObjectName& name) override {
    std::vector<ObjectRow> all;
    const auto code = types_.code_of(name.type);
    if (!code) return all;
    with_reading([&](Reading& reading) {
      InUse versions{reading.versions};
      versions->bind(1, text_of(name.uuid)).bind(2, *code);
      while (versions->step()) all.push_back(row_of(reading.versions));
    });
    return all;
  }

  std::optional<std::string> note(std::string_view name) override {
    std::optional<std::string> value;
    with_reading([&](Reading& reading) {
      InUse note{reading.note};
      if (note->bind_text(1, name).step()) value = note->bytes(0);
    });
    return value;
  }
  void set_notes(const Notes& notes) override {
    const std::scoped_lock lock{write_mutex_};
    Statement take_away{writer_.raw(), "DELETE FROM notes WHERE name = ?"};
    Statement put{writer_.raw(),
                  "INSERT INTO notes VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"};
    writer_.together([&] {
      for (const auto& [name, value] : notes) {
        InUse change{value.empty() ? take_away : put};
        change->bind_text(1, name);
        if (!value.empty()) change->bind(2, value);
        change->run();
      }
    });
  }
  void each_note(std::string_view prefix,
                 const std::function<void(std::string_view, std::string_view)>& each) override {
    std::string end{prefix};
    end += '\x7F';
    with_reading([&](Reading& reading) {
      InUse notes{reading.notes};
      notes->bind_text(1, prefix).bind_text(2, end);
      while (notes->step()) each(notes->bytes(0), notes->bytes(1));
    });
  }

 protected:
  std::vector<std::vector<Known>> known(std::span<const NewObject> objects) override {
    const std::scoped_lock lock{write_mutex_};
    require_current();
    std::vector<std::vector<Known>> all(objects.size());
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const auto code = types_.code_of(objects[i].name.type);
      if (!code) continue;
      InUse known{statements_->known};
      known->bind(1, text_of(objects[i].name.uuid)).bind(2, *code);
      while (known->step()) {
        ObjectRow row;
        take_flags(row, known->integer(3));
        all[i].push_back({known->signed_integer(0), known->signed_integer(1),
                          static_cast<std::uint32_t>(known->integer(2)), std::string{known->bytes(5)}, row.strictness,
                          row.is_latest, row.is_first, row.is_old_edition, row.is_sealed,
                          lists_of_text(known->bytes(4)), std::string{known->bytes(6)}});
      }
    }
    return all;
  }

  void write(const Plan& plan) override {
    const std::scoped_lock lock{write_mutex_};
    require_current();
    try {
      writer_.together([&] { write_within(plan); });
      types_.keep();
    } catch (...) {
      types_.take_back();
      throw;
    }
  }

  void write_digests(const std::map<std::int64_t, std::string>& digests) override {
    const std::scoped_lock lock{write_mutex_};
    require_current();
    writer_.together([&] {
      for (const auto& [place, digest] : digests) statements_->keep_digest.bind_signed(1, place).bind(2, digest).run();
    });
  }

  std::int64_t last_place() override {
    const std::scoped_lock lock{write_mutex_};
    Statement last{writer_.raw(), "SELECT COALESCE(MAX(added), 0) FROM objects"};
    return last.step() ? last.signed_integer(0) : 0;
  }

  std::vector<std::int64_t> places_behind(std::int64_t place, std::size_t limit) override {
    std::vector<std::int64_t> places;
    with_reading([&](Reading& reading) {
      InUse behind{reading.behind};
      behind->bind_signed(1, place).bind(2, limit);
      while (behind->step()) places.push_back(behind->signed_integer(0));
    });
    return places;
  }

  void places(const Shelf& shelf, const PageQuery& query, std::size_t limit, std::vector<std::int64_t>& out) override {
    const auto type = shelf.type ? types_.code_of(*shelf.type) : std::nullopt;
    if (shelf.type && !type) return;
    with_reading([&](Reading& reading) {
      Statement& chosen =
          query.newest_first ? (type ? reading.down_by_type : reading.down) : (type ? reading.up_by_type : reading.up);
      InUse places{chosen};
      places->bind(1, shelf.list | (shelf.is_old ? old_shelf : 0)).bind_signed(2, query.after);
      places->bind_signed(3, query.before).bind(4, limit);
      if (type) places->bind(5, *type);
      while (places->step()) out.push_back(places->signed_integer(0));
    });
  }

  std::vector<std::int64_t> firsts_of(std::vector<std::int64_t> places) override {
    with_reading([&](Reading& reading) {
      std::erase_if(places, [&](std::int64_t place) {
        InUse row{reading.row};
        return !row->bind_signed(1, place).step() || (row->integer(4) & first_flag) == 0;
      });
    });
    return places;
  }

 private:
  void make_tables() {
    writer_.run(sqlite::schema_of_objects);
    words_ = std::make_unique<sqlite::Words>(writer_);
    statements_ = std::make_unique<Writing>(writer_.raw());
  }
  void require_current() const {
    if (is_older_)
      throw StoreError{
          "the threat objects are of an older version of the program: start the server with this one once"};
  }

  void write_within(const Plan& plan) {
    for (const Insert& insert : plan.inserts) {
      const NewObject& object = *insert.object;
      const std::uint64_t type = code_for(object.name.type);
      const auto added = static_cast<std::uint64_t>(insert.added);
      const std::string lists = text_of_lists(object.lists);
      const Kept kept_object = kept(insert);
      statements_->insert.bind(1, added).bind(2, text_of(object.name.uuid)).bind(3, type);
      statements_->insert.bind_signed(4, object.version).bind(5, flags_of(insert)).bind(6, insert.source);
      statements_->insert.bind(7, insert.editor).bind_text(8, lists);
      statements_->insert.bind_text(9, kept_object.head).bind_text(10, kept_object.json).run();
      if (!kept_object.digest.empty()) statements_->keep_digest.bind(1, added).bind(2, kept_object.digest).run();
      for (const ListId list : object.lists) shelve(list, !insert.is_latest, type, added);
      if (insert.is_latest) words_->insert(added, joined(words_of(object.lists, object.terms, object.is_sealed)));
    }
    for (const std::int64_t place : plan.preceded) {
      const ObjectRow row = row_at(place);
      set_flags(row, row.is_latest, false);
    }
    for (const std::int64_t place : plan.superseded) demote(row_at(place));
    for (const std::int64_t place : plan.removed) take_away(row_at(place));
    for (const std::int64_t place : plan.promoted) promote(row_at(place));
  }

  void demote(const ObjectRow& row) {
    const std::uint64_t type = types_.code_of(row.name.type).value();
    const auto added = static_cast<std::uint64_t>(row.added);
    for (const ListId list : row.lists) {
      unshelve(list, false, type, added);
      shelve(list, true, type, added);
    }
    unindex(row);
    set_flags(row, false, row.is_first);
  }

  void promote(const ObjectRow& row) {
    const std::uint64_t type = types_.code_of(row.name.type).value();
    const auto added = static_cast<std::uint64_t>(row.added);
    for (const ListId list : row.lists) {
      unshelve(list, true, type, added);
      shelve(list, false, type, added);
    }
    words_->insert(added, words_of(row));
    set_flags(row, true, row.is_first);
  }

  void take_away(const ObjectRow& row) {
    const std::uint64_t type = types_.code_of(row.name.type).value();
    for (const ListId list : row.lists) unshelve(list, !row.is_latest, type, static_cast<std::uint64_t>(row.added));
    if (row.is_latest) unindex(row);
    statements_->remove.bind_signed(1, row.added).run();
    statements_->drop_digest.bind_signed(1, row.added).run();
  }

  void shelve(ListId list, bool is_old, std::uint64_t type, std::uint64_t added) {
    const std::uint64_t shelf = list | (is_old ? old_shelf : 0);
    statements_->shelve.bind(1, shelf).bind(2, added).run();
    statements_->shelve_by_type.bind(1, shelf).bind(2, type).bind(3, added).run();
  }
  void unshelve(ListId list, bool is_old, std::uint64_t type, std::uint64_t added) {
    const std::uint64_t shelf = list | (is_old ? old_shelf : 0);
    statements_->unshelve.bind(1, shelf).bind(2, added).run();
    statements_->unshelve_by_type.bind(1, shelf).bind(2, type).bind(3, added).run();
  }
  using ObjectStore::words_of;
  [[nodiscard]] std::string words_of(const ObjectRow& row) const {
    return joined(words_of(row.lists, terms_of_(row), row.is_sealed));
  }
  void unindex(const ObjectRow& row) { words_->remove(static_cast<std::uint64_t>(row.added), words_of(row)); }
  void set_flags(ObjectRow row, bool is_latest, bool is_first) {
    row.is_latest = is_latest;
    row.is_first = is_first;
    statements_->flag.bind(1, store::flags_of(row)).bind_signed(2, row.added).run();
  }
  ObjectRow row_at(std::int64_t place) {
    InUse row{statements_->row};
    if (!row->bind_signed(1, place).step()) throw StoreError{"an object is missing that was there"};
    return row_of(statements_->row);
  }

  ObjectRow row_of(const Statement& s) {
    ObjectRow row;
    row.added = s.signed_integer(0);
    const auto uuid = bytes_of(s.bytes(1));
    std::copy_n(uuid.begin(), std::min(uuid.size(), row.name.uuid.size()), row.name.uuid.begin());
    row.name.type = types_.name_of(s.integer(2));
    row.version = s.signed_integer(3);
    take_flags(row, s.integer(4));
    row.source = static_cast<std::uint32_t>(s.integer(5));
    row.editor = s.bytes(6);
    row.lists = lists_of_text(s.bytes(7));
    row.head = s.bytes(8);
    row.json = s.bytes(9);
    open(row);
    return row;
  }

  std::optional<std::string> match_of(Reading& reading, const SearchQuery& query) {
    std::string match;
    for (const auto& group : query.all_of) {
      std::string either;
      const auto add = [&](std::string_view word) {
        either.append(either.empty() ? "\"" : " OR \"").append(word).append("\"");
      };
      for (const ListId list : query.lists)
        for (const auto& term : group) {
          if (!is_term(term.text)) continue;
          for (const auto& word : asked_words(sealing(), list, term.text)) add(word);
          // What is sealed is found by whole words alone.
          if (!term.is_beginning || (sealing() != nullptr && !sealing()->is_in_clear(list))) continue;
          const std::string word = listed(list, term.text);
          InUse completions{reading.completions};
          const std::string end = word + "\xFF";
          completions->bind_text(1, word).bind_text(2, end).bind(3, std::uint64_t{most_completions});
          while (completions->step()) add(completions->bytes(0));
        }
      if (either.empty()) return std::nullopt;
      match += (match.empty() ? "(" : " AND (") + either + ")";
    }
    return match;
  }

  template <class Use>
  void with_reading(Use&& use) {
    std::unique_ptr<Reading> reading;
    {
      const std::scoped_lock lock{readings_mutex_};
      if (!readings_.empty()) {
        reading = std::move(readings_.back());
        readings_.pop_back();
      }
    }
    if (!reading) reading = std::make_unique<Reading>(file_, is_older_);
    use(*reading);  // what throws takes its connection with it
    const std::scoped_lock lock{readings_mutex_};
    readings_.push_back(std::move(reading));
  }

  std::uint64_t code_for(const std::string& type) {
    if (const auto known = types_.code_of(type)) return *known;
    statements_->new_type.bind_text(1, type).run();
    const auto code = static_cast<std::uint64_t>(sqlite3_last_insert_rowid(writer_.raw()));
    types_.add(code, type);
    return code;
  }

  std::string file_;
  bool is_older_{};
  TermsOf terms_of_;
  std::mutex write_mutex_;
  Connection writer_;
  std::unique_ptr<Writing> statements_;
  std::unique_ptr<sqlite::Words> words_;
  std::mutex readings_mutex_;
  std::vector<std::unique_ptr<Reading>> readings_;
  sqlite::TypeCodes types_;
};

}  // namespace

std::unique_ptr<ObjectStore> open_sqlite_objects(const std::string& file, TermsOf terms_of) {
  return std::make_unique<SqliteObjects>(file, std::move(terms_of));
}

}  // namespace ccop::store
