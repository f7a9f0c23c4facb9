// How trustees who never met talk through a host that they don't trust: keys that follow from one seed, signatures, and
// messages that only their recipient reads (Belenios specification 3.0, sections 4.6.1 and 4.6.3).
#pragma once

#include "ballot/secret.hpp"

namespace ccop::ballot {

/// 22 random Base58 digits: all that a trustee has to keep.
[[nodiscard]] std::string new_seed();

/// The two private keys that follow from a seed.
struct TrusteeSecrets {
  explicit TrusteeSecrets(std::string_view seed);
  SecretScalar signing;
  SecretScalar decryption;
};

[[nodiscard]] SignedMessage sign(const SecretScalar& signing, std::string message);

/// The message, signed by its sender and encrypted to `recipient`.
[[nodiscard]] std::string send(const SecretScalar& signing, const Element& recipient, std::string message);
/// The message again, signed by whoever holds the key `sender`. Throws BadInput for what was changed, or is for others.
[[nodiscard]] std::string receive(const SecretScalar& decryption, const Element& sender, std::string_view sent);

/// AES-256 in CCM mode with a tag of 8 bytes (RFC 3610) as hexadecimal; the nonce is the beginning of `iv`.
[[nodiscard]] std::string encrypt_ccm(const Hash& key, const Hash& iv, std::string_view message);
/// Nothing for what was changed.
[[nodiscard]] std::optional<std::string> decrypt_ccm(const Hash& key, const Hash& iv, std::string_view hex);

}  // namespace ccop::ballot
