// What threat objects in SQLite are asked: a connection for reading and its statements.
#pragma once

#include "store/sqlite_connection.hpp"

namespace ccop::store::sqlite {

/// Whether the file has the objects' table of a layout of before editors and heads.
[[nodiscard]] inline bool is_older_layout(Connection& connection) {
  Statement columns{connection.raw(), "SELECT count(*), sum(name = 'head') FROM pragma_table_info('objects')"};
  return columns.step() && columns.integer(0) > 0 && columns.integer(1) == 0;
}

/// `older` is a layout of before editors and heads; both are empty there.
[[nodiscard]] inline std::string select_rows(bool older, const char* rest, bool with_json = true) {
  std::string sql = "SELECT added, uuid, type, version, flags, source, ";
  sql += older ? "'', lists, ''" : "editor, lists, head";
  return sql + (with_json ? ", json" : ", ''") + " FROM objects " + rest;
}

/// A connection for reading, with its statements.
struct Reading {
  Reading(const std::string& file, bool is_older) : connection(file, false, 0, true), older(is_older) {
    connection.run("PRAGMA cache_size=-16384");
    connection.run("PRAGMA query_only=ON");
  }
  Connection connection;
  bool older;
  Statement row{connection.raw(), select_rows(older, "WHERE added = ?").c_str()};
  Statement head{connection.raw(), select_rows(older, "WHERE added = ?", false).c_str()};
  Statement versions{connection.raw(), select_rows(older, "WHERE uuid = ? AND type = ? ORDER BY version").c_str()};
  Statement up{connection.raw(),
               "SELECT added FROM shelves WHERE list = ?1 AND added > ?2 AND added < ?3 ORDER BY added LIMIT ?4"};
  Statement down{
      connection.raw(),
      "SELECT added FROM shelves WHERE list = ?1 AND added > ?2 AND added < ?3 ORDER BY added DESC LIMIT ?4"};
  Statement up_by_type{connection.raw(),
                       "SELECT added FROM shelves_by_type WHERE list = ?1 AND added > ?2 AND added < ?3 AND type = ?5 "
                       "ORDER BY added LIMIT ?4"};
  Statement down_by_type{
      connection.raw(),
      "SELECT added FROM shelves_by_type WHERE list = ?1 AND added > ?2 AND added < ?3 AND type = ?5 "
      "ORDER BY added DESC LIMIT ?4"};
  Statement found_down{
      connection.raw(),
      "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid > ?2 AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4"};
  Statement found_up{
      connection.raw(),
      "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid > ?2 AND rowid < ?3 ORDER BY rowid LIMIT ?4"};
  Statement completions{connection.raw(), "SELECT term FROM vocabulary WHERE term >= ? AND term < ? LIMIT ?"};
  Statement behind{connection.raw(), "SELECT added FROM objects WHERE added > ? ORDER BY added LIMIT ?"};
  Statement note{connection.raw(), "SELECT value FROM notes WHERE name = ?"};
  Statement notes{connection.raw(), "SELECT name, value FROM notes WHERE name >= ? AND name < ? ORDER BY name"};
};

/// Resets a statement when its use ends, however it ends.
class InUse {
 public:
  explicit InUse(Statement& statement) : statement_(statement) { statement_.reset(); }
  ~InUse() { statement_.reset(); }
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;
  InUse(InUse&&) = delete;
  InUse& operator=(InUse&&) = delete;
  Statement* operator->() { return &statement_; }

 private:
  Statement& statement_;
};

}  // namespace ccop::store::sqlite
