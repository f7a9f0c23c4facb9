// Products of powers, eight at a time, where the processor multiplies eight numbers of 52 bits at once (AVX-512 IFMA:
// Intel since 2019, AMD since 2022). What it gives is what `product_of_powers` gives, which stands in wherever the
// processor can't. Variable time in what it reads of tables: for public data only.
#pragma once

#include "ballot/powers.hpp"

namespace ccop::ballot::lanes {

inline constexpr std::size_t count = 8;

/// Whether this processor has them.
[[nodiscard]] bool are_there();

/// The multiples 0 to 8 of base^(16^i) for i = 0..63: a power of the base is 64 additions. 73 KB, for bases that many
/// products share.
class FixedRows {
 public:
  explicit FixedRows(const Point& base);

  static constexpr std::size_t rows = 64;
  static constexpr std::size_t multiples = 9;
  /// y + x, y - x, 2dxy of a point with z = 1, five limbs each, and nothing.
  using Row = std::array<std::uint64_t, 16>;
  [[nodiscard]] const Row* data() const { return rows_.data(); }

 private:
  std::vector<Row> rows_;
};

/// The generator's own, made once.
[[nodiscard]] const FixedRows& generator_rows();

/// `are_there` must hold. `key` has y's rows.
[[nodiscard]] std::vector<Point> products_of(std::span<const Product> products, const FixedRows& key);

}  // namespace ccop::ballot::lanes
