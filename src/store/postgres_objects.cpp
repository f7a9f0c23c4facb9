#include "store/object_lists.hpp"
#include "store/postgres_rows.hpp"

#include <map>
#include <mutex>
#include <utility>

namespace ccop::store {
namespace {

using namespace postgres;

/// As many objects make the planner's figures of an empty table wrong.
constexpr std::uint64_t first_analysis = 1000;

class PostgresObjects final : public ObjectStore {
 public:
  PostgresObjects(std::string url, const std::string& slug, TermsOf terms_of)
      : url_(std::move(url)), schema_(schema_of(slug)), terms_of_(std::move(terms_of)), writer_(url_, schema_) {
    is_older_ = is_older_layout(writer_);
    if (!is_older_) writer_.create(schema_of_objects);
    if (!is_older_ && !has_column(writer_, "digest"))
      writer_.script("ALTER TABLE threat_objects ADD COLUMN IF NOT EXISTS digest bytea NOT NULL DEFAULT ''");
  }

  /// What the database would do by itself some minutes later: until then a search walks through a list of what was
  /// added, and the planner takes frequent terms for rare ones.
  bool tidy() override {
    const std::scoped_lock lock{write_mutex_};
    if (std::exchange(has_pending_, false))
      again_when_lost([&] { writer_.run("SELECT gin_clean_pending_list('threat_terms')"); });
    if (added_ >= next_analysis_) {
      again_when_lost([&] { writer_.script("ANALYZE threat_objects; ANALYZE threat_shelves"); });
      next_analysis_ = added_ + added_ / 10 + first_analysis;
    }
    return false;
  }

  std::vector<std::int64_t> search(const SearchQuery& query) override {
    std::vector<std::int64_t> places;
    if (query.lists.empty() || query.all_of.empty()) return places;
    const std::string match = match_of(query, sealing());
    if (match.empty()) return places;
    const auto after = number(query.after);
    const auto before = number(query.before);
    const auto limit = int8(query.limit);
    // The planner can't know how rare a beginning is, and would rather look at every object from the newest on. Pages
    // of a label's collection are short ways through many objects, so there it chooses.
    const std::string sql = std::string{"WITH found AS "} + (query.oldest_first ? "NOT " : "") +
                            "MATERIALIZED (SELECT added FROM threat_objects WHERE terms @@ $1::text::tsquery) SELECT "
                            "added FROM found WHERE "
                            "added > $2::int8 AND added < $3::int8 ORDER BY added " +
                            (query.oldest_first ? "" : "DESC ") + "LIMIT $4::int8";
    take_places(read(sql.c_str(), {match, view(after), view(before), view(limit)}), places);
    return places;
  }

  void rows(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) override {
    each_at(places, true, each);
  }
  void heads(std::span<const std::int64_t> places, const std::function<void(ObjectRow&&)>& each) override {
    each_at(places, false, each);
  }
  [[nodiscard]] bool is_older() const override { return is_older_; }

  std::vector<ObjectRow> versions(const ObjectName& name) override {
    const std::string sql =
        select(" FROM threat_objects WHERE uuid = $1::bytea AND type = $2::text ORDER BY version", is_older_);
    const auto result = read(sql.c_str(), {text_of(name.uuid), name.type});
    std::vector<ObjectRow> all;
    all.reserve(static_cast<std::size_t>(PQntuples(result.get())));
    for (int i = 0; i < PQntuples(result.get()); ++i) all.push_back(opened(result, i));
    return all;
  }

  std::optional<std::string> note(std::string_view name) override {
    const auto result = read("SELECT value FROM threat_notes WHERE name = $1::text", {name});
    if (PQntuples(result.get()) == 0) return std::nullopt;
    return std::string{Connection::field(result, 0, 0)};
  }
  void set_notes(const Notes& notes) override {
    const std::scoped_lock lock{write_mutex_};
    const auto send = [&] {
      for (const auto& [name, value] : notes)
        if (value.empty())
          writer_.send("DELETE FROM threat_notes WHERE name = $1::text", {name});
        else
          writer_.send(
              "INSERT INTO threat_notes VALUES ($1::text, $2::bytea) ON CONFLICT (name) DO UPDATE SET value = "
              "excluded.value",
              {name, value});
    };
    again_when_lost([&] { writer_.together(send); });
  }
  void each_note(std::string_view prefix,
                 const std::function<void(std::string_view, std::string_view)>& each) override {
    const auto result =
        read("SELECT name, value FROM threat_notes WHERE starts_with(name, $1::text) ORDER BY name", {prefix});
    for (int i = 0; i < PQntuples(result.get()); ++i)
      each(Connection::field(result, i, 0), Connection::field(result, i, 1));
  }

