#include "store/vault.hpp"

#include "base/files.hpp"
#include "store/given_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <new>

namespace ccop::store {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::string encrypt(std::string_view plain, std::string_view bound, ByteView key) {
  std::string out(nonce_size + plain.size() + tag_size, '\0');
  auto* bytes = reinterpret_cast<unsigned char*>(out.data());
  fill_random({bytes, nonce_size});
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + nonce_size, nullptr, bytes_of(plain).data(), plain.size(),
                                             bytes_of(bound).data(), bound.size(), nullptr, bytes, key.data());
  return out;
}

std::string decrypt(std::string_view sealed, std::string_view bound, ByteView key) {
  if (sealed.size() < nonce_size + tag_size) throw StoreError{"encrypted content is cut off"};
  std::string out(sealed.size() - nonce_size - tag_size, '\0');
  const auto bytes = bytes_of(sealed);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(out.data()), nullptr, nullptr,
                                                 bytes.data() + nonce_size, bytes.size() - nonce_size,
                                                 bytes_of(bound).data(), bound.size(), bytes.data(), key.data()) != 0)
    throw StoreError{"content can't be decrypted: it was changed, or the master key is another"};
  return out;
}

std::unique_ptr<MasterKey> parse(std::string_view text, const std::string& where) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  const auto bytes = from_base64url(text);
  if (!bytes || bytes->size() != 32) throw StoreError{where + " must hold a master key: base64url of 32 bytes"};
  Hash key{};
  std::ranges::copy(*bytes, key.begin());
  return std::make_unique<MasterKey>(key);
}

/// As it stands in a file.
std::string fresh_key() {
  Hash fresh{};
  fill_random(fresh);
  std::string text = to_base64url(fresh) + "\n";
  sodium_memzero(fresh.data(), fresh.size());
  return text;
}

}  // namespace

MasterKey::MasterKey(const Hash& bytes) {
  if (sodium_init() < 0) throw StoreError{"libsodium could not start"};
  bytes_ = static_cast<Hash*>(sodium_malloc(sizeof(Hash)));
  if (bytes_ == nullptr) throw std::bad_alloc{};
  *bytes_ = bytes;
}

MasterKey::~MasterKey() {
  sodium_free(bytes_);
}

std::unique_ptr<MasterKey> MasterKey::find(const std::string& file, bool create) {
  const bool is_there = access(file.c_str(), F_OK) == 0;
  if (const auto where = where_key_is_given(); !where.empty()) {
    auto key = parse(given_key(), where);
    if (is_there && *key != *read(file))
      throw StoreError{where + " and " + file +
                       " hold different keys: take away the one that this data was not written with"};
    return key;
  }
  if (!is_there) {
    if (!create)
      throw StoreError{"no master key: put the one that this data was written with into " + file +
                       " or into CCOP_MASTER_KEY"};
    write_secret_file(file, fresh_key());
  }
  return read(file);
}

bool MasterKey::is_given(const std::string& file) {
  return !where_key_is_given().empty() || access(file.c_str(), F_OK) == 0;
}

void MasterKey::make(const std::string& file) {
  if (!write_whole(file, fresh_key())) throw StoreError{"can't write " + file + ": is the disk full?"};
}

std::unique_ptr<MasterKey> MasterKey::read(const std::string& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) == 0 && (status.st_mode & 077) != 0)
    throw StoreError{file + " can be read by others; make it private: chmod 600 " + file};
  std::ifstream in{file};
  std::string text;
  if (!std::getline(in, text)) throw StoreError{"can't read the master key in " + file};
  return parse(text, file);
}

void write_secret_file(const std::string& file, std::string_view text) {
  const int out = open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (out < 0) throw StoreError{"can't write " + file + ": the folder must be writable, and the name new"};
  const bool fine = write_all(out, text) && fsync(out) == 0;
  close(out);
  if (fine) return sync_folder_of(file);
  unlink(file.c_str());
  throw StoreError{"can't write " + file + ": is the disk full?"};
}

ContentHash content_hash(const Content& content) {
  const std::string head = "ccop-content-v1" + std::string(1, static_cast<char>(content.salt.size())) + content.salt;
  return ContentHash{sha256(bytes_of(head), bytes_of(content.text))};
}

ContentRow seal(const Content& content, const MasterKey& master) {
  ContentRow row;
  row.hash = content_hash(content);
  Hash key{};
  fill_random(key);
  const auto bound = text_of(row.hash.hash);
  row.sealed = encrypt(content.text, bound, key);
  row.salt = encrypt(content.salt, bound, key);
  row.wrapped_key = encrypt(text_of(key), bound, master.bytes());
  sodium_memzero(key.data(), key.size());
  return row;
}

Content unseal(const ContentRow& row, const MasterKey& master) {
  const auto bound = text_of(row.hash.hash);
  std::string key = decrypt(row.wrapped_key, bound, master.bytes());
  if (key.size() != 32) throw StoreError{"a content key has the wrong length"};
  Content content{decrypt(row.salt, bound, bytes_of(key)), decrypt(row.sealed, bound, bytes_of(key))};
  sodium_memzero(key.data(), key.size());
  if (content_hash(content) != row.hash) throw StoreError{"content does not fit its hash"};
  return content;
}

ContentRow clear_row(const ContentHash& hash, const Content& content) {
  return {hash, content.salt, content.text, ""};
}
Content in_clear(const ContentRow& row) {
  return {row.salt, row.sealed};
}

std::string wrap(std::string_view secret, std::string_view purpose, const MasterKey& key) {
  return encrypt(secret, purpose, key.bytes());
}
std::string unwrap(std::string_view wrapped, std::string_view purpose, const MasterKey& key) {
  return decrypt(wrapped, purpose, key.bytes());
}
std::string rewrap(std::string_view wrapped, std::string_view purpose, const MasterKey& from, const MasterKey& to) {
  std::string secret = unwrap(wrapped, purpose, from);
  std::string anew = wrap(secret, purpose, to);
  sodium_memzero(secret.data(), secret.size());
  return anew;
}

}  // namespace ccop::store
