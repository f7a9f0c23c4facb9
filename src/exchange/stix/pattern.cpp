#include "exchange/stix/pattern.hpp"

#include "base/bytes.hpp"
#include "exchange/stix/timestamp.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange {
namespace {

constexpr unsigned deepest = 64;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Pattern read() {
    observations(0);
    skip_space();
    if (at_ < text_.size()) fail("the end, or AND, OR, FOLLOWEDBY or a qualifier");
    return std::move(pattern_);
  }

 private:
  [[noreturn]] void fail(std::string expected) const { throw PatternMistake{at_ + 1, std::move(expected)}; }

  void skip_space() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (text_.substr(at_).starts_with("//")) {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_.substr(at_).starts_with("/*")) {
        const auto end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) fail("*/");
        at_ = end + 2;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] bool take(std::string_view symbol) {
    skip_space();
    if (!text_.substr(at_).starts_with(symbol)) return false;
    at_ += symbol.size();
    return true;
  }
  void need(std::string_view symbol) {
    if (!take(symbol)) fail(std::string{symbol});
  }
  [[nodiscard]] bool take_word(std::string_view word) {
    skip_space();
    if (!text_.substr(at_).starts_with(word)) return false;
    const std::size_t end = at_ + word.size();
    if (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == '-')) return false;
    at_ = end;
    return true;
  }
  void need_word(std::string_view word) {
    if (!take_word(word)) fail(std::string{word});
  }

  // The operators between observations bind alike here: how they group changes what matches, not what is well-formed.
  void observations(unsigned depth) {
    do {
      observation(depth);
    } while (take_word("AND") || take_word("OR") || take_word("FOLLOWEDBY"));
  }

  void observation(unsigned depth) {
    if (depth > deepest) fail("fewer parentheses: at most 64 within one another");
    if (take("[")) {
      comparisons(depth + 1);
      need("]");
    } else if (take("(")) {
      observations(depth + 1);
      need(")");
    } else {
      fail("[ or (");
    }
    while (qualifier()) {
    }
  }

  [[nodiscard]] bool qualifier() {
    if (take_word("START")) {
      timestamp();
      need_word("STOP");
      timestamp();
      return true;
    }
    if (take_word("WITHIN")) {
      positive_number();
      need_word("SECONDS");
      return true;
    }
    if (take_word("REPEATS")) {
      positive_number();
      need_word("TIMES");
      return true;
    }
    return false;
  }

  void positive_number() {
    skip_space();
    const std::size_t begin = at_;
    const std::string number = read_number();
    if (std::ranges::all_of(number, [](char c) { return c == '0' || c == '.' || c == '-'; })) {
      at_ = begin;
      fail("a number above 0");
    }
  }

  void timestamp() {
    need("t");
    const std::size_t begin = at_;
    if (!parse_timestamp(read_string())) {
      at_ = begin;
      fail("a timestamp such as '2026-01-31T12:00:00Z'");
    }
  }

  void comparisons(unsigned depth) {
    do {
      comparison(depth);
    } while (take_word("AND") || take_word("OR"));
  }

  void comparison(unsigned depth) {
    if (depth > deepest) fail("fewer parentheses: at most 64 within one another");
    if (take("(")) {
      comparisons(depth + 1);
      need(")");
      return;
    }
    PatternValue value;
    value.negated = take_word("NOT");
    if (take_word("EXISTS")) {
      object_path(value);
      return;
    }
    if (value.negated) fail("EXISTS");
    object_path(value);
    value.negated = take_word("NOT");
    test(value);
  }

  void test(PatternValue& value) {
    for (const std::string_view word : {"LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET"}) {
      if (!take_word(word)) continue;
      skip_space();
      value.value = read_string();
      return keep(value);
    }
    if (take_word("IN")) {
      need("(");
      value.is_equality = true;
      do {
        value.value = literal();
        keep(value);
      } while (take(","));
      return need(")");
    }
    constexpr std::array<std::string_view, 8> operators{"==", "=", "!=", "<>", "<=", ">=", "<", ">"};
    for (const auto symbol : operators) {
      if (!take(symbol)) continue;
      value.is_equality = symbol == "=" || symbol == "==";
      value.negated = value.negated || symbol == "!=" || symbol == "<>";
      value.value = literal();
      return keep(value);
    }
    fail("=, !=, <, <=, >, >=, IN, LIKE, MATCHES, ISSUBSET or ISSUPERSET");
  }

  void keep(const PatternValue& value) { pattern_.values.push_back(value); }

  void object_path(PatternValue& value) {
    skip_space();
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '-')) ++at_;
    if (at_ == begin || !is_letter(text_[begin])) fail("an object path such as ipv4-addr:value");
    value.object_type = text_.substr(begin, at_ - begin);
    need(":");
    skip_space();
    const std::size_t path = at_;
    step();
    while (at_ < text_.size()) {
      if (text_[at_] == '.') {
        ++at_;
        step();
      } else if (text_[at_] == '[') {
        ++at_;
        index();
      } else {
        break;
      }
    }
    value.path = text_.substr(path, at_ - path);
  }

  void step() {
    if (at_ < text_.size() && text_[at_] == '\'') {
      static_cast<void>(read_string());
      return;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    if (at_ == begin || !is_letter(text_[begin])) fail("a property's name");
  }

  void index() {
    if (take("*")) return need("]");
    skip_space();
    const std::size_t begin = at_;
    if (at_ < text_.size() && text_[at_] == '-') ++at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    if (at_ == begin) fail("an index or *");
    need("]");
  }

  std::string literal() {
    skip_space();
    if (at_ >= text_.size()) fail("a value");
    const char c = text_[at_];
    const bool quoted = at_ + 1 < text_.size() && text_[at_ + 1] == '\'';
    if (c == '\'') return read_string();
    if (c == 't' && quoted) {
      const std::size_t begin = at_ + 1;
      timestamp();
      return std::string{text_.substr(begin + 1, at_ - begin - 2)};
    }
    if (c == 'h' && quoted) {
      ++at_;
      const std::size_t begin = at_;
      std::string value = read_string();
      if (!from_hex(value)) {
        at_ = begin;
        fail("hexadecimal digits, two for a byte");
      }
      return value;
    }
    if (c == 'b' && quoted) {
      ++at_;
      const std::size_t begin = at_;
      std::string value = read_string();
      if (!from_base64(value)) {
        at_ = begin;
        fail("base64");
      }
      return value;
    }
    if (take_word("true")) return "true";
    if (take_word("false")) return "false";
    if (is_digit(c) || c == '-' || c == '+' || c == '.') return read_number();
    fail("a value: a 'string', a number, true, false, t'time', h'hex' or b'base64'");
  }

  std::string read_number() {
    skip_space();
    const std::size_t begin = at_;
    if (at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '+')) ++at_;
    std::size_t digits = 0;
    bool point = false;
    while (at_ < text_.size() && (is_digit(text_[at_]) || (text_[at_] == '.' && !point))) {
      if (text_[at_] == '.')
        point = true;
      else
        ++digits;
      ++at_;
    }
    if (digits == 0) {
      at_ = begin;
      fail("a number");
    }
    return std::string{text_.substr(begin, at_ - begin)};
  }

  std::string read_string() {
    if (at_ >= text_.size() || text_[at_] != '\'') fail("a 'string'");
    ++at_;
    std::string value;
    while (at_ < text_.size() && text_[at_] != '\'') {
      if (text_[at_] == '\\') {
        ++at_;
        if (at_ >= text_.size() || (text_[at_] != '\'' && text_[at_] != '\\')) fail("\\' or \\\\");
      }
      value += text_[at_++];
    }
    if (at_ >= text_.size()) fail("the string's closing '");
    ++at_;
    return value;
  }

  std::string_view text_;
  std::size_t at_{};
  Pattern pattern_;
};

}  // namespace

std::string PatternMistake::sentence() const {
  return "at character " + std::to_string(position) + ": expected " + expected;
}

std::string escaped_in_pattern(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::variant<Pattern, PatternMistake> parse_pattern(std::string_view text) {
  try {
    return Reader{text}.read();
  } catch (const PatternMistake& mistake) {
    return mistake;
  }
}

}  // namespace ccop::exchange
