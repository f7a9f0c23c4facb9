#include "exchange/format.hpp"

#include "base/text.hpp"
#include "exchange/recognise.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ccop::exchange {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t most_lines = 50;
constexpr std::array<std::string_view, 10> of_misp{"Event",           "response", "Attribute", "Object",
                                                   "EventReport",     "to_ids",   "event_id",  "distribution",
                                                   "threat_level_id", "Orgc"};
constexpr std::array<std::string_view, 4> of_stix{"objects", "spec_version", "created", "pattern"};

template <typename Names>
bool is_among(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// An object, or a list of them; a pattern of STIX and a defanged address begin otherwise.
bool is_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  const std::string_view rest = trimmed(text.substr(1));
  return !rest.empty() && (text[0] == '{' ? rest[0] == '"' || rest[0] == '}' : rest[0] == '{' || rest[0] == ']');
}

/// The first name of a property of the outermost object, or of those in the outermost list, that only one of the two
/// formats has.
Format format_of_json(std::string_view text) {
  const std::size_t level = text[0] == '[' ? 2 : 1;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' || text[at] == '[') ++depth;
    if ((text[at] == '}' || text[at] == ']') && depth > 0) --depth;
    if (text[at] != '"') continue;
    const std::size_t begin = ++at;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size() || depth != level || !trimmed(text.substr(at + 1)).starts_with(':')) continue;
    const std::string_view name = text.substr(begin, at - begin);
    if (is_among(of_misp, name)) return Format::misp;
    if (is_among(of_stix, name)) return Format::stix;
  }
  return Format::stix;
}

/// Whether some cell of the line is a value and nothing else.
bool holds_a_value(std::string_view line) {
  while (!line.empty()) {
    const auto end = std::min(line.find_first_of(",;\t"), line.size());
    std::string_view cell = trimmed(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    if (cell.find_first_of(blanks) == std::string_view::npos && recognise(cell, 2).size() == 1) return true;
  }
  return false;
}

/// Most lines hold a value, not counting a first one that names the columns.
bool is_a_list(std::string_view text) {
  std::size_t lines = 0;
  std::size_t values = 0;
  for (bool is_first = true; !text.empty() && lines < most_lines; is_first = false) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    const bool is_value = holds_a_value(line);
    if (is_first && !is_value) continue;
    ++lines;
    values += is_value ? 1 : 0;
  }
  return values * 2 > lines;
}

}  // namespace

std::optional<Format> parse_format(std::string_view word) {
  for (const auto format : {Format::stix, Format::misp, Format::csv, Format::text, Format::recognised})
    if (word == word_of(format)) return format;
  return std::nullopt;
}

std::string_view word_of(Format format) {
  switch (format) {
    case Format::stix:
      return "stix";
    case Format::misp:
      return "misp";
    case Format::csv:
      return "csv";
    case Format::text:
      return "text";
    case Format::recognised:
      break;
  }
  return "recognised";
}

Format format_of(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) return Format::csv;  // UTF-16
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  const std::string_view text = trimmed(beginning.substr(0, telling_bytes));
  if (is_json(text)) return format_of_json(text);
  return is_a_list(text) ? Format::csv : Format::text;
}

}  // namespace ccop::exchange
