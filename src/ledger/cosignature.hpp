// Cosignatures of witnesses (C2SP tlog-cosignature, Ed25519 `cosignature/v1`): that a witness had checked, at that
// time, that a checkpoint continues all that it had seen of the log before.
#pragma once

#include "base/time.hpp"
#include "ledger/checkpoint.hpp"

#include <span>
#include <vector>

namespace ccop::ledger {

/// A witness's name and public key, printed as `name+id+base64`, of type 0x04.
struct WitnessKey {
  std::string name;
  Hash public_key{};
  bool operator==(const WitnessKey&) const = default;

  [[nodiscard]] std::string text() const;
  /// Empty when `text` is no such key in its one form, or its name is not one that this program takes (is_key_name).
  [[nodiscard]] static std::optional<WitnessKey> parse(std::string_view text);
};

/// Signs what a witness has checked. Times have whole seconds.
class Cosigner {
 public:
  /// From 32 secret bytes; the same seed gives the same key. The key must be used for nothing else: what is signed does
  /// not hold the witness's name.
  Cosigner(std::string name, const Hash& seed);
  Cosigner(const Cosigner&) = default;
  Cosigner& operator=(const Cosigner&) = default;
  Cosigner(Cosigner&&) = default;
  Cosigner& operator=(Cosigner&&) = default;
  ~Cosigner();

  [[nodiscard]] const WitnessKey& key() const { return key_; }
  /// The signature line for `note`, with its line feed. Throws std::invalid_argument for what is no note.
  [[nodiscard]] std::string cosign(std::string_view note, Time at) const;

 private:
  WitnessKey key_;
  std::array<std::uint8_t, 64> secret_{};
};

struct Cosignature {
  WitnessKey by;
  Time at{};
  std::string line;  ///< as it stands in a note
};

/// Who of `witnesses` cosigned the note, in their order, each once, with the latest of its cosignatures. Signatures of
/// all others are ignored. Empty when it is no note, or when one under the name and key of a witness does not hold:
/// such a note is rejected as a whole (C2SP signed-note).
[[nodiscard]] std::optional<std::vector<Cosignature>> cosignatures_on(std::string_view note,
                                                                      std::span<const WitnessKey> witnesses);

/// The same note with these cosignatures and no other signatures but the log's.
[[nodiscard]] std::string with_cosignatures(std::string_view note, const VerifierKey& log,
                                            std::span<const Cosignature> cosignatures);

/// What a note proves to somebody who knows the log and enough witnesses.
struct Witnessed {
  Checkpoint checkpoint;
  /// The latest time such that enough witnesses cosigned then or later: the log had these entries by now, and at that
  /// time these were all that enough witnesses had seen of it.
  Time at{};
  std::vector<Cosignature> by;
};

/// Empty unless the log's key signed the note and at least `needed` of the witnesses cosigned it. `needed` of none
/// proves nothing; and the log's own key, or one that stands twice among the witnesses, is no further witness.
[[nodiscard]] std::optional<Witnessed> witnessed(std::string_view note, const VerifierKey& log,
                                                 std::span<const WitnessKey> witnesses, std::size_t needed);
/// The same of what is known already to hold: a checkpoint that the log's key signed, and who cosigned it.
[[nodiscard]] std::optional<Witnessed> witnessed(Checkpoint checkpoint, const VerifierKey& log,
                                                 std::vector<Cosignature> by, std::size_t needed);

}  // namespace ccop::ledger
