#include "ballot/powers.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace ccop::ballot {
namespace {

constexpr unsigned run = 32;
constexpr unsigned runs = 8;

using Digits = std::array<std::int16_t, run * runs>;

/// Signed digits, odd or zero, no two of them within `width` places (the width-w non-adjacent form).
Digits signed_digits(const Scalar& scalar, unsigned width) {
  std::array<std::uint64_t, 5> words{};
  std::memcpy(words.data(), scalar.bytes.data(), scalar.bytes.size());
  const std::uint64_t radix = std::uint64_t{1} << width;
  Digits digits{};
  std::uint64_t carry = 0;
  for (unsigned at = 0; at < run * runs;) {
    const unsigned word = at / 64, bit = at % 64;
    std::uint64_t window = words[word] >> bit;
    if (bit + width > 64) window |= words[word + 1] << (64 - bit);
    window = (window & (radix - 1)) + carry;
    if ((window & 1) == 0) {
      ++at;  // an even window with a carry has the carry still to place
      continue;
    }
    carry = window >= radix / 2 ? 1 : 0;
    digits[at] =
        static_cast<std::int16_t>(static_cast<std::int64_t>(window) - static_cast<std::int64_t>(carry ? radix : 0));
    at += width;
  }
  return digits;
}

Addend prepared(const Point& p) {
  return {p.y + p.x, p.y - p.x, p.z + p.z, p.t * twice_d};
}

/// A sum before its last products: x = ef, y = gh, z = fg, t = eh. Doubling needs no t, so it is made only for
/// additions.
struct Unfinished {
  Field e, f, g, h;
};

struct Projective {
  Field x, y, z;
};

Projective without_t(const Unfinished& u) {
  return {u.e * u.f, u.g * u.h, u.f * u.g};
}
Point finished(const Unfinished& u) {
  return {u.e * u.f, u.g * u.h, u.f * u.g, u.e * u.h};
}

Unfinished doubled(const Projective& p) {
  const Field a = squared(p.x), b = squared(p.y), zz = squared(p.z);
  const Field h = a + b;
  const Field g = a - b;
  return {h - squared(p.x + p.y), zz + zz + g, g, h};
}

Unfinished sum(const Point& p, const Addend& q, bool negative, bool q_is_normalized) {
  const Field a = (p.y - p.x) * (negative ? q.sum : q.difference);
  const Field b = (p.y + p.x) * (negative ? q.difference : q.sum);
  const Field c = p.t * q.twice_dt;
  const Field dd = q_is_normalized ? p.z + p.z : p.z * q.twice_z;
  if (negative) return {b - a, dd + c, dd - c, b + a};
  return {b - a, dd - c, dd + c, b + a};
}

}  // namespace

PowerTable::PowerTable(const Point& base, unsigned width)
    : width_(width), is_normalized_(width == wide), odd_powers_(std::size_t{1} << (width - 2)) {
  std::vector<Point> rows;
  rows.reserve(runs * odd_powers_);
  Point power = base;
  for (unsigned k = 0; k < runs; ++k) {
    const Addend twice = prepared(ballot::doubled(power));
    Point odd = power;
    for (std::size_t i = 0; i < odd_powers_; ++i) {
      rows.push_back(odd);
      if (i + 1 < odd_powers_) odd = finished(sum(odd, twice, false, false));
    }
    if (k + 1 == runs) break;
    Projective next{power.x, power.y, power.z};
    for (unsigned i = 0; i + 1 < run; ++i) next = without_t(doubled(next));
    power = finished(doubled(next));
  }
  if (is_normalized_) rows = normalized(rows);
  rows_.reserve(rows.size());
  for (const Point& row : rows) rows_.push_back(prepared(row));
}

bool PowerTable::is_in_subgroup() const {
  return product_of(Power{this, group_order}) == Point{};
}

Point product_of_powers(std::span<const Power> powers) {
  constexpr std::size_t most = 4;
  if (powers.size() > most) throw std::logic_error("too many powers in one product");
  std::array<Digits, most> digits{};
  for (std::size_t i = 0; i < powers.size(); ++i) digits[i] = signed_digits(powers[i].exponent, powers[i].base->width_);
  Unfinished result{field_zero, field_one, field_one, field_one};
  for (unsigned at = run; at-- > 0;) {
    result = doubled(without_t(result));
    for (std::size_t i = 0; i < powers.size(); ++i) {
      const PowerTable& table = *powers[i].base;
      for (unsigned k = 0; k < runs; ++k) {
        const int digit = digits[i][k * run + at];
        if (digit == 0) continue;
        const std::size_t row = k * table.odd_powers_ + static_cast<std::size_t>((digit < 0 ? -digit : digit) / 2);
        result = sum(finished(result), table.rows_[row], digit < 0, table.is_normalized_);
      }
    }
  }
  return finished(result);
}

std::vector<Point> products_of(std::span<const Product> products, const PowerTable& key) {
  std::vector<Point> out;
  out.reserve(products.size());
  const Point* last = nullptr;
  std::optional<PowerTable> base;
  for (const Product& product : products) {
    if (product.base != last) base.emplace(*product.base, PowerTable::narrow);
    last = product.base;
    out.push_back(product_of(Power{&generator_powers(), product.of_generator}, Power{&key, product.of_key},
                             Power{&*base, product.of_base}));
  }
  return out;
}

Point power_of(const Point& base, const Scalar& exponent) {
  if (exponent == scalar_of(1)) return base;
  const PowerTable table{base, PowerTable::narrow};
  return product_of(Power{&table, exponent});
}

const PowerTable& generator_powers() {
  static const PowerTable table{generator(), PowerTable::wide};
  return table;
}

}  // namespace ccop::ballot
