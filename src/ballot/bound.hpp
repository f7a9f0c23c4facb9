// Proofs that bind each decryption factor to what was decrypted. Each hashes all that it is about: election, totals,
// trustee, key, place, ciphertext and factor, so that it holds for nothing that is chosen later. Chaum-Pedersen with
// the strong Fiat-Shamir transformation (Bernhard, Pereira, Warinschi 2012); docs/elections.md has the layout. No
// decryption is taken without them, beside those of the archive's format.
#pragma once

#include "ballot/decryption.hpp"
#include "ballot/secret.hpp"

namespace ccop::ballot {

/// What a trustee posts beside the partial decryption: a proof for each answer of each question, of the tally that has
/// this fingerprint.
struct BoundProofs {
  std::string tally;
  std::vector<std::vector<Proof>> proofs;
};
BOOST_DESCRIBE_STRUCT(BoundProofs, (), (tally, proofs))

/// Those of one trustee with the factors that they are about; trustees count from 1.
struct TrusteeProofs {
  std::uint32_t trustee{};
  std::vector<std::vector<Element>> factors;
  std::vector<std::vector<Proof>> proofs;
};
BOOST_DESCRIBE_STRUCT(TrusteeProofs, (), (trustee, factors, proofs))

/// Those of all trustees who decrypted: the file beside an archive, which names the election and the encrypted tally by
/// their fingerprints.
struct ElectionProofs {
  std::string election;
  std::string tally;
  std::vector<TrusteeProofs> trustees;
};
BOOST_DESCRIBE_STRUCT(ElectionProofs, (), (election, tally, trustees))

/// The fingerprint of an encrypted tally: of its JSON as the archive has it.
[[nodiscard]] std::string fingerprint_of(const EncryptedTally& tally);

/// The proofs of whoever holds `secret`, made in constant time. Throws BadInput where the tally holds what is not of
/// the group.
[[nodiscard]] BoundProofs prove_bound(const EncryptedTally& tally, const SecretScalar& secret,
                                      const std::string& election, std::uint32_t trustee);

/// Throws BadInput that says what is wrong: the proofs are of another tally, some are missing, or one does not hold.
void check_bound(const BoundProofs& bound, const EncryptedTally& tally,
                 const std::vector<std::vector<Element>>& factors, const Decryptor& by);

}  // namespace ccop::ballot
