// Zero-knowledge proofs, verified (Belenios specification 3.0, sections 4.5, 4.6.1, 4.12, 4.13, 4.16, 4.20). Each
// function says whether the proof holds; none throws on what comes from outside.
#pragma once

#include "ballot/lanes.hpp"
#include "ballot/messages.hpp"

namespace ccop::ballot {

/// SHA-256 of a prefix and points, taken modulo q, the way every challenge is made.
[[nodiscard]] Scalar challenge_of(std::string_view prefix, std::span<const Point> points);

/// Knowledge of the logarithm of `key`: a trustee's key, a signature.
[[nodiscard]] bool holds_for_key(const Proof& proof, std::string_view prefix, const PowerTable& key);

/// A ciphertext, decoded.
struct OpenCiphertext {
  Point alpha, beta;
};

/// What every ballot of an election is checked against.
struct BallotContext {
  const Election* election{};
  std::string fingerprint;         ///< of the election (section 4.10)
  const PowerTable* public_key{};  ///< y
  /// Of y, for many ballots on a processor that has lanes.
  const lanes::FixedRows* key_rows{};
};

/// What a ballot adds to the tally: for each question, its ciphertexts.
using OpenAnswers = std::vector<std::vector<OpenCiphertext>>;

/// The ciphertexts of a ballot whose signature and proofs all hold; or, in words, which does not.
struct BallotVerdict {
  OpenAnswers answers;
  std::string wrong;  ///< empty when all is well
};
/// `text` is the ballot's canonical JSON.
[[nodiscard]] BallotVerdict verify_ballot(const Ballot& ballot, std::string_view text, const BallotContext& context);

/// That `factor` is `alpha` to the power of the trustee's private key.
[[nodiscard]] bool holds_for_factor(const Proof& proof, const std::string& fingerprint, const Element& trustee_key,
                                    const PowerTable& trustee_powers, const Point& alpha, const PowerTable& factor);

}  // namespace ccop::ballot
