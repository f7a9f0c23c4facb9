// What the characters of a text are to whoever looks for values in it: letters, hyphens, blanks, quotes, separators.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ccop::exchange::free_text {

enum class Character : std::uint8_t {
  letter,     ///< belongs to words
  nothing,    ///< is not seen: a joiner, a mark of direction
  blank,      ///< any white space
  line_end,   ///< of whatever kind
  hyphen,     ///< whichever of them a word processor put there
  dash,       ///< longer: between values as a rule
  dot,        ///< looks like a full stop within a word
  slash,      ///< likewise
  quote,      ///< opens or closes
  separator,  ///< other punctuation and signs
};

/// The character that begins at `at`, which moves behind it. U+FFFD, one byte on, where it is no UTF-8.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

/// Of characters beyond ASCII.
[[nodiscard]] Character kind_of(char32_t c);

/// Full-width forms of ASCII as ASCII; others as they are.
[[nodiscard]] char32_t in_half_width(char32_t c);

/// The digit that a digit of Arabic or Persian stands for; 0 where it is none.
[[nodiscard]] char digit_of(char32_t c);

/// Scripts that mix with Latin letters in one word: Latin itself, Greek, Cyrillic, Armenian, Georgian. Others are
/// written beside Latin words without a blank (Chinese, Thai), or run the other way.
[[nodiscard]] bool mixes_with_latin(char32_t c);

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}
[[nodiscard]] constexpr bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
/// A byte of a character beyond ASCII.
[[nodiscard]] constexpr bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool is_word(char c) {
  return is_alphanumeric(c) || c == '_' || is_beyond_ascii(c);
}

}  // namespace ccop::exchange::free_text
