#include "ballot/threshold.hpp"

#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/proofs.hpp"

namespace ccop::ballot {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw BadInput{"trustees", what};
}

std::vector<CertificateKeys> checked(const Certificates& certificates) {
  if (certificates.empty()) refuse("at least one certificate");
  CertificateContext wanted = from_json<CertificateKeys>(certificates.front().message).context;
  wanted.size = static_cast<std::uint32_t>(certificates.size());
  return checked_certificates(certificates, wanted);
}

Element public_key(const SecretScalar& secret) {
  return written(power_of_generator(secret.value()));
}

/// Whose certificate among all of them this seed made.
const CertificateKeys& own(const std::vector<CertificateKeys>& keys, const TrusteeSecrets& secrets) {
  for (const CertificateKeys& key : keys)
    if (key.verification == public_key(secrets.signing) && key.encryption == public_key(secrets.decryption)) return key;
  refuse("a certificate that this seed made");
}

Scalar value_at(const std::vector<SecretScalar>& polynomial, std::uint32_t x) {
  Scalar power = scalar_of(1), value;
  for (const SecretScalar& coefficient : polynomial) {
    value = value + coefficient.value() * power;
    power = power * scalar_of(x);
  }
  return value;
}

}  // namespace

SignedMessage make_certificate(std::string_view seed, const CertificateContext& context) {
  const TrusteeSecrets secrets{seed};
  return sign(secrets.signing,
              to_json(CertificateKeys{context, public_key(secrets.signing), public_key(secrets.decryption)}));
}

void check_certificate(const SignedMessage& certificate, const CertificateContext& context) {
  const auto keys = from_json<CertificateKeys>(certificate.message);
  if (to_json(keys.context) != to_json(context)) refuse("a certificate for this ceremony and this trustee");
  static_cast<void>(group_element(keys.encryption));
  if (!signature_holds(certificate.message, certificate.signature, keys.verification))
    refuse("certificates whose signatures hold");
}

Polynomial make_polynomial(std::string_view seed, const Certificates& certificates) {
  const std::vector<CertificateKeys> keys = checked(certificates);
  const TrusteeSecrets secrets{seed};
  const CertificateKeys& me = own(keys, secrets);
  const std::vector<SecretScalar> coefficients(me.context.threshold);
  RawPolynomial raw;
  RawCoefficients in_public;
  for (const SecretScalar& coefficient : coefficients) {
    raw.polynomial.push_back(coefficient.value());
    in_public.coefexps.push_back(public_key(coefficient));
  }
  Polynomial out;
  out.polynomial = send(secrets.signing, me.encryption, to_json(raw));
  for (const CertificateKeys& other : keys)
    out.secrets.push_back(
        send(secrets.signing, other.encryption, to_json(Share{value_at(coefficients, other.context.index)})));
  out.coefexps = sign(secrets.signing, to_json(in_public));
  out.signature =
      sign(secrets.signing, "certs_sig|" + to_json(SignedCertificates{certificates, in_public.coefexps})).signature;
  return out;
}

void check_polynomial(const Certificates& certificates, std::uint32_t index, const Polynomial& polynomial) {
  const std::vector<CertificateKeys> keys = checked(certificates);
  if (polynomial.secrets.size() != keys.size()) refuse("a message for each trustee");
  static_cast<void>(checked_coefficients(certificates, keys.at(index - 1), polynomial.coefexps, polynomial.signature));
}

VerificationInput input_for(std::uint32_t index, const std::vector<Polynomial>& polynomials) {
  VerificationInput input;
  input.polynomial = polynomials.at(index - 1).polynomial;
  for (const Polynomial& polynomial : polynomials) {
    input.secrets.push_back(polynomial.secrets.at(index - 1));
    input.coefexps.push_back(polynomial.coefexps);
    input.signatures.push_back(polynomial.signature);
  }
  return input;
}

VerificationOutput make_output(std::string_view seed, const Certificates& certificates,
                               const VerificationInput& input) {
  const std::vector<CertificateKeys> keys = checked(certificates);
  const TrusteeSecrets secrets{seed};
  const CertificateKeys& me = own(keys, secrets);
  if (input.secrets.size() != keys.size() || input.coefexps.size() != keys.size() ||
      input.signatures.size() != keys.size())
    refuse("a message of each trustee");
  Scalar sum;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto coefficients = checked_coefficients(certificates, keys[i], input.coefexps[i], input.signatures[i]);
    const auto share = from_json<Share>(receive(secrets.decryption, keys[i].verification, input.secrets[i]));
    const SecretScalar secret{share.secret};
    if (public_key(secret).text != to_hex(share_in_public(coefficients, me.context.index)))
      refuse("a share of trustee " + std::to_string(i + 1) + " that fits its published coefficients");
    sum = sum + secret.value();
  }
  const SecretScalar secret{sum};
  VerificationOutput out;
  out.private_key = send(secrets.signing, me.encryption, to_json(DecryptionKey{secret.value()}));
  out.public_key = trustee_key(secret, me.context.group);
  out.public_key.signature = sign(secrets.signing, out.public_key.public_key.text).signature;
  return out;
}

void check_output(const Certificates& certificates, const std::vector<Polynomial>& polynomials, std::uint32_t index,
                  const VerificationOutput& output) {
  const std::vector<CertificateKeys> keys = checked(certificates);
  const CertificateKeys& me = keys.at(index - 1);
  Point expected;
  for (std::size_t i = 0; i < keys.size(); ++i)
    expected = expected + share_in_public(checked_coefficients(certificates, keys[i], polynomials.at(i).coefexps,
                                                               polynomials.at(i).signature),
                                          index);
  const TrusteeKey& key = output.public_key;
  if (to_hex(expected) != key.public_key.text) refuse("verification keys that follow from the coefficients");
  if (!holds_for_key(key.pok, "pok|" + me.context.group + "|" + key.public_key.text + "|",
                     PowerTable{expected, PowerTable::narrow}))
    refuse("a proof of knowledge of the private key that holds");
  if (!key.signature || !signature_holds(key.public_key.text, *key.signature, me.verification))
    refuse("verification keys whose signatures hold");
}

ThresholdParameters threshold_parameters(const Certificates& certificates, const std::vector<Polynomial>& polynomials,
                                         const std::vector<VerificationOutput>& outputs) {
  ThresholdParameters parameters;
  parameters.threshold = from_json<CertificateKeys>(certificates.at(0).message).context.threshold;
  parameters.certs = certificates;
  for (const Polynomial& polynomial : polynomials) {
    parameters.coefexps.push_back(polynomial.coefexps);
    parameters.signatures.push_back(polynomial.signature);
  }
  for (const VerificationOutput& output : outputs) parameters.verification_keys.push_back(output.public_key);
  return parameters;
}

SecretScalar decryption_key(std::string_view seed, const VerificationOutput& output) {
  const TrusteeSecrets secrets{seed};
  const auto opened = receive(secrets.decryption, public_key(secrets.signing), output.private_key);
  SecretScalar key{from_json<DecryptionKey>(opened).decryption_key};
  if (public_key(key) != output.public_key.public_key) refuse("a private key that fits the public one");
  return key;
}

}  // namespace ccop::ballot
