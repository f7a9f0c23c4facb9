// Whole numbers as eight bytes, the highest first: how lengths and generations stand in what is sealed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ccop {

inline constexpr std::size_t number_size = sizeof(std::uint64_t);

[[nodiscard]] inline std::string number_bytes(std::uint64_t number) {
  std::string bytes(number_size, '\0');
  for (std::size_t i = number_size; i-- > 0; number >>= 8) bytes[i] = static_cast<char>(number & 0xFF);
  return bytes;
}

/// Of the first eight bytes.
[[nodiscard]] inline std::uint64_t number_in(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes.substr(0, number_size)) number = number << 8 | static_cast<std::uint8_t>(byte);
  return number;
}

}  // namespace ccop
