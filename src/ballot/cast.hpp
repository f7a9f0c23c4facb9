// What a voter does: derives the secret of a credential, encrypts the choices, proves that they are allowed, and signs
// (Belenios specification 3.0, sections 4.8, 4.11 to 4.13, 4.16, 4.17).
#pragma once

#include "ballot/secret.hpp"

namespace ccop::ballot {

/// A new private credential, such as 3KuZB-m1pQRs-9LtXa-CdEfGh: 22 random Base58 digits.
[[nodiscard]] std::string new_credential();
[[nodiscard]] SecretScalar secret_of(std::string_view credential, std::string_view election_uuid);
[[nodiscard]] Element public_credential(std::string_view credential, std::string_view election_uuid);

/// For each question, whether each value is chosen: first whether the vote is blank, where that is allowed.
using Choices = std::vector<std::vector<bool>>;

/// The ballot's canonical JSON, signed with the secret of the voter's credential. Throws BadInput where the choices are
/// not allowed by the questions.
[[nodiscard]] std::string cast_ballot(const Election& election, const std::string& fingerprint,
                                      const SecretScalar& secret, const Choices& choices);
/// The same, with a private credential as an authority of Belenios gives it out.
[[nodiscard]] std::string cast_ballot(const Election& election, const std::string& fingerprint,
                                      std::string_view credential, const Choices& choices);

}  // namespace ccop::ballot
