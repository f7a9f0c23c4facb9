#include "ballot/channel.hpp"

#include "ballot/certificates.hpp"
#include "ballot/json.hpp"

#include <openssl/evp.h>

#include <memory>

namespace ccop::ballot {
namespace {

constexpr int tag_size = 8;

SecretScalar derived(std::string_view prefix, std::string_view seed) {
  return SecretScalar{reduced(sha256(bytes_of(prefix), bytes_of(seed)))};
}

Hash key_of(const Encoded& secret) {
  return sha256(bytes_of("key|" + written(secret).text));
}
Hash iv_of(const Element& alpha) {
  return sha256(bytes_of("iv|" + alpha.text));
}

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

void demand(bool fine) {
  if (!fine) throw std::runtime_error("OpenSSL can't do AES in CCM mode here");
}

/// CCM gives as few bytes to the length as it needs, two at least, and the rest of 15 to the nonce.
int nonce_size(std::size_t length) {
  return length < 65536 ? 13 : 12;
}

/// Ready for `length` bytes; `tag` is the expected one, or null for encryption.
CipherContext prepared(const Hash& key, const Hash& iv, std::size_t length, std::uint8_t* tag) {
  CipherContext context{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
  const int encrypts = tag == nullptr ? 1 : 0;
  demand(context != nullptr &&
         EVP_CipherInit_ex(context.get(), EVP_aes_256_ccm(), nullptr, nullptr, nullptr, encrypts) == 1);
  demand(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_IVLEN, nonce_size(length), nullptr) == 1);
  demand(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tag_size, tag) == 1);
  demand(EVP_CipherInit_ex(context.get(), nullptr, nullptr, key.data(), iv.data(), encrypts) == 1);
  int written_size = 0;
  demand(EVP_CipherUpdate(context.get(), nullptr, &written_size, nullptr, static_cast<int>(length)) == 1);
  return context;
}

}  // namespace

std::string new_seed() {
  return random_base58(22);
}

TrusteeSecrets::TrusteeSecrets(std::string_view seed)
    : signing(derived("sk|", seed)), decryption(derived("dk|", seed)) {}

SignedMessage sign(const SecretScalar& signing, std::string message) {
  const SecretScalar w;
  Proof proof;
  proof.challenge = challenge_of("sigmsg|" + message + "|", {power_of_generator(w.value())});
  proof.response = SecretScalar::response(w, signing, proof.challenge);
  return {std::move(message), proof};
}

std::string send(const SecretScalar& signing, const Element& recipient, std::string message) {
  static_cast<void>(group_element(recipient));  // a key outside the group would give the message away
  const std::string signed_message = to_json(sign(signing, to_json(ChannelMessage{recipient, std::move(message)})));
  const SecretScalar r, s;
  const Encoded shared = power_of_generator(s.value());
  EncryptedMessage out;
  out.alpha = written(power_of_generator(r.value()));
  out.beta = written(product(power(encoded(recipient), r.value()), shared));
  out.data = encrypt_ccm(key_of(shared), iv_of(out.alpha), signed_message);
  return to_json(out);
}

std::string receive(const SecretScalar& decryption, const Element& sender, std::string_view sent) {
  const auto message = from_json<EncryptedMessage>(sent);
  static_cast<void>(group_element(message.alpha));  // elsewhere its power would give away part of the key
  static_cast<void>(group_element(message.beta));
  const Encoded shared = quotient(encoded(message.beta), power(encoded(message.alpha), decryption.value()));
  const auto plain = decrypt_ccm(key_of(shared), iv_of(message.alpha), message.data);
  if (!plain) throw BadInput{"", "a message that was encrypted to this trustee and not changed"};
  const auto signed_message = from_json<SignedMessage>(*plain);
  if (!signature_holds(signed_message.message, signed_message.signature, sender))
    throw BadInput{"", "a message whose sender's signature holds"};
  auto inner = from_json<ChannelMessage>(signed_message.message);
  if (inner.recipient != written(power_of_generator(decryption.value())))
    throw BadInput{"", "a message that was written to this trustee"};
  return std::move(inner.message);
}

std::string encrypt_ccm(const Hash& key, const Hash& iv, std::string_view message) {
  const CipherContext context = prepared(key, iv, message.size(), nullptr);
  Bytes out(message.size() + tag_size);
  int size = 0;
  demand(EVP_CipherUpdate(context.get(), out.data(), &size, bytes_of(message).data(),
                          static_cast<int>(message.size())) == 1);
  demand(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tag_size, out.data() + message.size()) == 1);
  return ccop::to_hex(out);
}

std::optional<std::string> decrypt_ccm(const Hash& key, const Hash& iv, std::string_view hex) {
  auto bytes = from_hex(hex);
  if (!bytes || bytes->size() < tag_size) return std::nullopt;
  const std::size_t length = bytes->size() - tag_size;
  const CipherContext context = prepared(key, iv, length, bytes->data() + length);
  Bytes out(length + 1);  // one more, so that there is something to point at
  int size = 0;
  if (EVP_CipherUpdate(context.get(), out.data(), &size, bytes->data(), static_cast<int>(length)) != 1)
    return std::nullopt;
  return std::string{text_of(ByteView{out}.first(length))};
}

}  // namespace ccop::ballot
