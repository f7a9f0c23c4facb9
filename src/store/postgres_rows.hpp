// How threat objects lie in PostgreSQL: their tables, and how rows are asked for, found and read.
#pragma once

#include "store/object_lists.hpp"
#include "store/postgres_connection.hpp"

#include <span>

namespace ccop::store::postgres {

// A term of the latest versions is a lexeme, whatever characters it has; older versions have none.
inline constexpr const char* schema_of_objects = R"(
CREATE TABLE IF NOT EXISTS threat_objects (added int8 PRIMARY KEY, uuid bytea NOT NULL, type text NOT NULL, version int8 NOT NULL,
  flags int8 NOT NULL, source int8 NOT NULL, editor bytea NOT NULL, lists text NOT NULL, terms tsvector, head text NOT NULL, json text NOT NULL,
  digest bytea NOT NULL DEFAULT '');
CREATE UNIQUE INDEX IF NOT EXISTS threat_copies ON threat_objects (uuid, type, version, source, editor);
CREATE INDEX IF NOT EXISTS threat_terms ON threat_objects USING gin (terms);
CREATE TABLE IF NOT EXISTS threat_shelves (list int8 NOT NULL, added int8 NOT NULL, type text NOT NULL, PRIMARY KEY (list, added));
CREATE INDEX IF NOT EXISTS threat_shelves_by_type ON threat_shelves (list, type, added);
CREATE TABLE IF NOT EXISTS threat_notes (name text PRIMARY KEY, value bytea NOT NULL);
)";
/// Without its JSON where heads alone are asked for; an older layout has neither editors nor heads.
[[nodiscard]] inline std::string select(std::string_view rest, bool is_older, bool with_json = true) {
  std::string sql{"SELECT added, uuid, type, version, flags, source, "};
  sql += is_older ? "''::bytea, lists, ''::text" : "editor, lists, head";
  return sql.append(with_json ? ", json" : ", ''::text").append(rest);
}

[[nodiscard]] inline std::array<char, 8> number(std::int64_t value) {
  return int8(static_cast<std::uint64_t>(value));
}
[[nodiscard]] inline std::int64_t signed_field(const Result& result, int row, int column) {
  return static_cast<std::int64_t>(from_int8(Connection::field(result, row, column)));
}

/// An element of an array, or of a query, in double quotes.
inline void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}
[[nodiscard]] inline std::string array_of(const std::vector<std::string>& items) {
  std::string out = "{";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    append_quoted(out, item);
  }
  return out + "}";
}
[[nodiscard]] inline std::string array_of(std::span<const std::int64_t> numbers) {
  std::string out = "{";
  for (const auto value : numbers) out += (out.size() > 1 ? "," : "") + std::to_string(value);
  return out + "}";
}

/// What is sealed is found by whole words alone.
[[nodiscard]] inline std::string match_of(const SearchQuery& query, const Sealing* sealing) {
  std::string match;
  for (const auto& group : query.all_of) {
    std::string either;
    for (const ListId list : query.lists)
      for (const auto& term : group) {
        if (!is_term(term.text)) continue;
        const bool is_beginning = term.is_beginning && (sealing == nullptr || sealing->is_in_clear(list));
        for (const auto& word : asked_words(sealing, list, term.text))
          either.append(either.empty() ? "'" : " | '").append(word).append(is_beginning ? "':*" : "'");
      }
    if (either.empty()) return {};
    match += (match.empty() ? "(" : " & (") + either + ")";
  }
  return match;
}

[[nodiscard]] inline ObjectRow row_of(const Result& result, int i) {
  ObjectRow row;
  row.added = signed_field(result, i, 0);
  const auto uuid = bytes_of(Connection::field(result, i, 1));
  std::copy_n(uuid.begin(), std::min(uuid.size(), row.name.uuid.size()), row.name.uuid.begin());
  row.name.type = Connection::field(result, i, 2);
  row.version = signed_field(result, i, 3);
  take_flags(row, from_int8(Connection::field(result, i, 4)));
  row.source = static_cast<std::uint32_t>(from_int8(Connection::field(result, i, 5)));
  row.editor = Connection::field(result, i, 6);
  row.lists = lists_of_text(Connection::field(result, i, 7));
  row.head = Connection::field(result, i, 8);
  row.json = Connection::field(result, i, 9);
  return row;
}

[[nodiscard]] inline std::string schema_of(const std::string& slug) {
  return as_identifier("ccop_" + slug);
}

[[nodiscard]] inline bool has_column(Connection& connection, std::string_view name) {
  const auto columns = connection.run(
      "SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = "
      "'threat_objects' AND column_name = $1::text",
      {name});
  return PQntuples(columns.get()) > 0;
}
/// Whether the schema's objects are of a layout of before editors and heads.
[[nodiscard]] inline bool is_older_layout(Connection& connection) {
  return has_column(connection, "added") && !has_column(connection, "head");
}

}  // namespace ccop::store::postgres