 protected:
  std::vector<std::vector<Known>> known(std::span<const NewObject> objects) override {
    require_current();
    std::vector<std::vector<Known>> all(objects.size());
    std::vector<std::string> uuids;
    std::vector<std::string> types;
    for (const auto& object : objects) {
      uuids.push_back("\\x" + to_hex(object.name.uuid));
      types.push_back(object.name.type);
    }
    const auto result = read(
        "SELECT at, added, version, source, flags, lists, editor, digest FROM unnest($1::text::bytea[], "
        "$2::text::text[]) WITH ORDINALITY AS "
        "k(name_uuid, name_type, at) JOIN threat_objects ON uuid = name_uuid AND type = name_type",
        {array_of(uuids), array_of(types)});
    for (int i = 0; i < PQntuples(result.get()); ++i) {
      ObjectRow row;
      take_flags(row, from_int8(Connection::field(result, i, 4)));
      all[from_int8(Connection::field(result, i, 0)) - 1].push_back(
          {signed_field(result, i, 1), signed_field(result, i, 2),
           static_cast<std::uint32_t>(from_int8(Connection::field(result, i, 3))),
           std::string{Connection::field(result, i, 6)}, row.strictness, row.is_latest, row.is_first,
           row.is_old_edition, row.is_sealed, lists_of_text(Connection::field(result, i, 5)),
           std::string{Connection::field(result, i, 7)}});
    }
    return all;
  }

  void write(const Plan& plan) override {
    const std::scoped_lock lock{write_mutex_};
    require_current();
    std::map<std::int64_t, ObjectRow> changed;
    std::vector<std::int64_t> places;
    for (const auto* some : {&plan.superseded, &plan.preceded, &plan.promoted, &plan.removed})
      places.insert(places.end(), some->begin(), some->end());
    rows(places, [&](ObjectRow&& row) { changed.emplace(row.added, std::move(row)); });
    const auto write_all = [&] { writer_.together([&] { send(plan, changed); }); };
    try {
      write_all();
    } catch (const ConnectionLost&) {
      // A database whose answer was lost may have made the change all the same.
      writer_.reconnect();
      if (!holds(plan)) write_all();
    }
    added_ += plan.inserts.size();
    has_pending_ = true;
  }

  void write_digests(const std::map<std::int64_t, std::string>& digests) override {
    const std::scoped_lock lock{write_mutex_};
    require_current();
    const auto send_all = [&] {
      for (const auto& [place, digest] : digests) {
        const auto added = number(place);
        writer_.send("UPDATE threat_objects SET digest = $2::bytea WHERE added = $1::int8 AND digest = ''",
                     {view(added), digest});
      }
    };
    again_when_lost([&] { writer_.together(send_all); });
  }

  std::int64_t last_place() override {
    return signed_field(read("SELECT COALESCE(MAX(added), 0)::int8 FROM threat_objects"), 0, 0);
  }

  std::vector<std::int64_t> places_behind(std::int64_t place, std::size_t limit) override {
    std::vector<std::int64_t> places;
    const auto behind = number(place);
    const auto most = int8(limit);
    take_places(read("SELECT added FROM threat_objects WHERE added > $1::int8 ORDER BY added LIMIT $2::int8",
                     {view(behind), view(most)}),
                places);
    return places;
  }

  void places(const Shelf& shelf, const PageQuery& query, std::size_t limit, std::vector<std::int64_t>& out) override {
    const auto list = int8(shelf.list | (shelf.is_old ? old_shelf : 0));
    const auto after = number(query.after);
    const auto before = number(query.before);
    const auto most = int8(limit);
    std::string sql =
        "SELECT added FROM threat_shelves WHERE list = $1::int8 AND added > $2::int8 AND added < $3::int8";
    Values values{view(list), view(after), view(before), view(most)};
    if (shelf.type) {
      sql += " AND type = $5::text";
      values.emplace_back(*shelf.type);
    }
    sql += std::string{" ORDER BY added "} + (query.newest_first ? "DESC " : "") + "LIMIT $4::int8";
    take_places(read(sql.c_str(), values), out);
  }

