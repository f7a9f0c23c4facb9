#include "exchange/csv/records.hpp"

#include "base/text.hpp"
#include "exchange/stix/bundle_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ccop::exchange::csv {
namespace {

constexpr std::size_t longest_record = std::size_t{64} * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr char32_t replacement = 0xFFFD;
bool is_first_half(char32_t c) {
  return c >= 0xD800 && c < 0xDC00;
}
bool is_second_half(char32_t c) {
  return c >= 0xDC00 && c < 0xE000;
}

}  // namespace

void Records::feed(std::string_view bytes) {
  raw_ += bytes;
  if (encoding_ == Encoding::unknown) {
    if (raw_.size() < 4) return;
    decide_encoding();
  }
  decode(false);
}

void Records::finish() {
  if (encoding_ == Encoding::unknown) decide_encoding();
  decode(true);
  if (!record_.empty()) end_record();
}

/// By its mark; without one UTF-16 shows by the zeros beside plain letters.
void Records::decide_encoding() {
  const auto begins = [&](std::string_view mark) {
    if (!raw_.starts_with(mark)) return false;
    raw_.erase(0, mark.size());
    offset_ += mark.size();
    return true;
  };
  encoding_ = Encoding::utf8;
  if (begins(byte_order_mark)) return;
  const auto has_zero_at = [&](std::size_t at) { return raw_.size() >= 2 && raw_[at] == '\0' && raw_[1 - at] != '\0'; };
  if (begins("\xFF\xFE") || has_zero_at(1))
    encoding_ = Encoding::utf16_little;
  else if (begins("\xFE\xFF") || has_zero_at(0))
    encoding_ = Encoding::utf16_big;
}

void Records::decode(bool is_last) {
  if (encoding_ == Encoding::utf8) {
    const std::string text = std::exchange(raw_, {});
    return take_text(text);
  }
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(raw_[at]);
    const auto second = static_cast<unsigned char>(raw_[at + 1]);
    return static_cast<char32_t>(encoding_ == Encoding::utf16_little ? second << 8 | first : first << 8 | second);
  };
  std::string text;
  std::size_t at = 0;
  while (at + 1 < raw_.size()) {
    const char32_t unit = unit_at(at);
    if (is_first_half(unit)) {
      if (at + 3 >= raw_.size() && !is_last) break;
      const char32_t next = at + 3 < raw_.size() ? unit_at(at + 2) : 0;
      const bool is_pair = is_second_half(next);
      append_utf8(text, is_pair ? 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00) : replacement);
      at += is_pair ? 4 : 2;
    } else {
      append_utf8(text, is_second_half(unit) ? replacement : unit);
      at += 2;
    }
  }
  raw_.erase(0, at);
  take_text(text);
}

void Records::take_text(std::string_view text) {
  for (const char c : text) {
    ++offset_;
    // A remark's quotes quote nothing.
    if (c == '"' && !record_.starts_with('#')) is_quoted_ = !is_quoted_;
    if (c == '\n' && !is_quoted_) {
      end_record();
      continue;
    }
    if (c == '\n') ++breaks_;
    record_ += c;
    if (record_.size() <= longest_record) continue;
    // A quote that nothing closes would hold the rest of the file.
    const auto end = record_.find('\n');
    if (end == std::string::npos) throw BundleMistake{offset_, "lines of at most 65536 bytes"};
    throw BundleMistake{offset_, "a closing quote in line " + std::to_string(line_)};
  }
}

void Records::end_record() {
  Record record{line_, std::exchange(record_, {}), {}};
  line_ += breaks_ + 1;
  breaks_ = 0;
  is_quoted_ = false;
  if (record.text.ends_with('\r')) record.text.pop_back();
  if (record.text.starts_with('#') || record.text.find_first_not_of(" \r\t") == std::string::npos) return;
  if (separator_ == '\0') separator_ = separator_of(record.text);
  record.cells = cells_of(record.text);
  take_(record);
}

/// The one that stands most often outside of quotes in the file's first record.
char Records::separator_of(std::string_view record) {
  std::array<std::pair<char, std::size_t>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool is_quoted = false;
  for (const char c : record) {
    if (c == '"') is_quoted = !is_quoted;
    for (auto& [separator, count] : counts)
      if (c == separator && !is_quoted) ++count;
  }
  return std::ranges::max_element(counts, {}, &std::pair<char, std::size_t>::second)->first;
}

/// Without their quotes and the white space round them. Quotes that begin within a cell are its own.
std::vector<std::string> Records::cells_of(std::string_view record) const {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  bool is_blank = true;  // so far, in this cell
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (c == '"' && is_quoted && i + 1 < record.size() && record[i + 1] == '"') {
      cells.back() += record[++i];
    } else if (c == '"' && (is_quoted || is_blank)) {
      is_quoted = !is_quoted;
      is_blank = false;
    } else if (!is_quoted && c == separator_) {
      cells.emplace_back();
      is_blank = true;
    } else {
      cells.back() += c;
      is_blank = is_blank && c == ' ';
    }
  }
  for (auto& cell : cells) {
    cell.erase(0, std::min(cell.find_first_not_of(" \r\t\n"), cell.size()));
    cell.erase(cell.find_last_not_of(" \r\t\n") + 1);
  }
  return cells;
}

}  // namespace ccop::exchange::csv
