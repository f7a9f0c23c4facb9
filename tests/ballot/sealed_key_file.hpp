// A key file as a page saves it.
#pragma once

#include "base/codec.hpp"

#include <sodium.h>

namespace ccop::ballot {

/// The JSON under the passphrase, in a file of that purpose.
[[nodiscard]] inline std::string seal_key_file(const std::string& purpose, std::string_view json,
                                               std::string_view passphrase) {
  Bytes salt(16), nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES), key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  Bytes sealed(json.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  randombytes_buf(salt.data(), salt.size());
  randombytes_buf(nonce.data(), nonce.size());
  const ByteView words = bytes_of(passphrase), plain = bytes_of(json), what = bytes_of(purpose);
  if (crypto_pwhash_scryptsalsa208sha256_ll(words.data(), words.size(), salt.data(), salt.size(), 1u << 17, 8, 1,
                                            key.data(), key.size()) != 0)
    throw std::runtime_error("scrypt failed");
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), what.data(),
                                             what.size(), nullptr, nonce.data(), key.data());
  return R"({"format":"ccop-key-file-v1","what":")" + purpose + R"(","salt":")" + to_base64url(salt) +
         R"(","nonce":")" + to_base64url(nonce) + R"(","sealed":")" + to_base64url(sealed) + "\"}";
}

}  // namespace ccop::ballot