  std::vector<std::int64_t> firsts_of(std::vector<std::int64_t> places) override {
    const std::string wanted = array_of(places);
    places.clear();
    take_places(
        read(
            "SELECT added FROM threat_objects JOIN unnest($1::text::int8[]) WITH ORDINALITY AS w(place, at) ON added = "
            "place WHERE flags & 2 <> 0 ORDER BY at",
            {wanted}),
        places);
    return places;
  }

 private:
  using ObjectStore::flags_of;
  void require_current() const {
    if (is_older_)
      throw StoreError{
          "the threat objects are of an older version of the program: start the server with this one once"};
  }
  [[nodiscard]] ObjectRow opened(const Result& result, int i) const {
    ObjectRow row = row_of(result, i);
    open(row);
    return row;
  }
  void each_at(std::span<const std::int64_t> places, bool with_json, const std::function<void(ObjectRow&&)>& each) {
    const std::string wanted = array_of(places);
    const auto result = read(
        select(" FROM threat_objects JOIN unnest($1::text::int8[]) WITH ORDINALITY AS w(place, at) ON added = place "
               "ORDER BY at",
               is_older_, with_json)
            .c_str(),
        {wanted});
    for (int i = 0; i < PQntuples(result.get()); ++i) each(opened(result, i));
  }
  static void take_places(const Result& result, std::vector<std::int64_t>& places) {
    for (int i = 0; i < PQntuples(result.get()); ++i) places.push_back(signed_field(result, i, 0));
  }

  void send(const Plan& plan, const std::map<std::int64_t, ObjectRow>& changed) {
    for (const Insert& insert : plan.inserts) {
      const NewObject& object = *insert.object;
      const auto added = number(insert.added);
      const auto version = number(object.version);
      const auto flags = int8(flags_of(insert));
      const auto source = int8(insert.source);
      const std::string lists = text_of_lists(object.lists);
      const std::string words =
          insert.is_latest ? array_of(words_of(object.lists, object.terms, object.is_sealed)) : "{}";
      const Kept kept_object = kept(insert);
      writer_.send(
          "INSERT INTO threat_objects VALUES ($1::int8, $2::bytea, $3::text, $4::int8, $5::int8, $6::int8, $7::bytea, "
          "$8::text, array_to_tsvector($9::text::text[]), $10::text, $11::text, $12::bytea)",
          {view(added), text_of(object.name.uuid), object.name.type, view(version), view(flags), view(source),
           insert.editor, lists, words, kept_object.head, kept_object.json, kept_object.digest});
      for (const ListId list : object.lists) shelve(list, !insert.is_latest, object.name.type, insert.added);
    }
    for (const auto place : plan.preceded) {
      const ObjectRow& row = changed.at(place);
      set(row, row.is_latest, false);
    }
    for (const auto place : plan.superseded) {
      const ObjectRow& row = changed.at(place);
      unshelve(row);
      for (const ListId list : row.lists) shelve(list, true, row.name.type, row.added);
      set(row, false, row.is_first);
    }
    for (const auto place : plan.removed) {
      const ObjectRow& row = changed.at(place);
      unshelve(row);
      const auto added = number(row.added);
      writer_.send("DELETE FROM threat_objects WHERE added = $1::int8", {view(added)});
    }
    for (const auto place : plan.promoted) {
      const ObjectRow& row = changed.at(place);
      unshelve(row);
      for (const ListId list : row.lists) shelve(list, false, row.name.type, row.added);
      set(row, true, row.is_first);
    }
  }

  /// Whether the first of a plan's changes is made already.
  bool holds(const Plan& plan) {
    if (!plan.inserts.empty()) {
      const auto added = number(plan.inserts.front().added);
      return PQntuples(read("SELECT 1 FROM threat_objects WHERE added = $1::int8", {view(added)}).get()) > 0;
    }
    if (plan.removed.empty()) return false;
    const auto added = number(plan.removed.front());
    return PQntuples(read("SELECT 1 FROM threat_objects WHERE added = $1::int8", {view(added)}).get()) == 0;
  }

