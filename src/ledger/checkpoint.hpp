// Signed checkpoints: C2SP tlog-checkpoint in the C2SP signed-note format, with Ed25519 (algorithm 0x01).
#pragma once

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ccop::ledger {

struct Checkpoint {
  std::string origin;  ///< the log's name
  std::uint64_t size{};
  Hash root{};
  bool operator==(const Checkpoint&) const = default;
};

/// Who may be believed: the name and public key of a log, printed as `name+hash+key`.
struct VerifierKey {
  std::string name;
  Hash public_key{};

  [[nodiscard]] std::string text() const;
  /// Empty when `text` is no Ed25519 verifier key, or its hash does not fit.
  [[nodiscard]] static std::optional<VerifierKey> parse(std::string_view text);
};

/// Signs checkpoints. The secret never leaves this object but through `seed`.
class Signer {
 public:
  /// From 32 secret bytes; the same seed gives the same key.
  Signer(std::string name, const Hash& seed);
  Signer(const Signer&) = default;
  Signer& operator=(const Signer&) = default;
  Signer(Signer&&) = default;
  Signer& operator=(Signer&&) = default;
  ~Signer();

  [[nodiscard]] const VerifierKey& key() const { return key_; }
  [[nodiscard]] std::string sign(const Checkpoint& checkpoint) const;
  /// Ed25519 over a message that can be no checkpoint: it names its purpose first.
  [[nodiscard]] Bytes sign(std::string_view message) const;

 private:
  VerifierKey key_;
  std::array<std::uint8_t, 64> secret_{};
};

/// The checkpoint of a note that `key` signed; empty when the note is malformed or no signature of `key` on it holds.
[[nodiscard]] std::optional<Checkpoint> open_note(std::string_view note, const VerifierKey& key);

/// What a note says, without asking who signed it; empty when it is no checkpoint.
[[nodiscard]] std::optional<Checkpoint> read_unverified(std::string_view note);

}  // namespace ccop::ledger
