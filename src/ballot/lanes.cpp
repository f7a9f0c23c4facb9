#include "ballot/lanes.hpp"

#include <algorithm>
#include <stdexcept>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace ccop::ballot::lanes {

FixedRows::FixedRows(const Point& base) {
  std::vector<Point> points;
  points.reserve(rows * multiples);
  Point first = base;
  for (std::size_t row = 0; row < rows; ++row) {
    points.emplace_back();
    for (std::size_t i = 1; i < multiples; ++i) points.push_back(points.back() + first);
    first = doubled(points.back());
  }
  rows_.reserve(points.size());
  for (const Point& p : normalized(points)) {
    Row& row = rows_.emplace_back();
    const std::array parts{(p.y + p.x) * field_one, (p.y - p.x) * field_one, p.t * twice_d};
    for (std::size_t i = 0; i < parts.size(); ++i) std::ranges::copy(parts[i].limb, row.begin() + 5 * i);
  }
}

const FixedRows& generator_rows() {
  static const FixedRows rows{generator()};
  return rows;
}

#ifndef __x86_64__

bool are_there() {
  return false;
}
std::vector<Point> products_of(std::span<const Product>, const FixedRows&) {
  throw std::logic_error("this processor has no lanes");
}

#else

bool are_there() {
  static const bool have = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512ifma") != 0;
  return have;
}

