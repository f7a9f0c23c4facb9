#include "identity/device_key.hpp"

#include <fido.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <sodium.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

namespace ccop::identity {
namespace {

constexpr std::size_t es256_key_size = 64;
constexpr std::size_t es256_half = 32;
constexpr std::uint8_t uncompressed = 0x04;  // SEC 1, section 2.3.3
constexpr std::string_view link_key_info = "ccop link key v1";

template <class T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, decltype([](T* p) { Free(p); })>;
using EvpKey = Owned<EVP_PKEY, &EVP_PKEY_free>;

/// Null where the bytes are no point of the curve. The curve is copied from a key that was made once: to look it up by
/// its name would take as long as the verification itself.
EvpKey es256_key(ByteView point) {
  static const EvpKey curve{EVP_EC_gen("P-256")};
  if (point.size() != es256_key_size) return nullptr;
  std::array<std::uint8_t, 1 + es256_key_size> encoded{uncompressed};
  std::ranges::copy(point, encoded.begin() + 1);
  EvpKey key{EVP_PKEY_new()};
  if (EVP_PKEY_copy_parameters(key.get(), curve.get()) != 1 ||
      EVP_PKEY_set1_encoded_public_key(key.get(), encoded.data(), encoded.size()) != 1)
    return nullptr;
  return key;
}

/// OpenSSL wants the two numbers in ASN.1; empty where it can't make them.
Bytes in_der(ByteView signature) {
  const Owned<ECDSA_SIG, &ECDSA_SIG_free> pair{ECDSA_SIG_new()};
  BIGNUM* r = BN_bin2bn(signature.data(), es256_half, nullptr);
  BIGNUM* s = BN_bin2bn(signature.data() + es256_half, es256_half, nullptr);
  if (ECDSA_SIG_set0(pair.get(), r, s) != 1) {
    BN_free(r);
    BN_free(s);
    return {};
  }
  Bytes der(80);
  std::uint8_t* end = der.data();
  const int size = i2d_ECDSA_SIG(pair.get(), &end);
  if (size <= 0) return {};
  der.resize(static_cast<std::size_t>(size));
  return der;
}

/// Takes hashes to verify under one key; null where that is no point of the curve.
using Verifier = Owned<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>;

Verifier es256_verifier(const PublicKey& key) {
  const EvpKey evp = es256_key(key.bytes);
  if (!evp) return nullptr;
  Verifier verifier{EVP_PKEY_CTX_new(evp.get(), nullptr)};
  if (!verifier || EVP_PKEY_verify_init(verifier.get()) != 1) return nullptr;
  return verifier;
}

/// To set up a key takes OpenSSL longer than to verify by it, and a session key signs one act after the other: each
/// thread keeps those that it met, until they are many.
EVP_PKEY_CTX* kept_verifier(const PublicKey& key) {
  constexpr std::size_t most_kept = 256;
  thread_local std::map<Bytes, Verifier> kept;
  const auto known = kept.find(key.bytes);
  if (known != kept.end()) return known->second.get();
  if (kept.size() >= most_kept) kept.clear();
  return kept.emplace(key.bytes, es256_verifier(key)).first->second.get();
}

bool es256_signed(const PublicKey& key, std::string_view message, ByteView signature) {
  if (signature.size() != 2 * es256_half) return false;
  const Bytes der = in_der(signature);
  EVP_PKEY_CTX* verifier = kept_verifier(key);
  if (verifier == nullptr || der.empty()) return false;
  const Hash hash = sha256(bytes_of(message));
  return EVP_PKEY_verify(verifier, der.data(), der.size(), hash.data(), hash.size()) == 1;
}

bool eddsa_signed(const PublicKey& key, std::string_view message, ByteView signature) {
  if (key.bytes.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) return false;
  const ByteView bytes = bytes_of(message);
  return crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(), key.bytes.data()) == 0;
}

Hash seed_of(std::string_view secret) {
  const Owned<EVP_PKEY_CTX, &EVP_PKEY_CTX_free> context{EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr)};
  const ByteView ikm = bytes_of(secret);
  const ByteView info = bytes_of(link_key_info);
  Hash seed{};
  std::size_t size = seed.size();
  if (EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) != 1 ||
      EVP_PKEY_CTX_set1_hkdf_key(context.get(), ikm.data(), static_cast<int>(ikm.size())) != 1 ||
      EVP_PKEY_CTX_add1_hkdf_info(context.get(), info.data(), static_cast<int>(info.size())) != 1 ||
      EVP_PKEY_derive(context.get(), seed.data(), &size) != 1)
    throw std::runtime_error("HKDF failed");
  return seed;
}

}  // namespace

bool signed_by(const PublicKey& key, std::string_view message, ByteView signature) {
  switch (key.algorithm) {
    case COSE_ES256:
      return es256_signed(key, message, signature);
    case COSE_EDDSA:
      return eddsa_signed(key, message, signature);
    default:
      return false;
  }
}

bool is_device_key(const PublicKey& key) {
  switch (key.algorithm) {
    case COSE_ES256:
      return kept_verifier(key) != nullptr;
    case COSE_EDDSA:
      return key.bytes.size() == crypto_core_ed25519_BYTES && crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
    default:
      return false;
  }
}

LinkKey::LinkKey(std::string_view secret) {
  Hash seed = seed_of(secret);
  crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
  sodium_memzero(seed.data(), seed.size());
}

LinkKey::~LinkKey() {
  sodium_memzero(secret_.data(), secret_.size());
}

Bytes LinkKey::sign(std::string_view message) const {
  Bytes signature(crypto_sign_BYTES);
  const ByteView bytes = bytes_of(message);
  crypto_sign_detached(signature.data(), nullptr, bytes.data(), bytes.size(), secret_.data());
  return signature;
}

}  // namespace ccop::identity
