#include "ballot/secret.hpp"

#include "ballot/point.hpp"
#include "base/codec.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace ccop::ballot {
namespace {

constexpr Encoded identity{1};

bool is_zero(const Scalar& scalar) {
  return sodium_is_zero(scalar.bytes.data(), scalar.bytes.size()) == 1;
}

}  // namespace

SecretScalar::SecretScalar() {
  sodium_mlock(&value_, sizeof value_);
  crypto_core_ed25519_scalar_random(value_.bytes.data());
}

SecretScalar::SecretScalar(const Scalar& value) : value_(value) {
  sodium_mlock(&value_, sizeof value_);
}

SecretScalar::SecretScalar(SecretScalar&& other) noexcept : value_(other.value_) {
  sodium_mlock(&value_, sizeof value_);
  sodium_memzero(&other.value_, sizeof other.value_);
}

SecretScalar::~SecretScalar() {
  sodium_munlock(&value_, sizeof value_);  // which wipes it
}

std::string random_base58(std::size_t count) {
  std::string out;
  while (out.size() < count)
    out += base58_digits[randombytes_uniform(static_cast<std::uint32_t>(base58_digits.size()))];
  return out;
}

Element written(const Encoded& point) {
  Encoded highest_first = point;
  std::ranges::reverse(highest_first);
  return {ccop::to_hex(highest_first)};
}

Encoded encoded(const Element& element) {
  const auto bytes = from_hex(element.text);
  if (!bytes || bytes->size() != 32 || !point_from_hex(element.text)) throw BadInput{"", "an element of the group"};
  Encoded out{};
  std::reverse_copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

Encoded power_of_generator(const Scalar& exponent) {
  if (is_zero(exponent)) return identity;
  Encoded out{};
  if (crypto_scalarmult_ed25519_base_noclamp(out.data(), exponent.bytes.data()) != 0)
    throw std::domain_error("a power of the generator could not be made");
  return out;
}

Encoded power(const Encoded& base, const Scalar& exponent) {
  if (base == identity || is_zero(exponent)) return identity;
  Encoded out{};
  if (crypto_scalarmult_ed25519_noclamp(out.data(), exponent.bytes.data(), base.data()) != 0)
    throw std::domain_error("a power of what is not of the group");
  return out;
}

Encoded product(const Encoded& a, const Encoded& b) {
  Encoded out{};
  if (crypto_core_ed25519_add(out.data(), a.data(), b.data()) != 0)
    throw std::domain_error("a product of what is not of the group");
  return out;
}

Encoded quotient(const Encoded& a, const Encoded& b) {
  Encoded out{};
  if (crypto_core_ed25519_sub(out.data(), a.data(), b.data()) != 0)
    throw std::domain_error("a quotient of what is not of the group");
  return out;
}

Scalar wide_hash(std::string_view text) {
  std::array<std::uint8_t, crypto_hash_sha512_BYTES> hash{};
  const ByteView bytes = bytes_of(text);
  crypto_hash_sha512(hash.data(), bytes.data(), bytes.size());
  Scalar out;
  crypto_core_ed25519_scalar_reduce(out.bytes.data(), hash.data());
  return out;
}

Scalar challenge_of(std::string_view prefix, const std::vector<Encoded>& commitments) {
  std::string text{prefix};
  for (std::size_t i = 0; i < commitments.size(); ++i) {
    if (i > 0) text += ',';
    text += written(commitments[i]).text;
  }
  return reduced(sha256(bytes_of(text)));
}

}  // namespace ccop::ballot
