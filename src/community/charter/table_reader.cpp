#include "community/charter/table_reader.hpp"

namespace ccop::community {

TableReader TableReader::table(std::string_view key) {
  static const toml::table nothing;
  const auto* node = find(key, "a table");
  if (node != nullptr && !node->is_table()) mistake(key, "a table");
  return {node != nullptr && node->is_table() ? *node->as_table() : nothing, path_of(key), *mistakes_};
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> out;
  const std::string expected = "one or more [[" + std::string{key} + "]]";
  const auto* node = find(key, expected);
  if (node == nullptr) return out;
  if (!node->is_array()) return mistake(key, expected), out;
  for (const auto& item : *node->as_array()) {
    if (item.is_table())
      out.emplace_back(*item.as_table(), path_of(key) + "[" + std::to_string(out.size()) + "]", *mistakes_);
    else
      mistake(key, expected);
  }
  return out;
}

std::string TableReader::text(std::string_view key, std::size_t most) {
  const std::string expected = "a text of 1 to " + std::to_string(most) + " characters";
  const auto* node = find(key, expected);
  if (node == nullptr) return {};
  const auto value = node->value_exact<std::string>();
  if (!value || value->empty() || value->size() > most) return mistake(key, expected), std::string{};
  return *value;
}

std::string TableReader::optional_text(std::string_view key, std::size_t most) {
  return table_->contains(key) ? text(key, most) : std::string{};
}

bool TableReader::boolean(std::string_view key) {
  const auto* node = find(key, "true or false");
  if (node == nullptr) return false;
  const auto value = node->value_exact<bool>();
  if (!value) mistake(key, "true or false");
  return value.value_or(false);
}

std::uint32_t TableReader::integer(std::string_view key, std::uint32_t least, std::uint32_t most) {
  const std::string expected = "an integer from " + std::to_string(least) + " to " + std::to_string(most);
  const auto* node = find(key, expected);
  if (node == nullptr) return least;
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value < least || *value > most) return mistake(key, expected), least;
  return static_cast<std::uint32_t>(*value);
}

std::uint32_t TableReader::optional_integer(std::string_view key, std::uint32_t least, std::uint32_t most,
                                            std::uint32_t otherwise) {
  known_.emplace(key);
  return table_->contains(key) ? integer(key, least, most) : otherwise;
}

std::vector<std::uint32_t> TableReader::integers(std::string_view key, std::uint32_t least, std::uint32_t most) {
  const std::string expected = "a list of integers from " + std::to_string(least) + " to " + std::to_string(most);
  const auto* node = find(key, expected);
  std::vector<std::uint32_t> out;
  if (node == nullptr) return out;
  if (!node->is_array()) return mistake(key, expected), out;
  for (const auto& item : *node->as_array()) {
    const auto value = item.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) return mistake(key, expected), out;
    out.push_back(static_cast<std::uint32_t>(*value));
  }
  return out;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  const auto* node = find(key, "a list of texts");
  std::vector<std::string> out;
  if (node == nullptr) return out;
  if (!node->is_array()) return mistake(key, "a list of texts"), out;
  for (const auto& item : *node->as_array()) {
    const auto value = item.value_exact<std::string>();
    if (!value || value->empty()) return mistake(key, "a list of texts"), out;
    out.push_back(*value);
  }
  return out;
}

void TableReader::mistake(std::string_view key, std::string expected) {
  const auto* node = table_->get(key);
  const auto& source = node != nullptr ? node->source() : table_->source();
  mistakes_->push_back({source.begin.line, path_of(key), std::move(expected)});
}

void TableReader::finish() {
  for (const auto& [key, node] : *table_)
    if (!known_.contains(key.str())) mistake(key.str(), "no such key here");
}

const toml::node* TableReader::find(std::string_view key, std::string_view expected) {
  known_.emplace(key);
  const auto* node = table_->get(key);
  if (node == nullptr) mistake(key, std::string{expected} + " (the key is missing)");
  return node;
}

std::string TableReader::path_of(std::string_view key) const {
  return path_.empty() ? std::string{key} : path_ + "." + std::string{key};
}

}  // namespace ccop::community