namespace {

/// Eight elements of the field, in limbs of 51 bits. A limb stays below 2^51 + 2^15: a multiplication reads 52 bits.
struct Elements {
  __m512i limb[5];
};

[[gnu::target("avx512f")]] inline __m512i all(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}

[[gnu::target("avx512f")]] inline Elements repeated(const Field& a) {
  return {{all(a.limb[0]), all(a.limb[1]), all(a.limb[2]), all(a.limb[3]), all(a.limb[4])}};
}

[[gnu::target("avx512f")]] inline __m512i times_19(__m512i a) {
  return _mm512_add_epi64(_mm512_add_epi64(a, _mm512_slli_epi64(a, 1)), _mm512_slli_epi64(a, 4));
}

/// Of limbs below 2^62; all limbs at once pass what is above 51 bits to the next.
[[gnu::target("avx512f")]] inline Elements carried(const Elements& a) {
  const __m512i low = all(detail::low_51);
  __m512i over[5];
  Elements out;
  for (int i = 0; i < 5; ++i) over[i] = _mm512_srli_epi64(a.limb[i], 51);
  for (int i = 0; i < 5; ++i) out.limb[i] = _mm512_and_si512(a.limb[i], low);
  for (int i = 1; i < 5; ++i) out.limb[i] = _mm512_add_epi64(out.limb[i], over[i - 1]);
  out.limb[0] = _mm512_add_epi64(out.limb[0], times_19(over[4]));
  return out;
}

[[gnu::target("avx512f")]] inline Elements operator+(const Elements& a, const Elements& b) {
  Elements out;
  for (int i = 0; i < 5; ++i) out.limb[i] = _mm512_add_epi64(a.limb[i], b.limb[i]);
  return carried(out);
}

/// 2p - a, not carried: below 2^52, so it may be multiplied.
[[gnu::target("avx512f")]] inline Elements negated(const Elements& a) {
  Elements out;
  out.limb[0] = _mm512_sub_epi64(all(2 * (detail::low_51 - 18)), a.limb[0]);
  for (int i = 1; i < 5; ++i) out.limb[i] = _mm512_sub_epi64(all(2 * detail::low_51), a.limb[i]);
  return out;
}

[[gnu::target("avx512f")]] inline Elements operator-(const Elements& a, const Elements& b) {
  return a + negated(b);
}

/// The low and the high 52 bits of a product of limbs differ in weight by 2^52: the high ones count twice in the next
/// limb.
[[gnu::target("avx512f,avx512ifma")]] inline Elements operator*(const Elements& a, const Elements& b) {
  const __m512i zero = _mm512_setzero_si512();
  __m512i low[10], high[10];
  for (int i = 0; i < 10; ++i) low[i] = high[i] = zero;
#pragma GCC unroll 5
  for (int i = 0; i < 5; ++i)
#pragma GCC unroll 5
    for (int j = 0; j < 5; ++j) {
      low[i + j] = _mm512_madd52lo_epu64(low[i + j], a.limb[i], b.limb[j]);
      high[i + j + 1] = _mm512_madd52hi_epu64(high[i + j + 1], a.limb[i], b.limb[j]);
    }
  Elements out;
  for (int i = 0; i < 5; ++i) {
    const __m512i whole = _mm512_add_epi64(low[i], _mm512_slli_epi64(high[i], 1));
    const __m512i above = _mm512_add_epi64(low[i + 5], _mm512_slli_epi64(high[i + 5], 1));
    out.limb[i] = _mm512_add_epi64(whole, times_19(above));  // 2^255 = 19
  }
  return carried(out);
}

[[gnu::target("avx512f")]] inline Elements chosen(__mmask8 second, const Elements& a, const Elements& b) {
  Elements out;
  for (int i = 0; i < 5; ++i) out.limb[i] = _mm512_mask_mov_epi64(a.limb[i], second, b.limb[i]);
  return out;
}

/// As in powers.cpp: a sum before its last products, x = ef, y = gh, z = fg, t = eh.
struct Unfinished {
  Elements e, f, g, h;
};
struct Points {
  Elements x, y, z, t;
};
/// y + x, y - x, 2z, 2dxy.
struct Addends {
  Elements sum, difference, twice_z, twice_dt;
};

[[gnu::target("avx512f,avx512ifma")]] inline Points finished(const Unfinished& u) {
  return {u.e * u.f, u.g * u.h, u.f * u.g, u.e * u.h};
}

[[gnu::target("avx512f,avx512ifma")]] Unfinished doubled(const Unfinished& u) {
  const Elements x = u.e * u.f, y = u.g * u.h, z = u.f * u.g;
  const Elements a = x * x, b = y * y, zz = z * z, both = x + y;
  const Elements h = a + b, g = a - b;
  return {h - both * both, zz + zz + g, g, h};
}

/// p + q, where `dd` is 2 z of both.
[[gnu::target("avx512f,avx512ifma")]] inline Unfinished sum(const Points& p, const Addends& q, const Elements& dd) {
  const Elements a = (p.y - p.x) * q.difference, b = (p.y + p.x) * q.sum, c = p.t * q.twice_dt;
  return {b - a, dd - c, dd + c, b + a};
}

[[gnu::target("avx512f,avx512ifma")]] Unfinished sum(const Unfinished& u, const Addends& q) {
  const Points p = finished(u);
  return sum(p, q, p.z * q.twice_z);
}

[[gnu::target("avx512f,avx512ifma")]] Unfinished sum_with_normalized(const Unfinished& u, const Addends& q) {
  const Points p = finished(u);
  return sum(p, q, p.z + p.z);
}

[[gnu::target("avx512f,avx512ifma")]] inline Addends prepared(const Points& p) {
  return {p.y + p.x, p.y - p.x, p.z + p.z, p.t * repeated(twice_d)};
}

/// An addend taken away where `negative`.
[[gnu::target("avx512f")]] inline Addends signed_as(const Addends& q, __mmask8 negative) {
  return {chosen(negative, q.sum, q.difference), chosen(negative, q.difference, q.sum), q.twice_z,
          chosen(negative, q.twice_dt, negated(q.twice_dt))};
}

/// The digit of each product in one place, from -8 to 8.
using Digits = std::array<std::int64_t, count>;
using Places = std::array<Digits, FixedRows::rows>;

/// Digits to the base 16; an exponent is below 2^253, so nothing is carried out.
void put_digits(Places& places, std::size_t lane, const Scalar& exponent) {
  std::int64_t carry = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int64_t digit = (exponent.bytes[i / 2] >> (i % 2 * 4) & 15) + carry;
    carry = digit > 8 ? 1 : 0;
    places[i][lane] = digit - carry * 16;
  }
}

/// 0 to 8 times eight points.
class Multiples {
 public:
  [[gnu::target("avx512f,avx512ifma")]] explicit Multiples(const Points& points) {
    const Elements zero = repeated(field_zero), one = repeated(field_one);
    multiples_[0] = {one, one, one + one, zero};
    multiples_[1] = prepared(points);
    Points last = points;
    for (std::size_t i = 2; i < 9; ++i) {
      last = finished(sum({last.x, last.y, last.z, last.t}, multiples_[1], last.z * multiples_[1].twice_z));
      multiples_[i] = prepared(last);
    }
  }

  [[gnu::target("avx512f")]] void choose(const Digits& digits, Addends& out) const {
    const __m512i digit = _mm512_loadu_si512(digits.data()), size = _mm512_abs_epi64(digit);
    out = multiples_[0];
    for (std::size_t i = 1; i < 9; ++i) {
      const __mmask8 here = _mm512_cmpeq_epi64_mask(size, all(i));
      const Addends& q = multiples_[i];
      out = {chosen(here, out.sum, q.sum), chosen(here, out.difference, q.difference),
             chosen(here, out.twice_z, q.twice_z), chosen(here, out.twice_dt, q.twice_dt)};
    }
    out = signed_as(out, _mm512_cmplt_epi64_mask(digit, _mm512_setzero_si512()));
  }

