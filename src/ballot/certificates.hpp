// What trustees of Pedersen's protocol publish about themselves, verified (Belenios specification 3.0, section 4.6):
// certificates, coefficients, and the public keys that follow. Everything here throws BadInput that says what is wrong.
#pragma once

#include "ballot/messages.hpp"
#include "ballot/powers.hpp"

namespace ccop::ballot {

/// A point from outside that must lie in the group.
[[nodiscard]] Point group_element(const Element& element);

/// Whether `signature` of `message` holds for a verification key (section 4.6.1).
[[nodiscard]] bool signature_holds(const std::string& message, const Proof& signature, const Element& key);

/// The keys of certificates that are all there, in their order, for one group, number of trustees and threshold, which
/// `wanted` gives; each signed by its own key.
[[nodiscard]] std::vector<CertificateKeys> checked_certificates(const std::vector<SignedMessage>& certificates,
                                                                const CertificateContext& wanted);

/// The coefficients that a trustee published, signed together with all certificates.
[[nodiscard]] std::vector<Point> checked_coefficients(const std::vector<SignedMessage>& certificates,
                                                      const CertificateKeys& trustee, const SignedMessage& coefficients,
                                                      const Proof& signature);

/// g^f(j), of the published g^(coefficients of f).
[[nodiscard]] Point share_in_public(const std::vector<Point>& coefficients, std::uint32_t j);

}  // namespace ccop::ballot
