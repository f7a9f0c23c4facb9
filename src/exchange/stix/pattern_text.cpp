#include "exchange/stix/pattern_text.hpp"

#include "base/bytes.hpp"
#include "exchange/stix/timestamp.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Unicode's white space, as the grammar's WS has it.
constexpr std::array<std::string_view, 25> spaces{" ",
                                                  "\t",
                                                  "\n",
                                                  "\r",
                                                  "\v",
                                                  "\f",
                                                  "\xC2\x85",
                                                  "\xC2\xA0",
                                                  "\xE1\x9A\x80",
                                                  "\xE2\x80\x80",
                                                  "\xE2\x80\x81",
                                                  "\xE2\x80\x82",
                                                  "\xE2\x80\x83",
                                                  "\xE2\x80\x84",
                                                  "\xE2\x80\x85",
                                                  "\xE2\x80\x86",
                                                  "\xE2\x80\x87",
                                                  "\xE2\x80\x88",
                                                  "\xE2\x80\x89",
                                                  "\xE2\x80\x8A",
                                                  "\xE2\x80\xA8",
                                                  "\xE2\x80\xA9",
                                                  "\xE2\x80\xAF",
                                                  "\xE2\x81\x9F",
                                                  "\xE3\x80\x80"};

/// How many bytes of white space the text begins with; 0 where it is none.
std::size_t length_of_space(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  if (first > ' ' && first < 0x80) return 0;
  const auto found = std::ranges::find_if(spaces, [&](std::string_view space) { return text.starts_with(space); });
  return found == spaces.end() ? 0 : found->size();
}

}  // namespace

void PatternText::skip_space() {
  while (at_ < text_.size()) {
    const auto rest = text_.substr(at_);
    if (const std::size_t length = length_of_space(rest); length != 0) {
      at_ += length;
    } else if (rest.starts_with("//")) {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else if (rest.starts_with("/*")) {
      const auto end = text_.find("*/", at_ + 2);
      if (end == std::string_view::npos) fail("*/");
      at_ = end + 2;
    } else {
      return;
    }
  }
}

bool PatternText::is_at_end() {
  skip_space();
  return at_ == text_.size();
}

std::size_t PatternText::place() {
  skip_space();
  return at_;
}

bool PatternText::take(std::string_view symbol) {
  skip_space();
  if (!text_.substr(at_).starts_with(symbol)) return false;
  at_ += symbol.size();
  return true;
}

void PatternText::need(std::string_view symbol) {
  if (!take(symbol)) fail(std::string{symbol});
}

bool PatternText::take_word(std::string_view word) {
  skip_space();
  if (!text_.substr(at_).starts_with(word)) return false;
  const std::size_t end = at_ + word.size();
  if (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == '-')) return false;
  at_ = end;
  return true;
}

void PatternText::need_word(std::string_view word) {
  if (!take_word(word)) fail(std::string{word});
}

std::string_view PatternText::name(bool may_have_hyphens, std::string_view expected) {
  skip_space();
  const std::size_t begin = at_;
  while (is_letter(next()) || is_digit(next()) || (may_have_hyphens && next() == '-')) ++at_;
  if (at_ == begin || !is_letter(text_[begin])) fail(std::string{expected});
  return text_.substr(begin, at_ - begin);
}

bool PatternText::is_string_next() {
  skip_space();
  return next() == '\'';
}

std::string PatternText::string() {
  skip_space();
  if (next() != '\'') fail("a 'string'");
  ++at_;
  std::string value;
  while (at_ < text_.size() && text_[at_] != '\'') {
    if (text_[at_] == '\\') {
      ++at_;
      if (next() != '\'' && next() != '\\') fail("\\' or \\\\");
    }
    value += text_[at_++];
  }
  if (at_ >= text_.size()) fail("the string's closing '");
  ++at_;
  return value;
}

void PatternText::timestamp() {
  need("t");
  const std::size_t begin = at_;
  std::string time = string();
  // The grammar knows days up to 31 in every month.
  constexpr std::size_t day = 8;
  if (const auto written = time.substr(std::min(day, time.size()), 2);
      written == "29" || written == "30" || written == "31")
    time.replace(day, 2, "28");
  if (!parse_timestamp(time)) fail_at(begin, "a timestamp such as '2026-01-31T12:00:00Z'");
}

std::string PatternText::literal(bool is_ordered) {
  skip_space();
  const char c = next();
  const bool quoted = at_ + 1 < text_.size() && text_[at_ + 1] == '\'';
  if (c == '\'') return string();
  if (c == 't' && quoted) {
    const std::size_t begin = at_;
    timestamp();
    return std::string{text_.substr(begin + 2, at_ - begin - 3)};
  }
  if ((c == 'h' || c == 'b') && quoted) {
    const std::size_t begin = ++at_;
    std::string value = string();
    if (c == 'h' && !from_hex(value)) fail_at(begin, "hexadecimal digits, two for a byte");
    if (c == 'b' && !from_base64(value)) fail_at(begin, "base64");
    return value;
  }
  if (!is_ordered && take_word("true")) return "true";
  if (!is_ordered && take_word("false")) return "false";
  if (is_digit(c) || c == '-' || c == '+' || c == '.') return std::string{number(false)};
  fail(is_ordered ? "a value that has an order: a 'string', a number, t'time', h'hex' or b'base64'"
                  : "a value: a 'string', a number, true, false, t'time', h'hex' or b'base64'");
}

std::string_view PatternText::digits() {
  const std::size_t begin = at_;
  while (is_digit(next())) ++at_;
  return text_.substr(begin, at_ - begin);
}

/// `-1`, `+0`, `1.5`, `.5`: no zeros before a whole number, and digits behind a point.
std::string_view PatternText::number(bool is_whole) {
  skip_space();
  const std::size_t begin = at_;
  if (next() == '-' || next() == '+') ++at_;
  const auto whole = digits();
  if (next() == '.' && !is_whole) {
    ++at_;
    if (digits().empty()) fail("a digit behind the point");
  } else if (whole.empty()) {
    fail_at(begin, "a number");
  } else if (whole.size() > 1 && whole.front() == '0') {
    fail_at(begin, "a whole number without zeros before it");
  }
  return text_.substr(begin, at_ - begin);
}

void PatternText::positive_number(bool is_whole) {
  skip_space();
  const std::size_t begin = at_;
  const auto read = number(is_whole);
  if (read.starts_with('-') || std::ranges::all_of(read, [](char c) { return c == '0' || c == '.' || c == '+'; }))
    fail_at(begin, is_whole ? "a whole number above 0" : "a number above 0");
}

std::string PatternText::index() {
  if (take("*")) return "*";
  skip_space();
  const char c = next();
  if (!is_digit(c) && c != '-' && c != '+') fail("an index or *");
  return std::string{number(true)};
}

}  // namespace ccop::exchange
