#include "ballot/point.hpp"

#include <algorithm>

namespace ccop::ballot {
namespace {

constexpr Field d{{0x34dca135978a3, 0x1a8283b156ebd, 0x5e7a26001c029, 0x739c663a03cbb, 0x52036cee2b6ff}};
constexpr Field root_of_minus_one{
    {0x61b274a0ea0b0, 0x0d5a5fc8f189d, 0x7ef5e9cbd0c60, 0x78595a6804c9e, 0x2b8324804fc1d}};
constexpr std::string_view generator_text = "6666666666666666666666666666666666666666666666666666666666666658";
constexpr std::string_view digits = "0123456789abcdef";

std::string written(const Field& x, const Field& y) {
  auto bytes = to_bytes(y);
  if (is_odd(x)) bytes[31] |= 0x80;
  std::string out;
  out.reserve(64);
  for (std::size_t i = bytes.size(); i-- > 0;) {
    out += digits[std::size_t{bytes[i]} >> 4];
    out += digits[std::size_t{bytes[i]} & 15];
  }
  return out;
}

std::optional<std::array<std::uint8_t, 32>> bytes_from_hex(std::string_view text) {
  if (text.size() != 64) return std::nullopt;
  std::array<std::uint8_t, 32> out{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = digits.find(text[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    out[31 - i / 2] = static_cast<std::uint8_t>(std::size_t{out[31 - i / 2]} << 4 | digit);
  }
  return out;
}

/// x of the point with this y: x^2 = (y^2 - 1) / (d y^2 + 1) (RFC 8032, section 5.1.3).
std::optional<Field> x_of(const Field& y, bool odd) {
  const Field y2 = squared(y);
  const Field u = (y2 - field_one) * field_one;
  const Field v = y2 * d + field_one;
  const Field v3 = squared(v) * v;
  Field x = power_of_root(squared(v3) * v * u) * v3 * u;
  const Field vx2 = squared(x) * v;
  if (!is_zero(vx2 - u)) {
    if (!is_zero(vx2 + u)) return std::nullopt;
    x = x * root_of_minus_one;
  }
  if (is_zero(x) && odd) return std::nullopt;
  if (is_odd(x) != odd) x = (field_zero - x) * field_one;
  return x;
}

}  // namespace

Point operator+(const Point& p, const Point& q) {  // add-2008-hwcd-3
  const Field a = (p.y - p.x) * (q.y - q.x);
  const Field b = (p.y + p.x) * (q.y + q.x);
  const Field c = p.t * twice_d * q.t;
  const Field zz = p.z * q.z;
  const Field dd = zz + zz;
  const Field e = b - a, f = dd - c, g = dd + c, h = b + a;
  return {e * f, g * h, f * g, e * h};
}

Point operator-(const Point& p) {
  return {(field_zero - p.x) * field_one, p.y, p.z, (field_zero - p.t) * field_one};
}

bool operator==(const Point& p, const Point& q) {
  return is_zero(p.x * q.z - q.x * p.z) && is_zero(p.y * q.z - q.y * p.z);
}

Point doubled(const Point& p) {  // dbl-2008-hwcd, with all signs turned
  const Field a = squared(p.x), b = squared(p.y), zz = squared(p.z);
  const Field h = a + b;
  const Field e = h - squared(p.x + p.y);
  const Field g = a - b;
  const Field f = zz + zz + g;
  return {e * f, g * h, f * g, e * h};
}

const Point& generator() {
  static const Point point = point_from_hex(generator_text).value();
  return point;
}

std::optional<Point> point_from_hex(std::string_view text) {
  auto bytes = bytes_from_hex(text);
  if (!bytes) return std::nullopt;
  const bool odd = (bytes->back() & 0x80) != 0;
  bytes->back() &= 0x7F;
  const auto y = field_from_bytes(*bytes);
  if (!y) return std::nullopt;
  const auto x = x_of(*y, odd);
  if (!x) return std::nullopt;
  return Point{*x, *y, field_one, *x * *y};
}

std::string to_hex(const Point& point) {
  return std::move(to_hex(std::span{&point, 1}).front());
}

std::vector<std::string> to_hex(std::span<const Point> points) {
  std::vector<std::string> out;
  out.reserve(points.size());
  for (const Point& point : normalized(points)) out.push_back(written(point.x, point.y));
  return out;
}

std::vector<Point> normalized(std::span<const Point> points) {
  // Montgomery's trick: the products of the first 1, 2, ... z, one inversion, and back.
  std::vector<Field> products;
  products.reserve(points.size() + 1);
  products.push_back(field_one);
  for (const Point& point : points) products.push_back(products.back() * point.z);
  Field rest = inverse(products.back());
  std::vector<Point> out(points.size());
  for (std::size_t i = points.size(); i-- > 0;) {
    const Field inverse_of_z = rest * products[i];
    rest = rest * points[i].z;
    const Field x = points[i].x * inverse_of_z, y = points[i].y * inverse_of_z;
    out[i] = {x, y, field_one, x * y};
  }
  return out;
}

}  // namespace ccop::ballot
