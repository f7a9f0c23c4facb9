// A file that only who knows a passphrase, or holds a secret key, can read, and nobody can change, cut or put in
// another order unnoticed: libsodium's secretstream (XChaCha20-Poly1305) in pieces of 64 KiB, under a key of the file's
// own. That key is wrapped under a passphrase (Argon2id) or sealed to public keys (X25519, crypto_box_seal).
// docs/record.md has the format. Nothing is held in memory but a piece.
#pragma once

#include "store/store.hpp"

#include <cstdio>
#include <memory>

namespace ccop::store {

/// Half of a pair to which files are sealed. As text: `ccop-backup-public-1-…` and `ccop-backup-secret-1-…`.
struct SealingKeys {
  Hash public_key{};
  Hash secret_key{};

  [[nodiscard]] static SealingKeys fresh();
  [[nodiscard]] std::string public_text() const;
  [[nodiscard]] std::string secret_text() const;
  /// Empty for whatever is no such key.
  [[nodiscard]] static std::optional<Hash> parse_public(std::string_view text);
  [[nodiscard]] static std::optional<SealingKeys> parse_secret(std::string_view text);
};

/// What Argon2id costs: libsodium's numbers.
struct PassphraseCost {
  std::uint64_t operations{3};  ///< OPSLIMIT_MODERATE
  std::size_t memory{std::size_t{256} << 20};
};

/// Who shall be able to open a file: at least one of both.
struct Locks {
  std::string passphrase;
  std::vector<Hash> recipients;
  PassphraseCost cost{};
};

/// With what a file is opened: one of both.
struct Unlocking {
  std::string passphrase;
  std::optional<SealingKeys> keys;
};

/// Writes such a file, 0600, under another name until all is in it.
class SealedWriter {
 public:
  SealedWriter(std::string file, const Locks& locks);
  SealedWriter(const SealedWriter&) = delete;
  SealedWriter& operator=(const SealedWriter&) = delete;
  SealedWriter(SealedWriter&&) = delete;
  SealedWriter& operator=(SealedWriter&&) = delete;
  /// What was not finished is gone.
  ~SealedWriter();

  void write(std::string_view bytes);
  /// Durable, and under its own name, when it returns.
  void finish();

 private:
  struct Stream;
  void put(std::string_view bytes);
  void push(bool is_last);
  void give_up();

  std::string file_;
  int out_{-1};
  std::unique_ptr<Stream> stream_;
};

/// Reads such a file; throws StoreError that says what is wrong with it. What was read is true only once the end was.
class SealedReader {
 public:
  SealedReader(const std::string& file, const Unlocking& with);
  SealedReader(const SealedReader&) = delete;
  SealedReader& operator=(const SealedReader&) = delete;
  SealedReader(SealedReader&&) = delete;
  SealedReader& operator=(SealedReader&&) = delete;
  ~SealedReader();

  /// The next piece; empty at the true end.
  [[nodiscard]] std::string next();

 private:
  struct Stream;
  [[nodiscard]] std::string read_header();

  std::string file_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> in_;
  std::unique_ptr<Stream> stream_;
  std::uint64_t at_{};  ///< bytes read
  bool is_over_{};
};

}  // namespace ccop::store
