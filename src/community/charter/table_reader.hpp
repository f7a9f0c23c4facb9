// Reads one TOML table key by key and collects mistakes with their lines, so that a charter's author sees all of them
// at once.
#pragma once

#include "community/charter/charter.hpp"

#include <toml++/toml.h>

#include <set>

namespace ccop::community {

class TableReader {
 public:
  TableReader(const toml::table& table, std::string path, std::vector<CharterMistake>& mistakes)
      : table_(&table), path_(std::move(path)), mistakes_(&mistakes) {}

  /// A sub-table; an empty one, with a mistake noted, where the key is missing.
  [[nodiscard]] TableReader table(std::string_view key);
  [[nodiscard]] std::vector<TableReader> tables(std::string_view key);
  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }

  [[nodiscard]] std::string text(std::string_view key, std::size_t most);
  [[nodiscard]] std::string optional_text(std::string_view key, std::size_t most);
  [[nodiscard]] bool boolean(std::string_view key);
  [[nodiscard]] std::uint32_t integer(std::string_view key, std::uint32_t least, std::uint32_t most);
  [[nodiscard]] std::uint32_t optional_integer(std::string_view key, std::uint32_t least, std::uint32_t most,
                                               std::uint32_t otherwise);
  [[nodiscard]] std::vector<std::uint32_t> integers(std::string_view key, std::uint32_t least, std::uint32_t most);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);

  void mistake(std::string_view key, std::string expected);
  /// Notes each key that nobody asked for.
  void finish();

 private:
  /// Nothing where the key is missing, which is noted as a mistake.
  [[nodiscard]] const toml::node* find(std::string_view key, std::string_view expected);
  [[nodiscard]] std::string path_of(std::string_view key) const;

  const toml::table* table_;
  std::string path_;
  std::vector<CharterMistake>* mistakes_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace ccop::community
