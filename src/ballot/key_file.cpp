#include "ballot/key_file.hpp"

#include "ballot/json.hpp"

#include <sodium.h>

namespace ccop::ballot {
namespace {

constexpr std::string_view key_file_format = "ccop-key-file-v1";
constexpr std::uint64_t scrypt_n = std::uint64_t{1} << 17;
constexpr std::size_t salt_size = 16;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

struct SealedKeyFile {
  std::string format;
  std::string what;
  std::string salt;
  std::string nonce;
  std::string sealed;
};
BOOST_DESCRIBE_STRUCT(SealedKeyFile, (), (format, what, salt, nonce, sealed))

struct FileKey {
  FileKey(std::string_view passphrase, ByteView salt) {
    const ByteView words = bytes_of(passphrase);
    if (crypto_pwhash_scryptsalsa208sha256_ll(words.data(), words.size(), salt.data(), salt.size(), scrypt_n, 8, 1,
                                              bytes.data(), bytes.size()) != 0)
      throw std::runtime_error("scrypt failed: it takes 128 MiB of memory");
  }
  ~FileKey() { sodium_memzero(bytes.data(), bytes.size()); }
  FileKey(const FileKey&) = delete;
  FileKey& operator=(const FileKey&) = delete;
  FileKey(FileKey&&) = delete;
  FileKey& operator=(FileKey&&) = delete;

  std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes{};
};

SealedKeyFile sealed_in(std::string_view file) {
  if (file.size() > largest_key_file) throw BadInput{"", "a key file, which is no larger than 64 KiB"};
  return from_json<SealedKeyFile>(file);
}

Bytes decoded(const std::string& text, std::string_view member) {
  auto bytes = from_base64url(text);
  if (!bytes) throw BadInput{std::string{member}, "base64url"};
  return *std::move(bytes);
}

}  // namespace

SecretText::~SecretText() {
  sodium_memzero(text_.data(), text_.size());
}

SecretText::SecretText(SecretText&& other) noexcept {
  text_.assign(other.text_);  // a copy: a short text lies within the string, and would stay there
  sodium_memzero(other.text_.data(), other.text_.size());
  other.text_.clear();
}

std::string seal_key_file(const std::string& purpose, std::string_view json, std::string_view passphrase) {
  Bytes salt(salt_size), nonce(nonce_size), box(json.size() + tag_size);
  randombytes_buf(salt.data(), salt.size());
  randombytes_buf(nonce.data(), nonce.size());
  const FileKey key{passphrase, salt};
  const ByteView plain = bytes_of(json), what = bytes_of(purpose);
  crypto_aead_xchacha20poly1305_ietf_encrypt(box.data(), nullptr, plain.data(), plain.size(), what.data(), what.size(),
                                             nullptr, nonce.data(), key.bytes.data());
  return to_json(
      SealedKeyFile{std::string{key_file_format}, purpose, to_base64url(salt), to_base64url(nonce), to_base64url(box)});
}

std::string purpose_of_key_file(std::string_view file) {
  return sealed_in(file).what;
}

SecretText open_key_file(std::string_view file, std::string_view purpose, std::string_view passphrase) {
  const SealedKeyFile sealed = sealed_in(file);
  if (sealed.format != key_file_format || !sealed.what.starts_with(purpose))
    throw BadInput{"what", "the file of " + std::string{purpose} + " (this one is of " + sealed.what + ")"};
  const Bytes salt = decoded(sealed.salt, "salt"), nonce = decoded(sealed.nonce, "nonce");
  const Bytes box = decoded(sealed.sealed, "sealed");
  if (salt.size() != salt_size || nonce.size() != nonce_size || box.size() < tag_size)
    throw BadInput{"", "a salt of 16 bytes, a nonce of 24 and what is sealed"};
  const FileKey key{passphrase, salt};
  std::string text(box.size() - tag_size, '\0');
  const ByteView what = bytes_of(sealed.what);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr,
                                                 box.data(), box.size(), what.data(), what.size(), nonce.data(),
                                                 key.bytes.data()) != 0)
    throw BadInput{"", "the passphrase under which the file was saved (or the file was changed)"};
  return SecretText{std::move(text)};
}

}  // namespace ccop::ballot
