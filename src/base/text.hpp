// Small things that are done with text of any origin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop {

/// The pieces between separators, without the empty ones.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view text, char separator);

/// ASCII letters in small; other bytes as they are.
[[nodiscard]] constexpr char in_small_letters(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] std::string in_small_letters(std::string_view text);

/// Without what stands at either end of it and is blank.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n");

/// A number that is written in decimal digits and nothing else; empty for what is none, or does not fit.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text);

/// Appends a character in UTF-8.
void append_utf8(std::string& out, char32_t c);

/// The host in an address such as https://ccop.example.org:8443/c; an IPv6 address without its brackets. Empty where
/// there is no scheme.
[[nodiscard]] std::string host_in(std::string_view address);

/// As many of its first bytes as `most` allows, cut where a character of UTF-8 begins.
[[nodiscard]] std::string_view shortened(std::string_view text, std::size_t most);

}  // namespace ccop
