// Arithmetic modulo 2^255 - 19, in five limbs of 51 bits. Variable time: for public data only, as verification has it;
// secrets go through libsodium.
#pragma once

#include "base/bytes.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace ccop::ballot {

/// An element of the field. Limbs may exceed 51 bits: sums and differences of products are not carried, and a product
/// takes limbs of up to 54 bits.
struct Field {
  std::array<std::uint64_t, 5> limb{};
};

inline constexpr Field field_zero{};
inline constexpr Field field_one{{1, 0, 0, 0, 0}};

[[nodiscard]] inline Field operator+(const Field& a, const Field& b) {
  Field out;
  for (std::size_t i = 0; i < 5; ++i) out.limb[i] = a.limb[i] + b.limb[i];
  return out;
}

/// 4p is added so that no limb goes below zero; `b` must have limbs below 2^53.
[[nodiscard]] inline Field operator-(const Field& a, const Field& b) {
  constexpr std::uint64_t lowest = 0x1FFFFFFFFFFFB4;  // 4 * (2^51 - 19)
  constexpr std::uint64_t other = 0x1FFFFFFFFFFFFC;   // 4 * (2^51 - 1)
  return {{a.limb[0] + lowest - b.limb[0], a.limb[1] + other - b.limb[1], a.limb[2] + other - b.limb[2],
           a.limb[3] + other - b.limb[3], a.limb[4] + other - b.limb[4]}};
}

namespace detail {

__extension__ using Wide = unsigned __int128;
inline constexpr std::uint64_t low_51 = (std::uint64_t{1} << 51) - 1;

[[nodiscard]] inline Field carried(Wide r0, Wide r1, Wide r2, Wide r3, Wide r4) {
  Field out;
  r1 += static_cast<std::uint64_t>(r0 >> 51);
  r2 += static_cast<std::uint64_t>(r1 >> 51);
  r3 += static_cast<std::uint64_t>(r2 >> 51);
  r4 += static_cast<std::uint64_t>(r3 >> 51);
  const auto top = static_cast<std::uint64_t>(r4 >> 51);
  const std::uint64_t lowest = (static_cast<std::uint64_t>(r0) & low_51) + top * 19;
  out.limb[0] = lowest & low_51;
  out.limb[1] = (static_cast<std::uint64_t>(r1) & low_51) + (lowest >> 51);
  out.limb[2] = static_cast<std::uint64_t>(r2) & low_51;
  out.limb[3] = static_cast<std::uint64_t>(r3) & low_51;
  out.limb[4] = static_cast<std::uint64_t>(r4) & low_51;
  return out;
}

}  // namespace detail

[[nodiscard]] inline Field operator*(const Field& a, const Field& b) {
  using detail::Wide;
  const auto& [a0, a1, a2, a3, a4] = a.limb;
  const auto& [b0, b1, b2, b3, b4] = b.limb;
  const std::uint64_t c1 = b1 * 19, c2 = b2 * 19, c3 = b3 * 19, c4 = b4 * 19;  // 2^255 = 19
  return detail::carried(Wide{a0} * b0 + Wide{a1} * c4 + Wide{a2} * c3 + Wide{a3} * c2 + Wide{a4} * c1,
                         Wide{a0} * b1 + Wide{a1} * b0 + Wide{a2} * c4 + Wide{a3} * c3 + Wide{a4} * c2,
                         Wide{a0} * b2 + Wide{a1} * b1 + Wide{a2} * b0 + Wide{a3} * c4 + Wide{a4} * c3,
                         Wide{a0} * b3 + Wide{a1} * b2 + Wide{a2} * b1 + Wide{a3} * b0 + Wide{a4} * c4,
                         Wide{a0} * b4 + Wide{a1} * b3 + Wide{a2} * b2 + Wide{a3} * b1 + Wide{a4} * b0);
}

[[nodiscard]] inline Field squared(const Field& a) {
  using detail::Wide;
  const auto& [a0, a1, a2, a3, a4] = a.limb;
  const std::uint64_t d0 = a0 * 2, d1 = a1 * 2, d2 = a2 * 2, c3 = a3 * 19, c4 = a4 * 19;
  return detail::carried(Wide{a0} * a0 + Wide{d1} * c4 + Wide{d2} * c3, Wide{d0} * a1 + Wide{d2} * c4 + Wide{a3} * c3,
                         Wide{d0} * a2 + Wide{a1} * a1 + Wide{a3 * 2} * c4,
                         Wide{d0} * a3 + Wide{d1} * a2 + Wide{a4} * c4, Wide{d0} * a4 + Wide{d1} * a3 + Wide{a2} * a2);
}

/// 1/a; 0 for 0.
[[nodiscard]] Field inverse(const Field& a);
/// a^((p - 5) / 8), the heart of a square root.
[[nodiscard]] Field power_of_root(const Field& a);

/// The 32 bytes of the number below p, the lowest first.
[[nodiscard]] std::array<std::uint8_t, 32> to_bytes(const Field& a);
/// Nothing when the number is p or more.
[[nodiscard]] std::optional<Field> field_from_bytes(const std::array<std::uint8_t, 32>& bytes);

[[nodiscard]] bool is_zero(const Field& a);
[[nodiscard]] inline bool is_odd(const Field& a) {
  return (to_bytes(a)[0] & 1) != 0;
}

}  // namespace ccop::ballot
