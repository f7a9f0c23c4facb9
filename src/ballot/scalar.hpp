// Numbers modulo q, the order of Ed25519's group: exponents, challenges, responses. Arithmetic is libsodium's, in
// constant time.
#pragma once

#include "base/bytes.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ccop::ballot {

/// Below q; 32 bytes, the lowest first.
struct Scalar {
  std::array<std::uint8_t, 32> bytes{};
  friend bool operator==(const Scalar&, const Scalar&) = default;
};

/// q itself, which is no scalar but an exponent: whatever lies in the subgroup is 1 to the power of it.
inline constexpr Scalar group_order{{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                     0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                     0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10}};

[[nodiscard]] Scalar operator+(const Scalar& a, const Scalar& b);
[[nodiscard]] Scalar operator-(const Scalar& a, const Scalar& b);
[[nodiscard]] Scalar operator*(const Scalar& a, const Scalar& b);
/// 1/a; throws std::domain_error for 0.
[[nodiscard]] Scalar inverse(const Scalar& a);
[[nodiscard]] Scalar scalar_of(std::uint64_t number);
/// A hash as a number, its first byte the highest, modulo q.
[[nodiscard]] Scalar reduced(const Hash& hash);

/// Base 10, without a sign or leading zeros; nothing for what is written otherwise or is q or more.
[[nodiscard]] std::optional<Scalar> scalar_from_decimal(std::string_view text);
[[nodiscard]] std::string to_decimal(const Scalar& scalar);

}  // namespace ccop::ballot
