// The index of the objects' words in SQLite: which places have a term, and the upkeep that keeps searches fast.
#pragma once

#include "store/sqlite_connection.hpp"

namespace ccop::store::sqlite {

/// Used by the one connection that writes. Readers ask the tables `words` (FTS5) and `vocabulary` (fts5vocab).
class Words {
 public:
  /// Makes the tables where they are missing.
  explicit Words(Connection& writer);

  /// `words`: terms, spaces between them. Within the caller's transaction.
  void insert(std::uint64_t place, std::string_view words);
  /// Needs the very words that were inserted.
  void remove(std::uint64_t place, std::string_view words);
  /// Does a little of the upkeep, in transactions of its own; true when there is more.
  bool tidy();

 private:
  /// With a negative number of pages all segments are to become one. False when nothing was left to do.
  bool merge(std::int64_t pages);
  bool merge_all();
  [[nodiscard]] bool is_scattered();
  bool mark_a_frequent_term();

  Connection& writer_;
  Statement insert_;
  Statement remove_;
  Statement merge_;
  std::uint64_t inserted_{};  ///< since all was merged into one segment
  bool is_merging_all_{};     ///< begun, and not done
  bool marks_to_merge_{};     ///< marks stand beside what they mark only once all is one segment
};

}  // namespace ccop::store::sqlite
