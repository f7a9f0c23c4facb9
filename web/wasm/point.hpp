// Points of Ed25519's curve for WebAssembly, as src/ballot/point.hpp has them: formulas by Hisil, Wong, Carter and
// Dawson (2008). Variable time: for public data only.
#pragma once

#include "field.hpp"

namespace ccop::page {

/// d = -121665/121666 is the curve's own number.
inline constexpr Field d{
    {-212240221, 257584721, -260691235, 1350275, -24543225, 3980221, -103927011, -37392896, 5374829}};
inline constexpr Field twice_d{
    {112390489, -21701471, 15488443, 2700549, -49086450, 7960442, -207854022, -74785792, 2361050}};
inline constexpr Field root_of_minus_one{
    {168730800, 124836154, 200875569, 103812442, -42306828, 5021438, -64180940, -267782084, 2851621}};

/// x = X/Z, y = Y/Z, xy = T/Z.
struct Point {
  Field x, y, z, t;
};
inline constexpr Point nothing{field_zero, field_one, field_one, field_zero};

/// A point prepared for addition: y + x, y - x, 2z, 2dxy.
struct Addend {
  Field sum, difference, twice_z, twice_dt;
};
/// The same of a point with z = 1.
struct Flat {
  Field sum, difference, twice_dt;
};

/// A sum before its last products: x = ef, y = gh, z = fg, t = eh. Doubling needs no t, so it is made only for
/// additions.
struct Unfinished {
  Field e, f, g, h;
};
inline constexpr Unfinished nothing_yet{field_zero, field_one, field_one, field_one};

struct Projective {
  Field x, y, z;
};

inline Projective without_t(const Unfinished& u) {
  return {u.e * u.f, u.g * u.h, u.f * u.g};
}
inline Point finished(const Unfinished& u) {
  return {u.e * u.f, u.g * u.h, u.f * u.g, u.e * u.h};
}

inline Unfinished doubled(const Projective& p) {
  const Field a = squared(p.x), b = squared(p.y), zz = squared(p.z);
  const Field h = a + b, g = a - b;
  return {h - squared(p.x + p.y), zz + zz + g, g, h};
}

namespace detail {

/// p and what is prepared, where `zz` is 2 z of both.
inline Unfinished sum(const Point& p, const Field& plus, const Field& minus, const Field& twice_dt, const Field& zz,
                      bool negative) {
  const Field a = (p.y - p.x) * (negative ? plus : minus);
  const Field b = (p.y + p.x) * (negative ? minus : plus);
  const Field c = p.t * twice_dt;
  if (negative) return {b - a, zz + c, zz - c, b + a};
  return {b - a, zz - c, zz + c, b + a};
}

}  // namespace detail

inline Unfinished sum(const Point& p, const Addend& q, bool negative = false) {
  return detail::sum(p, q.sum, q.difference, q.twice_dt, p.z * q.twice_z, negative);
}
inline Unfinished sum(const Point& p, const Flat& q, bool negative = false) {
  return detail::sum(p, q.sum, q.difference, q.twice_dt, p.z + p.z, negative);
}

inline Addend prepared(const Point& p) {
  return {p.y + p.x, p.y - p.x, p.z + p.z, p.t * twice_d};
}

inline bool is_nothing(const Point& p) {
  return is_zero(p.x) && is_zero(p.y - p.z);
}

/// False unless the bytes are the one way to write a point of the curve (RFC 8032, section 5.1.3). Whether it lies in
/// the subgroup is another question.
inline bool from_bytes(const Bytes& bytes, Point& out) {
  Bytes of_y;
  for (int i = 0; i < 32; ++i) of_y[i] = bytes[i];
  of_y[31] &= 0x7F;
  const bool odd = (bytes[31] & 0x80) != 0;
  Field y;
  if (!from_bytes(of_y, y)) return false;
  const Field y2 = squared(y);
  const Field u = y2 - field_one, v = y2 * d + field_one;  // x^2 = u / v
  const Field v3 = squared(v) * v;
  Field x = power_of_root(squared(v3) * v * u) * v3 * u;
  const Field vx2 = squared(x) * v;
  if (!is_zero(vx2 - u)) {
    if (!is_zero(vx2 + u)) return false;
    x = x * root_of_minus_one;
  }
  if (is_zero(x) && odd) return false;
  if (is_odd(x) != odd) x = field_zero - x;
  out = {x, y, field_one, x * y};
  return true;
}

/// Of x and y of a point with z = 1.
inline void to_bytes(const Field& x, const Field& y, uint8_t* out) {
  to_bytes(y, out);
  if (is_odd(x)) out[31] |= 0x80;
}

}  // namespace ccop::page
