#include "store/sqlite_words.hpp"

#include <algorithm>
#include <utility>

namespace ccop::store::sqlite {
namespace {

// The index keeps no texts (content=''), no positions and no lengths: a term's entry is the place of each object that
// has it, as a difference to the one before.
constexpr const char* schema = R"(
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.-:/@_#+%&=~!$?'");
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(words, row);
CREATE TABLE IF NOT EXISTS frequent (term TEXT PRIMARY KEY) WITHOUT ROWID;
)";

/// Each addition makes a segment of the index, and a search looks into all: so two alike are merged while nothing else
/// is to be done, this many pages at a time (SQLite FTS5, section 6.8); and all into one, once as many objects were
/// added as the index has pages (a hundredth of all, about), or as much lies outside the largest segment.
constexpr std::int64_t pages_merged_at_once = 2000;
constexpr std::uint64_t most_outside_largest = 100;  ///< a hundredth
constexpr const char* merge_pairs = "INSERT INTO words (words, rank) VALUES ('usermerge', 2)";

/// A beginning that no term has is looked for behind the term before it. Where that one is frequent, FTS5 walks through
/// all of its entries (sqlite3Fts5IndexQuery with FTS5INDEX_QUERY_SCAN): so each frequent term has a mark right behind
/// it, a term that no object can have, in an entry of no object.
constexpr std::string_view mark = "!";

Connection& with_tables(Connection& writer) {
  writer.run(schema);
  // Only once: a program that opens a served community just to read it must not wait for the server's writer.
  if (!Statement{writer.raw(), "SELECT 1 FROM words_config WHERE k = 'usermerge'"}.step()) writer.run(merge_pairs);
  return writer;
}

}  // namespace

Words::Words(Connection& writer)
    : writer_(with_tables(writer)),
      insert_(writer.raw(), "INSERT INTO words (rowid, terms) VALUES (?, ?)"),
      remove_(writer.raw(), "INSERT INTO words (words, rowid, terms) VALUES ('delete', ?, ?)"),
      merge_(writer.raw(), "INSERT INTO words (words, rank) VALUES ('merge', ?)") {}

void Words::insert(std::uint64_t place, std::string_view words) {
  insert_.bind(1, place).bind_text(2, words).run();
  ++inserted_;
}

void Words::remove(std::uint64_t place, std::string_view words) {
  remove_.bind(1, place).bind_text(2, words).run();
}

bool Words::tidy() {
  // After much was written all becomes one at once: pairs on the way to it would be written for nothing. What is
  // written meanwhile waits for its turn, or it would never end.
  if (!is_merging_all_ && is_scattered()) return merge_all();
  if (merge(pages_merged_at_once) || std::exchange(is_merging_all_, false)) return true;
  if (mark_a_frequent_term()) return marks_to_merge_ = true;
  return std::exchange(marks_to_merge_, false) && merge_all();
}

bool Words::merge(std::int64_t pages) {
  const int before = sqlite3_total_changes(writer_.raw());
  merge_.bind_signed(1, pages).run();
  return sqlite3_total_changes(writer_.raw()) - before > 1;  // as FTS5 tells that it did something
}

bool Words::merge_all() {
  inserted_ = 0;
  return is_merging_all_ = merge(-pages_merged_at_once);
}

bool Words::is_scattered() {
  Statement sizes{writer_.raw(), "SELECT count(*) FROM words_idx GROUP BY segid"};
  std::uint64_t largest = 0;
  std::uint64_t all = 0;
  while (sizes.step()) {
    all += sizes.integer(0);
    largest = std::max(largest, sizes.integer(0));
  }
  return largest < all && (inserted_ >= all || (all - largest) * most_outside_largest > all);
}

/// Marks one of those that have no mark yet. A page of the index whose last term is frequent has a list of that
/// term's pages (SQLite FTS5, "doclist index"), which its number's lowest bit tells; its term has a letter before it.
bool Words::mark_a_frequent_term() {
  Statement page{writer_.raw(),
                 "SELECT first, after FROM (SELECT substr(CAST(term AS TEXT), 2) AS first, pgno, LEAD(substr(CAST("
                 "term AS TEXT), 2)) OVER (PARTITION BY segid ORDER BY term) AS after FROM words_idx) WHERE pgno & 1 "
                 "AND NOT EXISTS (SELECT 1 FROM frequent AS f WHERE f.term >= first AND (after IS NULL OR f.term < "
                 "after)) LIMIT 1"};
  if (!page.step()) return false;
  Statement last{writer_.raw(), "SELECT MAX(term) FROM vocabulary WHERE term >= ?1 AND (?2 = '' OR term < ?2)"};
  last.bind_text(1, page.bytes(0)).bind_text(2, page.bytes(1));
  if (!last.step() || last.bytes(0).empty()) return false;
  const std::string term{last.bytes(0)};
  writer_.together([&] {
    Statement{writer_.raw(), "INSERT INTO frequent VALUES (?)"}.bind_text(1, term).run();
    Statement{writer_.raw(), "INSERT INTO words (rowid, terms) SELECT -COUNT(*), ? FROM frequent"}
        .bind_text(1, term + std::string{mark})
        .run();
  });
  return true;
}

}  // namespace ccop::store::sqlite
