// What kind of file something is, told by how it begins.
#pragma once

#include <optional>
#include <string_view>

namespace ccop::exchange {

enum class Format {
  stix,
  misp,
  csv,
  text,
  recognised,  ///< whatever it turns out to be
};

[[nodiscard]] std::optional<Format> parse_format(std::string_view word);
[[nodiscard]] std::string_view word_of(Format format);

/// As many bytes of a file's beginning as tell its format.
inline constexpr std::size_t telling_bytes = std::size_t{64} * 1024;

/// Of a file that begins so: one of the first four. What is neither JSON nor values line by line is free text.
[[nodiscard]] Format format_of(std::string_view beginning);

}  // namespace ccop::exchange
