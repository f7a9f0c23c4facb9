// What changes threat objects in SQLite: their tables, and the statements of the one connection that writes.
#pragma once

#include "store/sqlite_reading.hpp"

namespace ccop::store::sqlite {

// `json` stands last in its row: what stands before it is read without its pages. `lists` repeats what `shelves` says
// of an object, for whoever holds its row. `digests` are apart, so that the program of before still writes to the file.
inline constexpr const char* schema_of_objects = R"(
CREATE TABLE IF NOT EXISTS types (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS objects (added INTEGER PRIMARY KEY, uuid BLOB NOT NULL, type INTEGER NOT NULL, version INTEGER NOT NULL,
  flags INTEGER NOT NULL, source INTEGER NOT NULL, editor BLOB NOT NULL, lists TEXT NOT NULL, head TEXT NOT NULL, json TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS copies ON objects (uuid, type, version, source, editor);
CREATE TABLE IF NOT EXISTS shelves (list INTEGER NOT NULL, added INTEGER NOT NULL, PRIMARY KEY (list, added)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shelves_by_type (list INTEGER NOT NULL, type INTEGER NOT NULL, added INTEGER NOT NULL, PRIMARY KEY (list, type, added)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS digests (added INTEGER PRIMARY KEY, digest BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
)";

/// The writer's statements.
struct Writing {
  explicit Writing(sqlite3* db) : raw(db) {}
  sqlite3* raw;
  Statement known{raw,
                  "SELECT added, version, source, flags, lists, editor, digest FROM objects LEFT JOIN digests "
                  "USING (added) WHERE uuid = ? AND type = ?"};
  Statement insert{raw, "INSERT INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Statement shelve{raw, "INSERT INTO shelves VALUES (?, ?)"};
  Statement shelve_by_type{raw, "INSERT INTO shelves_by_type VALUES (?, ?, ?)"};
  Statement unshelve{raw, "DELETE FROM shelves WHERE list = ? AND added = ?"};
  Statement unshelve_by_type{raw, "DELETE FROM shelves_by_type WHERE list = ? AND type = ? AND added = ?"};
  Statement row{raw, select_rows(false, "WHERE added = ?").c_str()};
  Statement flag{raw, "UPDATE objects SET flags = ? WHERE added = ?"};
  Statement remove{raw, "DELETE FROM objects WHERE added = ?"};
  Statement keep_digest{raw, "INSERT OR IGNORE INTO digests VALUES (?, ?)"};
  Statement drop_digest{raw, "DELETE FROM digests WHERE added = ?"};
  Statement new_type{raw, "INSERT INTO types (name) VALUES (?)"};
};

}  // namespace ccop::store::sqlite
