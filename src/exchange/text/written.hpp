// A text as its author meant it: made whole where values were broken so that nobody clicks on them ("[.]", "(at)"), and
// with one character each for the blanks, hyphens, quotes and full-width forms of all languages.
#pragma once

#include "exchange/text/letters.hpp"

#include <string>
#include <string_view>

namespace ccop::exchange::free_text {

/// What stands for punctuation beyond ASCII, which ends every value.
constexpr char separating = '\x1e';

struct Written {
  std::string text;
  std::string broken;  ///< beside each byte of the text: 1 where the author had broken it

  /// The byte at a place; nothing's, behind the end.
  [[nodiscard]] char at(std::size_t i) const { return i < text.size() ? text[i] : '\0'; }
  [[nodiscard]] char before(std::size_t i) const { return i == 0 ? '\n' : at(i - 1); }
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return std::string_view{text}.substr(begin, end - begin);
  }
  [[nodiscard]] bool starts_with(std::size_t i, std::string_view what) const {
    return std::string_view{text}.substr(std::min(i, text.size())).starts_with(what);
  }
  /// Whether an author broke it, who so says that it is a value.
  [[nodiscard]] bool was_broken(std::size_t begin, std::size_t end) const {
    return std::string_view{broken}.substr(begin, end - begin).find('\1') != std::string_view::npos;
  }
};

[[nodiscard]] Written written(std::string_view raw);

}  // namespace ccop::exchange::free_text
