// Secrets of voters and trustees: exponents that are locked into memory, wiped when they go, and computed with in
// constant time, by libsodium alone.
#pragma once

#include "ballot/messages.hpp"

namespace ccop::ballot {

class SecretScalar {
 public:
  /// A random one.
  SecretScalar();
  explicit SecretScalar(const Scalar& value);
  ~SecretScalar();
  SecretScalar(SecretScalar&& other) noexcept;
  SecretScalar(const SecretScalar&) = delete;
  SecretScalar& operator=(const SecretScalar&) = delete;
  SecretScalar& operator=(SecretScalar&&) = delete;

  [[nodiscard]] const Scalar& value() const { return value_; }
  /// w - x c: the response of a proof, which hides x behind the random w.
  [[nodiscard]] static Scalar response(const SecretScalar& w, const SecretScalar& x, const Scalar& challenge) {
    return w.value_ - x.value_ * challenge;
  }

 private:
  Scalar value_;
};

inline constexpr std::string_view base58_digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// Digits of Base58, each drawn evenly: credentials and seeds are made of them.
[[nodiscard]] std::string random_base58(std::size_t count);

/// A point as libsodium keeps it.
using Encoded = std::array<std::uint8_t, 32>;

[[nodiscard]] Element written(const Encoded& point);
/// Throws BadInput for what is no point.
[[nodiscard]] Encoded encoded(const Element& element);
/// g^x, base^x, a b, a / b. The base must be of the group; the powers of what is not are refused with
/// std::domain_error.
[[nodiscard]] Encoded power_of_generator(const Scalar& exponent);
[[nodiscard]] Encoded power(const Encoded& base, const Scalar& exponent);
[[nodiscard]] Encoded product(const Encoded& a, const Encoded& b);
[[nodiscard]] Encoded quotient(const Encoded& a, const Encoded& b);

/// SHA-512 of a text, its first byte the lowest, modulo q: so wide a hash leaves no bias.
[[nodiscard]] Scalar wide_hash(std::string_view text);
/// The challenge of a proof: SHA-256 of the prefix and the commitments, modulo q.
[[nodiscard]] Scalar challenge_of(std::string_view prefix, const std::vector<Encoded>& commitments);

}  // namespace ccop::ballot
