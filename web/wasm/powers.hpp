// Products of powers for WebAssembly, computed as src/ballot/powers.cpp computes them: exponents are cut into eight
// runs of 32 bits that share their doublings, each with a table of odd powers. Variable time: for public data only.
#pragma once

#include "point.hpp"

namespace ccop::page {

inline constexpr int run = 32;
inline constexpr int runs = 8;

/// Odd, or zero; of any two of them that aren't zero, as many places apart as they have bits (the non-adjacent form).
struct Digits {
  int16_t at[run * runs];
};

inline Digits digits_of(const Bytes& exponent, int width) {
  Digits out{};
  const int radix = 1 << width;
  int carry = 0;
  for (int at = 0; at < run * runs;) {
    int window = 0;
    for (int byte = 2; byte >= 0; --byte) window = window << 8 | (at / 8 + byte < 32 ? exponent[at / 8 + byte] : 0);
    window = (window >> at % 8 & (radix - 1)) + carry;
    if ((window & 1) == 0) {
      ++at;  // an even window with a carry has the carry still to place
      continue;
    }
    carry = window >= radix / 2 ? 1 : 0;
    out.at[at] = static_cast<int16_t>(window - carry * radix);
    at += width;
  }
  return out;
}

/// Odd powers of base^(2^(32 k)) for k = 0..7.
template <class Row, int bits>
struct Table {
  static constexpr int width = bits;
  static constexpr int odd_powers = 1 << (bits - 2);
  Row rows[runs * odd_powers];
};
/// Of a base with few exponents: each doubling of a table's size takes longer to make than it gains.
using Narrow = Table<Addend, 4>;
/// Of the generator, and of an election's key.
using Wide = Table<Flat, 8>;

/// Gives `put` each power of a table of that width, in the order of its rows.
template <class Put>
inline void each_odd_power(const Point& base, int odd_powers, const Put& put) {
  Point power = base;
  for (int k = 0; k < runs; ++k) {
    const Addend twice = prepared(finished(doubled({power.x, power.y, power.z})));
    Point odd = power;
    for (int i = 0; i < odd_powers; ++i) {
      put(k * odd_powers + i, odd);
      if (i + 1 < odd_powers) odd = finished(sum(odd, twice));
    }
    if (k + 1 == runs) return;
    Projective next{power.x, power.y, power.z};
    for (int i = 0; i + 1 < run; ++i) next = without_t(doubled(next));
    power = finished(doubled(next));
  }
}

inline void fill(Narrow& table, const Point& base) {
  each_odd_power(base, Narrow::odd_powers, [&](int row, const Point& power) { table.rows[row] = prepared(power); });
}

/// z becomes 1, at the cost of one inversion for all. `products` has room for as many.
inline void normalize(Point* points, int count, Field* products) {
  Field product = field_one;
  for (int i = 0; i < count; ++i) {
    products[i] = product;
    product = product * points[i].z;
  }
  Field rest = inverse(product);
  for (int i = count; i-- > 0;) {
    const Field one = rest * products[i];
    rest = rest * points[i].z;
    const Field x = points[i].x * one, y = points[i].y * one;
    points[i] = {x, y, field_one, x * y};
  }
}

/// `points` and `products` have room for all rows.
inline void fill(Wide& table, const Point& base, Point* points, Field* products) {
  each_odd_power(base, Wide::odd_powers, [&](int row, const Point& power) { points[row] = power; });
  const int rows = runs * Wide::odd_powers;
  normalize(points, rows, products);
  for (int i = 0; i < rows; ++i) {
    const Point& p = points[i];
    table.rows[i] = {(p.y + p.x) * field_one, (p.y - p.x) * field_one, p.t * twice_d};
  }
}

/// A table with the digits of one exponent; an exponent of 0 adds nothing.
template <class Which>
struct Power {
  const Which& table;
  Digits digits;

  Power(const Which& of, const Bytes& exponent) : table(of), digits(digits_of(exponent, Which::width)) {}

  void add_to(Unfinished& result, int at) const {
    for (int k = 0; k < runs; ++k) {
      const int digit = digits.at[k * run + at];
      if (digit == 0) continue;
      const int row = k * Which::odd_powers + (digit < 0 ? -digit : digit) / 2;
      result = sum(finished(result), table.rows[row], digit < 0);
    }
  }
};

template <class... Powers>
inline Point product_of(const Powers&... powers) {
  Unfinished result = nothing_yet;
  for (int at = run; at-- > 0;) {
    result = doubled(without_t(result));
    (powers.add_to(result, at), ...);
  }
  return finished(result);
}

}  // namespace ccop::page