  void shelve(ListId list, bool is_old, const std::string& type, std::int64_t place) {
    const auto shelf = int8(list | (is_old ? old_shelf : 0));
    const auto added = number(place);
    writer_.send("INSERT INTO threat_shelves VALUES ($1::int8, $2::int8, $3::text)", {view(shelf), view(added), type});
  }
  void unshelve(const ObjectRow& row) {
    const auto added = number(row.added);
    writer_.send("DELETE FROM threat_shelves WHERE added = $1::int8 AND list = ANY($2::text::int8[])",
                 {view(added), shelves_of(row)});
  }
  static std::string shelves_of(const ObjectRow& row) {
    std::vector<std::int64_t> shelves;
    for (const ListId list : row.lists) {
      shelves.push_back(list);
      shelves.push_back(static_cast<std::int64_t>(list | old_shelf));
    }
    return array_of(std::span<const std::int64_t>{shelves});
  }
  void set(ObjectRow row, bool is_latest, bool is_first) {
    row.is_latest = is_latest;
    row.is_first = is_first;
    const auto added = number(row.added);
    const auto flags = int8(store::flags_of(row));
    const std::string words = is_latest ? array_of(words_of(row.lists, terms_of_(row), row.is_sealed)) : "{}";
    writer_.send(
        "UPDATE threat_objects SET flags = $2::int8, terms = array_to_tsvector($3::text::text[]) WHERE added = "
        "$1::int8",
        {view(added), view(flags), words});
  }

  template <class Change>
  void again_when_lost(const Change& change) {
    try {
      change();
    } catch (const ConnectionLost&) {
      writer_.reconnect();
      change();
    }
  }

  Result read(const char* sql, const Values& values = {}) {
    std::unique_ptr<Connection> reader;
    {
      const std::scoped_lock lock{readers_mutex_};
      if (!readers_.empty()) {
        reader = std::move(readers_.back());
        readers_.pop_back();
      }
    }
    // Of many terms that nobody has the planner believes that everything has one: each question here has an index. And
    // where it believes that there is much to do it compiles the question first, or starts helpers, which takes a
    // hundred times as long as the answer.
    const auto prepare = [&] {
      reader->script("SET enable_seqscan TO off; SET jit TO off; SET max_parallel_workers_per_gather TO 0");
    };
    if (!reader) {
      reader = std::make_unique<Connection>(url_, schema_);
      prepare();
    }
    const auto ask = [&] {
      try {
        return reader->run(sql, values);
      } catch (const ConnectionLost&) {
        reader->reconnect();
        prepare();
        return reader->run(sql, values);
      }
    };
    Result result = ask();
    const std::scoped_lock lock{readers_mutex_};
    readers_.push_back(std::move(reader));
    return result;
  }

  std::string url_;
  std::string schema_;
  bool is_older_{};
  TermsOf terms_of_;
  std::mutex write_mutex_;
  Connection writer_;
  bool has_pending_{};
  std::uint64_t added_{};
  std::uint64_t next_analysis_{first_analysis};
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Connection>> readers_;
};

}  // namespace

std::unique_ptr<ObjectStore> open_postgres_objects(const std::string& url, const std::string& slug, TermsOf terms_of) {
  return std::make_unique<PostgresObjects>(url, slug, std::move(terms_of));
}

bool set_aside_older_objects(const std::string& url, const std::string& slug) {
  const std::string here = schema_of(slug);
  const std::string aside = schema_of(aside_of(slug));
  Connection connection{url, here};
  const bool is_older = is_older_layout(connection);
  if (is_older)
    connection.script("BEGIN; CREATE SCHEMA " + aside + "; CREATE TABLE " + aside +
                      ".threat_notes (LIKE threat_notes); ALTER TABLE threat_objects SET SCHEMA " + aside +
                      "; DROP TABLE threat_shelves; COMMIT");
  Connection beside{url, aside};
  if (!is_older_layout(beside)) return false;
  // What a run that was cut off had made of them is made anew.
  connection.script("DROP TABLE IF EXISTS threat_objects; DROP TABLE IF EXISTS threat_shelves");
  return true;
}

void drop_what_was_set_aside(const std::string& url, const std::string& slug) {
  Connection{url, schema_of(slug)}.script("DROP SCHEMA " + schema_of(aside_of(slug)) + " CASCADE; VACUUM threat_notes");
}

}  // namespace ccop::store
