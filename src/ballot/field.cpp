#include "ballot/field.hpp"

#include <cstring>

namespace ccop::ballot {
namespace {

Field squared_times(Field a, int count) {
  for (int i = 0; i < count; ++i) a = squared(a);
  return a;
}

/// a^(2^250 - 1), and a^11 beside it: both exponents below begin with it.
struct Powers {
  Field to_250;
  Field eleventh;
};
Powers powers(const Field& a) {
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

std::uint64_t load(const std::uint8_t* from) {
  std::uint64_t out = 0;
  std::memcpy(&out, from, sizeof out);
  return out;
}

}  // namespace

Field inverse(const Field& a) {
  const Powers p = powers(a);
  return squared_times(p.to_250, 5) * p.eleventh;  // p - 2 = 2^255 - 21
}

Field power_of_root(const Field& a) {
  return squared_times(powers(a).to_250, 2) * a;  // 2^252 - 3
}

std::array<std::uint8_t, 32> to_bytes(const Field& a) {
  auto limb = (a * field_one).limb;
  const auto carry = [&] {
    for (std::size_t i = 0; i < 4; ++i) {
      limb[i + 1] += limb[i] >> 51;
      limb[i] &= detail::low_51;
    }
  };
  carry();
  limb[0] += 19 * (limb[4] >> 51);
  limb[4] &= detail::low_51;
  carry();
  // Now below 2^255. Adding 19 reaches 2^255 exactly when the number is p or more.
  std::uint64_t over = (limb[0] + 19) >> 51;
  for (std::size_t i = 1; i < 5; ++i) over = (limb[i] + over) >> 51;
  limb[0] += 19 * over;
  carry();
  limb[4] &= detail::low_51;
  const std::array<std::uint64_t, 4> words{limb[0] | limb[1] << 51, limb[1] >> 13 | limb[2] << 38,
                                           limb[2] >> 26 | limb[3] << 25, limb[3] >> 39 | limb[4] << 12};
  std::array<std::uint8_t, 32> out{};
  std::memcpy(out.data(), words.data(), out.size());
  return out;
}

std::optional<Field> field_from_bytes(const std::array<std::uint8_t, 32>& bytes) {
  Field out;
  out.limb = {load(&bytes[0]) & detail::low_51, load(&bytes[6]) >> 3 & detail::low_51,
              load(&bytes[12]) >> 6 & detail::low_51, load(&bytes[19]) >> 1 & detail::low_51, load(&bytes[24]) >> 12};
  if (to_bytes(out) != bytes) return std::nullopt;
  return out;
}

bool is_zero(const Field& a) {
  return to_bytes(a) == std::array<std::uint8_t, 32>{};
}

}  // namespace ccop::ballot
