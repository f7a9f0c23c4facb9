// The group Ed25519 as Belenios writes it (specification 3.0, section 5.2.1): points of the twisted Edwards curve in
// the subgroup of prime order, written as the 64 hexadecimal digits of the compressed point, the highest first.
// Variable time: for public data only.
#pragma once

#include "ballot/field.hpp"
#include "ballot/scalar.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::ballot {

/// 2d, where d = -121665/121666 is the curve's own number.
inline constexpr Field twice_d{{0x69b9426b2f159, 0x35050762add7a, 0x3cf44c0038052, 0x6738cc7407977, 0x2406d9dc56dff}};

/// How the group is called in keys, certificates and elections.
inline constexpr const char* group_name = "Ed25519";

/// x = X/Z, y = Y/Z, xy = T/Z.
struct Point {
  Field x, y{field_one}, z{field_one}, t;
};

[[nodiscard]] Point operator+(const Point& a, const Point& b);
[[nodiscard]] Point operator-(const Point& a);
[[nodiscard]] inline Point operator-(const Point& a, const Point& b) {
  return a + -b;
}
[[nodiscard]] bool operator==(const Point& a, const Point& b);
[[nodiscard]] Point doubled(const Point& a);

/// The generator g.
[[nodiscard]] const Point& generator();

/// Nothing unless the text is the one way to write a point of the curve. Whether it lies in the subgroup is for
/// `PowerTable::is_in_subgroup` to say: whoever computes with a point from outside must ask.
[[nodiscard]] std::optional<Point> point_from_hex(std::string_view text);
[[nodiscard]] std::string to_hex(const Point& point);
/// Many at once, at the cost of one inversion.
[[nodiscard]] std::vector<std::string> to_hex(std::span<const Point> points);
/// The same points with z = 1, at the cost of one inversion.
[[nodiscard]] std::vector<Point> normalized(std::span<const Point> points);

}  // namespace ccop::ballot
