#include "ballot/scalar.hpp"

#include "ballot/field.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

namespace ccop::ballot {
namespace {

using detail::Wide;

/// 19 digits fit in 64 bits.
constexpr std::size_t digits_at_once = 19;
constexpr std::uint64_t ten_to_19 = 10'000'000'000'000'000'000u;
constexpr std::size_t most_digits = 76;  // of q - 1

bool is_below_order(const std::array<std::uint8_t, 32>& bytes) {
  return std::lexicographical_compare(bytes.rbegin(), bytes.rend(), group_order.bytes.rbegin(),
                                      group_order.bytes.rend());
}

std::uint64_t power_of_ten(std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

Scalar operator+(const Scalar& a, const Scalar& b) {
  Scalar out;
  crypto_core_ed25519_scalar_add(out.bytes.data(), a.bytes.data(), b.bytes.data());
  return out;
}

Scalar operator-(const Scalar& a, const Scalar& b) {
  Scalar out;
  crypto_core_ed25519_scalar_sub(out.bytes.data(), a.bytes.data(), b.bytes.data());
  return out;
}

Scalar operator*(const Scalar& a, const Scalar& b) {
  Scalar out;
  crypto_core_ed25519_scalar_mul(out.bytes.data(), a.bytes.data(), b.bytes.data());
  return out;
}

Scalar inverse(const Scalar& a) {
  Scalar out;
  if (crypto_core_ed25519_scalar_invert(out.bytes.data(), a.bytes.data()) != 0)
    throw std::domain_error("zero has no inverse");
  return out;
}

Scalar scalar_of(std::uint64_t number) {
  Scalar out;
  std::memcpy(out.bytes.data(), &number, sizeof number);
  return out;
}

Scalar reduced(const Hash& hash) {
  std::array<std::uint8_t, 64> wide{};
  std::reverse_copy(hash.begin(), hash.end(), wide.begin());
  Scalar out;
  crypto_core_ed25519_scalar_reduce(out.bytes.data(), wide.data());
  return out;
}

std::optional<Scalar> scalar_from_decimal(std::string_view text) {
  if (text.empty() || text.size() > most_digits || (text.front() == '0' && text.size() > 1)) return std::nullopt;
  std::array<std::uint64_t, 4> words{};
  while (!text.empty()) {
    const std::size_t count = std::min(text.size(), digits_at_once);
    std::uint64_t part = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, part);
    if (error != std::errc{} || end != text.data() + count) return std::nullopt;
    Wide carry = part;
    const std::uint64_t scale = power_of_ten(count);
    for (std::uint64_t& word : words) {
      carry += Wide{word} * scale;
      word = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
    text.remove_prefix(count);
  }
  Scalar out;
  std::memcpy(out.bytes.data(), words.data(), out.bytes.size());
  if (!is_below_order(out.bytes)) return std::nullopt;
  return out;
}

std::string to_decimal(const Scalar& scalar) {
  std::array<std::uint64_t, 4> words{};
  std::memcpy(words.data(), scalar.bytes.data(), scalar.bytes.size());
  std::string out;
  do {
    Wide rest = 0;
    for (std::size_t i = words.size(); i-- > 0;) {
      rest = rest << 64 | words[i];
      words[i] = static_cast<std::uint64_t>(rest / ten_to_19);
      rest %= ten_to_19;
    }
    const std::string part = std::to_string(static_cast<std::uint64_t>(rest));
    const bool is_first = words == std::array<std::uint64_t, 4>{};
    out.insert(0, is_first ? part : std::string(digits_at_once - part.size(), '0') + part);
  } while (words != std::array<std::uint64_t, 4>{});
  return out;
}

}  // namespace ccop::ballot
