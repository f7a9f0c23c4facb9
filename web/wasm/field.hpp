// Arithmetic modulo 2^255 - 19 for WebAssembly, which multiplies 64 bits by 64 and gives the low 64: nine limbs of 29
// bits, so that all products of one place add up in a number of 64 bits. Nothing of a library is used. Variable time:
// for public data only.
#pragma once

#include <stdint.h>

namespace ccop::page {

inline constexpr int limbs = 9;
inline constexpr int limb_bits = 29;
/// 2^261 = 64 * 19
inline constexpr int64_t above = 1216;

using Bytes = uint8_t[32];

/// An element of the field. A product has limbs on both sides of 0, up to 2^28 (and a little more in the first two);
/// sums and differences are not carried. What is multiplied may be sums of so many such that their numbers, multiplied,
/// are at most 12: 9 * 12 * 2^56 < 2^63.
struct Field {
  int32_t limb[limbs];
};

inline constexpr Field field_zero{};
inline constexpr Field field_one{{1}};

inline Field operator+(const Field& a, const Field& b) {
  Field out;
  for (int i = 0; i < limbs; ++i) out.limb[i] = a.limb[i] + b.limb[i];
  return out;
}
inline Field operator-(const Field& a, const Field& b) {
  Field out;
  for (int i = 0; i < limbs; ++i) out.limb[i] = a.limb[i] - b.limb[i];
  return out;
}

namespace detail {

/// Takes what is above a limb's bits out of it: the nearest multiple.
inline int64_t taken_over(int64_t& limb) {
  const int64_t over = (limb + (int64_t{1} << (limb_bits - 1))) >> limb_bits;
  limb -= over << limb_bits;
  return over;
}

/// Of the sums of a product, the lowest place first.
inline Field reduced(int64_t (&sums)[2 * limbs]) {
  for (int i = limbs; i < 2 * limbs - 1; ++i) sums[i + 1] += taken_over(sums[i]);
  for (int i = 0; i < limbs; ++i) sums[i] += sums[i + limbs] * above;
  for (int i = 0; i < limbs - 1; ++i) sums[i + 1] += taken_over(sums[i]);
  sums[0] += taken_over(sums[limbs - 1]) * above;
  sums[1] += taken_over(sums[0]);
  Field out;
  for (int i = 0; i < limbs; ++i) out.limb[i] = static_cast<int32_t>(sums[i]);
  return out;
}

}  // namespace detail

inline Field operator*(const Field& a, const Field& b) {
  int64_t sums[2 * limbs]{};
  for (int i = 0; i < limbs; ++i)
    for (int j = 0; j < limbs; ++j) sums[i + j] += int64_t{a.limb[i]} * b.limb[j];
  return detail::reduced(sums);
}

inline Field squared(const Field& a) {
  int64_t sums[2 * limbs]{};
  for (int i = 0; i < limbs; ++i) {
    sums[2 * i] += int64_t{a.limb[i]} * a.limb[i];
    for (int j = i + 1; j < limbs; ++j) sums[i + j] += int64_t{a.limb[i]} * 2 * a.limb[j];
  }
  return detail::reduced(sums);
}

inline Field squared_times(Field a, int count) {
  for (int i = 0; i < count; ++i) a = squared(a);
  return a;
}

namespace detail {

/// a^(2^250 - 1), and a^11 beside it: both exponents below begin with it.
struct Started {
  Field to_250, eleventh;
};
inline Started started(const Field& a) {
  const Field second = squared(a);
  const Field ninth = squared_times(second, 2) * a;
  const Field eleventh = ninth * second;
  const Field to_5 = squared(eleventh) * ninth;  // 2^5 - 1
  const Field to_10 = squared_times(to_5, 5) * to_5;
  const Field to_20 = squared_times(to_10, 10) * to_10;
  const Field to_40 = squared_times(to_20, 20) * to_20;
  const Field to_50 = squared_times(to_40, 10) * to_10;
  const Field to_100 = squared_times(to_50, 50) * to_50;
  const Field to_200 = squared_times(to_100, 100) * to_100;
  return {squared_times(to_200, 50) * to_50, eleventh};
}

/// Limbs from 0 up to 2^29, of which the last may be too large or below 0.
inline void carry_up(int64_t (&limb)[limbs]) {
  for (int i = 0; i < limbs - 1; ++i) {
    limb[i + 1] += limb[i] >> limb_bits;
    limb[i] &= (int64_t{1} << limb_bits) - 1;
  }
}

/// The bits of the last limb that are below 2^255.
inline constexpr int last_bits = 255 - limb_bits * (limbs - 1);

}  // namespace detail

/// 1/a; 0 for 0.
inline Field inverse(const Field& a) {
  const auto [to_250, eleventh] = detail::started(a);
  return squared_times(to_250, 5) * eleventh;  // p - 2 = 2^255 - 21
}

/// a^((p - 5) / 8), the heart of a square root.
inline Field power_of_root(const Field& a) {
  return squared_times(detail::started(a).to_250, 2) * a;  // 2^252 - 3
}

/// The number below p, its lowest byte first.
inline void to_bytes(const Field& a, uint8_t* out) {
  const Field product = a * field_one;
  int64_t limb[limbs];
  for (int i = 0; i < limbs; ++i) limb[i] = product.limb[i];
  // Three times: from anywhere between -2^260 and 2^260 into 0 to 2^255 + 18.
  for (int i = 0; i < 3; ++i) {
    detail::carry_up(limb);
    limb[0] += 19 * (limb[limbs - 1] >> detail::last_bits);
    limb[limbs - 1] &= (int64_t{1} << detail::last_bits) - 1;
  }
  detail::carry_up(limb);
  // Adding 19 reaches 2^255 exactly when the number is p or more.
  int64_t over = 19;
  for (int i = 0; i < limbs - 1; ++i) over = (limb[i] + over) >> limb_bits;
  over = (limb[limbs - 1] + over) >> detail::last_bits;
  limb[0] += 19 * over;
  detail::carry_up(limb);
  limb[limbs - 1] &= (int64_t{1} << detail::last_bits) - 1;
  uint64_t bits = 0;
  int have = 0, next = 0;
  for (int i = 0; i < 32; ++i) {
    if (have < 8 && next < limbs) {
      bits |= static_cast<uint64_t>(limb[next++]) << have;
      have += limb_bits;
    }
    out[i] = static_cast<uint8_t>(bits);
    bits >>= 8;
    have -= 8;
  }
}

/// Of 255 bits, the lowest byte first; false when the number is p or more.
inline bool from_bytes(const Bytes& bytes, Field& out) {
  uint64_t bits = 0;
  int have = 0, next = 0;
  for (int i = 0; i < limbs; ++i) {
    for (; have < limb_bits && next < 32; have += 8) bits |= uint64_t{bytes[next++]} << have;
    out.limb[i] = static_cast<int32_t>(bits & ((uint64_t{1} << limb_bits) - 1));
    bits >>= limb_bits;
    have -= limb_bits;
  }
  out = out * field_one;
  Bytes written;
  to_bytes(out, written);
  for (int i = 0; i < 32; ++i)
    if (written[i] != bytes[i]) return false;
  return true;
}

inline bool is_zero(const Field& a) {
  Bytes bytes;
  to_bytes(a, bytes);
  uint8_t any = 0;
  for (const uint8_t byte : bytes) any |= byte;
  return any == 0;
}
inline bool is_odd(const Field& a) {
  Bytes bytes;
  to_bytes(a, bytes);
  return (bytes[0] & 1) != 0;
}

}  // namespace ccop::page