 private:
  Addends multiples_[9];
};

/// The 15 numbers of a row for each lane.
[[gnu::target("avx512f")]] void choose(const FixedRows& rows, std::size_t row, const Digits& digits, Addends& out) {
  const __m512i digit = _mm512_loadu_si512(digits.data());
  const __m512i at = _mm512_slli_epi64(_mm512_abs_epi64(digit), 4);
  const FixedRows::Row* first = rows.data() + row * FixedRows::multiples;
  Elements* const parts[3] = {&out.sum, &out.difference, &out.twice_dt};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 5; ++j) parts[i]->limb[j] = _mm512_i64gather_epi64(at, first->data() + 5 * i + j, 8);
  out = signed_as(out, _mm512_cmplt_epi64_mask(digit, _mm512_setzero_si512()));
}

[[gnu::target("avx512f,avx512ifma")]] void add_fixed(Unfinished& result, const FixedRows& rows, const Places& places) {
  Addends addend;
  addend.twice_z = repeated(field_zero);
  for (std::size_t row = 0; row < FixedRows::rows; ++row) {
    choose(rows, row, places[row], addend);
    result = sum_with_normalized(result, addend);
  }
}

[[gnu::target("avx512f")]] Elements loaded(std::span<const Product> some, Field Point::*part) {
  Elements out = repeated(part == &Point::y || part == &Point::z ? field_one : field_zero);
  for (std::size_t i = 0; i < 5; ++i) {
    std::array<std::uint64_t, count> limbs{};
    _mm512_storeu_si512(limbs.data(), out.limb[i]);
    for (std::size_t lane = 0; lane < some.size(); ++lane) limbs[lane] = ((some[lane].base->*part) * field_one).limb[i];
    out.limb[i] = _mm512_loadu_si512(limbs.data());
  }
  return out;
}

[[gnu::target("avx512f")]] void store(const Elements& from, std::span<Point> out, Field Point::*part) {
  for (std::size_t i = 0; i < 5; ++i) {
    std::array<std::uint64_t, count> limbs{};
    _mm512_storeu_si512(limbs.data(), from.limb[i]);
    for (std::size_t lane = 0; lane < out.size(); ++lane) (out[lane].*part).limb[i] = limbs[lane];
  }
}

[[gnu::target("avx512f,avx512ifma")]] void multiply_all(std::span<const Product> some, const FixedRows& key,
                                                        std::span<Point> out) {
  Places of_base{}, of_generator{}, of_key{};
  bool is_fixed_needed = false;
  for (std::size_t lane = 0; lane < some.size(); ++lane) {
    const Product& product = some[lane];
    put_digits(of_base, lane, product.of_base);
    put_digits(of_generator, lane, product.of_generator);
    put_digits(of_key, lane, product.of_key);
    if (product.of_generator != Scalar{} || product.of_key != Scalar{}) is_fixed_needed = true;
  }
  const Multiples multiples{
      {loaded(some, &Point::x), loaded(some, &Point::y), loaded(some, &Point::z), loaded(some, &Point::t)}};
  const Elements zero = repeated(field_zero), one = repeated(field_one);
  Unfinished result{zero, one, one, one};
  Addends addend;
  for (std::size_t i = of_base.size(); i-- > 0;) {
    for (int bit = 0; bit < 4; ++bit) result = doubled(result);
    multiples.choose(of_base[i], addend);
    result = sum(result, addend);
  }
  if (is_fixed_needed) {
    add_fixed(result, generator_rows(), of_generator);
    add_fixed(result, key, of_key);
  }
  const Points points = finished(result);
  store(points.x, out, &Point::x);
  store(points.y, out, &Point::y);
  store(points.z, out, &Point::z);
  store(points.t, out, &Point::t);
}

}  // namespace

std::vector<Point> products_of(std::span<const Product> products, const FixedRows& key) {
  if (!are_there()) throw std::logic_error("this processor has no lanes");
  std::vector<Point> out(products.size());
  for (std::size_t at = 0; at < out.size(); at += count) {
    const std::size_t some = std::min(count, out.size() - at);
    multiply_all(products.subspan(at, some), key, std::span{out}.subspan(at, some));
  }
  return out;
}

#endif

}  // namespace ccop::ballot::lanes
