// Keys that sign plain bytes, without WebAuthn around them: a browser's session key, a one-time link's key.
#pragma once

#include "identity/passkey.hpp"

namespace ccop::identity {

/// Whether `key` signed the message: ES256 (-7) as r and s of 32 bytes each over its SHA-256, which is what WebCrypto
/// gives; EdDSA (-8) as RFC 8032 has it. Any other algorithm signs nothing.
[[nodiscard]] bool signed_by(const PublicKey& key, std::string_view message, ByteView signature);

/// Whether this can be such a key at all: a point of the curve, in the form that it has here.
[[nodiscard]] bool is_device_key(const PublicKey& key);

/// The key that a one-time link's secret stands for: Ed25519, whose seed is HKDF-SHA256 (RFC 5869) of the secret's
/// text. Who knows the secret can sign; whoever keeps the offer knows the public key alone.
class LinkKey {
 public:
  explicit LinkKey(std::string_view secret);
  LinkKey(const LinkKey&) = default;
  LinkKey& operator=(const LinkKey&) = default;
  LinkKey(LinkKey&&) = default;
  LinkKey& operator=(LinkKey&&) = default;
  ~LinkKey();

  [[nodiscard]] const Hash& public_key() const { return public_key_; }
  [[nodiscard]] Bytes sign(std::string_view message) const;

 private:
  Hash public_key_{};
  std::array<std::uint8_t, 64> secret_{};
};

}  // namespace ccop::identity
