// Products of powers, the whole cost of verification: g^r x^c for a fixed g and many x. Exponents are cut into eight
// runs of 32 bits that share their doublings, each with a table of odd powers. Variable time: for public data only.
#pragma once

#include "ballot/point.hpp"

#include <array>

namespace ccop::ballot {

/// A point prepared for addition: y + x, y - x, 2z, 2dxy.
struct Addend {
  Field sum, difference, twice_z, twice_dt;
};

/// Odd powers of base^(2^(32 k)) for k = 0..7, for exponents in signed digits of `width` bits.
class PowerTable {
 public:
  static constexpr unsigned narrow = 5;  ///< for a base that is used a few times
  static constexpr unsigned wide = 8;    ///< for one that is used very often: its rows have z = 1
  PowerTable(const Point& base, unsigned width);

  /// Whether the base lies in the subgroup of prime order: base^q = 1.
  [[nodiscard]] bool is_in_subgroup() const;

 private:
  friend Point product_of_powers(std::span<const struct Power> powers);
  unsigned width_;
  bool is_normalized_;
  std::size_t odd_powers_;
  std::vector<Addend> rows_;
};

struct Power {
  const PowerTable* base{};
  Scalar exponent;
};

[[nodiscard]] Point product_of_powers(std::span<const Power> powers);

template <class... Powers>
[[nodiscard]] Point product_of(const Powers&... powers) {
  const std::array<Power, sizeof...(Powers)> all{powers...};
  return product_of_powers(all);
}

/// base^of_base g^of_generator y^of_key, where y is an election's key: a commitment of a proof about a ciphertext.
struct Product {
  const Point* base{};
  Scalar of_base, of_generator, of_key;
};

/// Many of them; those of one base share its powers when they stand together. `key` has y's.
[[nodiscard]] std::vector<Point> products_of(std::span<const Product> products, const PowerTable& key);

/// One power of a base that is used once.
[[nodiscard]] Point power_of(const Point& base, const Scalar& exponent);

/// The generator's own table, made once.
[[nodiscard]] const PowerTable& generator_powers();

}  // namespace ccop::ballot
