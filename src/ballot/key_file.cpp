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

SecretText open_key_file(std::string_view file, std::string_view purpose, std::string_view passphrase) {
  if (file.size() > largest_key_file) throw BadInput{"", "a key file, which is no larger than 64 KiB"};
  const auto sealed = from_json<SealedKeyFile>(file);
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
