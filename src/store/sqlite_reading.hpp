// What threat objects in SQLite are asked: a connection for reading and its statements.
#pragma once

#include "store/sqlite_connection.hpp"

namespace ccop::store::sqlite {

/// A connection for reading, with its statements.
struct Reading {
  explicit Reading(const std::string& file) : connection(file, false, 0, true) {
    connection.run("PRAGMA cache_size=-16384");
    connection.run("PRAGMA query_only=ON");
  }
  Connection connection;
  Statement row{connection.raw(),
                "SELECT added, uuid, type, version, flags, source, lists, json FROM objects WHERE added = ?"};
  Statement versions{connection.raw(),
                     "SELECT added, uuid, type, version, flags, source, lists, json FROM objects WHERE uuid = ? AND "
                     "type = ? ORDER BY version"};
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
