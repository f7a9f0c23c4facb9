// The words of a STIX pattern (STIX 2.1, section 9.2): white space, symbols, literals, read one after the other.
#pragma once

#include "exchange/stix/pattern.hpp"

namespace ccop::exchange {

class PatternText {
 public:
  explicit PatternText(std::string_view text) : text_(text) {}

  /// Throws PatternMistake: what was expected here.
  [[noreturn]] void fail(std::string expected) const { fail_at(at_, std::move(expected)); }
  [[nodiscard]] bool is_at_end();

  /// A symbol such as `[` or `<=`.
  [[nodiscard]] bool take(std::string_view symbol);
  void need(std::string_view symbol);
  /// A word such as AND, which ends where it ends.
  [[nodiscard]] bool take_word(std::string_view word);
  void need_word(std::string_view word);
  /// A name of letters, digits and underscores; of an object's type, hyphens too. `expected` says what it is.
  std::string_view name(bool may_have_hyphens, std::string_view expected);

  /// The characters of a 'string'.
  std::string string();
  [[nodiscard]] bool is_string_next();
  /// Whatever can be compared with; where things are put in an order, no truth.
  std::string literal(bool is_ordered);
  /// A time of the form t'...'
  void timestamp();
  /// Above 0; whole where it counts something.
  void positive_number(bool is_whole);
  /// A place in a list, or `*`.
  std::string index();
  [[nodiscard]] std::size_t place();

 private:
  [[noreturn]] static void fail_at(std::size_t at, std::string expected) {
    throw PatternMistake{at + 1, std::move(expected)};
  }
  void skip_space();
  [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  std::string_view digits();
  std::string_view number(bool is_whole);

  std::string_view text_;
  std::size_t at_{};
};

}  // namespace ccop::exchange
