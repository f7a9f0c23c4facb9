// How trustees make a key of which a threshold of them is needed (Belenios specification 3.0, sections 2.2 and 4.6):
// Pedersen's protocol in three rounds, each a function that a trustee runs on its own device and one with which the
// server checks what came of it. All throw BadInput that says what is wrong.
#pragma once

#include "ballot/channel.hpp"
#include "ballot/trustee.hpp"

namespace ccop::ballot {

using Certificates = std::vector<SignedMessage>;

/// First round: a trustee's certificate.
[[nodiscard]] SignedMessage make_certificate(std::string_view seed, const CertificateContext& context);
void check_certificate(const SignedMessage& certificate, const CertificateContext& context);

/// Second round: once all certificates are there, a trustee's polynomial, with its values for each of the others.
[[nodiscard]] Polynomial make_polynomial(std::string_view seed, const Certificates& certificates);
void check_polynomial(const Certificates& certificates, std::uint32_t index, const Polynomial& polynomial);

/// What the trustee with this index (from 1) is sent, of all polynomials.
[[nodiscard]] VerificationInput input_for(std::uint32_t index, const std::vector<Polynomial>& polynomials);

/// Third round: what the others sent is checked, and the trustee's own key made of it. `private_key` is encrypted to
/// the trustee itself: the seed opens it again, so that the seed is all that is kept.
[[nodiscard]] VerificationOutput make_output(std::string_view seed, const Certificates& certificates,
                                             const VerificationInput& input);
void check_output(const Certificates& certificates, const std::vector<Polynomial>& polynomials, std::uint32_t index,
                  const VerificationOutput& output);

[[nodiscard]] ThresholdParameters threshold_parameters(const Certificates& certificates,
                                                       const std::vector<Polynomial>& polynomials,
                                                       const std::vector<VerificationOutput>& outputs);

/// The key with which a trustee decrypts, out of its own output of the third round.
[[nodiscard]] SecretScalar decryption_key(std::string_view seed, const VerificationOutput& output);

}  // namespace ccop::ballot
