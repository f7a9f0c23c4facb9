// Content at rest: each item encrypted under a key of its own (XChaCha20-Poly1305), that key wrapped by the master key.
// Destroying the wrapped key erases the content; the salted hash in the ledger stays and no longer tells anything.
#pragma once

#include "store/store.hpp"

namespace ccop::store {

/// 32 secret bytes, locked in memory and wiped.
class MasterKey {
 public:
  explicit MasterKey(const Hash& bytes);
  MasterKey(const MasterKey&) = delete;
  MasterKey& operator=(const MasterKey&) = delete;
  MasterKey(MasterKey&&) = delete;
  MasterKey& operator=(MasterKey&&) = delete;
  ~MasterKey();

  [[nodiscard]] const Hash& bytes() const { return *bytes_; }

  /// What was given (given_key.hpp), base64url of 32 bytes, else from `file`, else, if `create` is set, made and
  /// written there readable by its owner alone. Throws StoreError with what to do, also where the two are different
  /// keys.
  [[nodiscard]] static std::unique_ptr<MasterKey> find(const std::string& file, bool create);
  /// Whether there is one to find.
  [[nodiscard]] static bool is_given(const std::string& file);
  /// From a file alone. Throws StoreError with what to do.
  [[nodiscard]] static std::unique_ptr<MasterKey> read(const std::string& file);
  /// Makes another one, in a file that is there whole or not at all.
  static void make(const std::string& file);

  /// Compared in constant time.
  [[nodiscard]] bool operator==(const MasterKey& other) const { return equal_in_constant_time(*bytes_, *other.bytes_); }

 private:
  Hash* bytes_;
};

/// Writes a new file that its owner alone can read, whole or not at all. Throws StoreError where there is one already.
void write_secret_file(const std::string& file, std::string_view text);

/// A content with the salt that its hash is taken with.
struct Content {
  std::string salt;
  std::string text;
};

/// SHA-256 over "ccop-content-v1", the salt and the text (docs/record.md). Salts have 16 to 64 bytes.
[[nodiscard]] ContentHash content_hash(const Content& content);

[[nodiscard]] ContentRow seal(const Content& content, const MasterKey& key);
/// Throws StoreError when the bytes were changed or another master key wrapped them.
[[nodiscard]] Content unseal(const ContentRow& row, const MasterKey& key);

/// The setting of a file that was given to one of the record's readers, and the row of a content in it: salt and text
/// stand in clear, for there is no key. In no other file does a row count that has no wrapped key.
inline constexpr std::string_view given_to_a_seat = "given-to-a-seat";
[[nodiscard]] ContentRow clear_row(const ContentHash& hash, const Content& content);
[[nodiscard]] Content in_clear(const ContentRow& row);

/// Wraps other small secrets (the log's signing key) the same way; `purpose` is bound to them.
[[nodiscard]] std::string wrap(std::string_view secret, std::string_view purpose, const MasterKey& key);
[[nodiscard]] std::string unwrap(std::string_view wrapped, std::string_view purpose, const MasterKey& key);
/// The same secret under another master key. A content's key has the content's hash for its purpose.
[[nodiscard]] std::string rewrap(std::string_view wrapped, std::string_view purpose, const MasterKey& from,
                                 const MasterKey& to);

}  // namespace ccop::store
