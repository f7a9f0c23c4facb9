// What a trustee does: makes a key, and decrypts the tally; and what follows for the result (Belenios
// specification 3.0, sections 4.5, 4.20, 4.21).
#pragma once

#include "ballot/proofs.hpp"
#include "ballot/secret.hpp"
#include "ballot/trustees.hpp"

namespace ccop::ballot {

/// The public key of `secret`, with a proof that its holder knows it.
[[nodiscard]] TrusteeKey trustee_key(const SecretScalar& secret, const std::string& group);

[[nodiscard]] PartialDecryption decrypt(const EncryptedTally& tally, const SecretScalar& secret,
                                        const std::string& fingerprint);

/// The number m <= most with g^m = point; nothing when there is none. Takes time and memory in the square root of
/// `most`.
[[nodiscard]] std::optional<std::uint64_t> logarithm(const Point& point, std::uint64_t most);

/// The result, of the decryptions of as many trustees as it takes, by owner; nothing when they are too few, or a sum
/// can't be found.
[[nodiscard]] std::optional<Result> result_of(const EncryptedTally& tally, const Trustees& trustees,
                                              const std::map<std::uint32_t, PartialDecryption>& decryptions,
                                              std::uint64_t weight);

}  // namespace ccop::ballot
