#include "ballot/certificates.hpp"

#include "ballot/json.hpp"
#include "ballot/proofs.hpp"

namespace ccop::ballot {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw BadInput{"trustees", what};
}

}  // namespace

Point group_element(const Element& element) {
  const auto point = point_from_hex(element.text);
  if (!point || !PowerTable{*point, PowerTable::narrow}.is_in_subgroup())
    throw BadInput{"", "an element of the group, not " + element.text.substr(0, 64)};
  return *point;
}

bool signature_holds(const std::string& message, const Proof& signature, const Element& key) {
  return holds_for_key(signature, "sigmsg|" + message + "|", PowerTable{group_element(key), PowerTable::narrow});
}

std::vector<CertificateKeys> checked_certificates(const std::vector<SignedMessage>& certificates,
                                                  const CertificateContext& wanted) {
  std::vector<CertificateKeys> keys;
  keys.reserve(certificates.size());
  for (const SignedMessage& certificate : certificates) {
    keys.push_back(from_json<CertificateKeys>(certificate.message));
    const CertificateContext& c = keys.back().context;
    if (c.group != wanted.group || c.size != wanted.size || c.threshold != wanted.threshold || c.index != keys.size())
      refuse("certificates for this group, number of trustees and threshold, in their order");
    if (!signature_holds(certificate.message, certificate.signature, keys.back().verification))
      refuse("certificates whose signatures hold");
  }
  if (keys.size() != wanted.size) refuse("a certificate of each trustee");
  return keys;
}

std::vector<Point> checked_coefficients(const std::vector<SignedMessage>& certificates, const CertificateKeys& trustee,
                                        const SignedMessage& coefficients, const Proof& signature) {
  if (!signature_holds(coefficients.message, coefficients.signature, trustee.verification))
    refuse("coefficients whose signatures hold");
  const auto raw = from_json<RawCoefficients>(coefficients.message);
  if (raw.coefexps.size() != trustee.context.threshold) refuse("as many coefficients as the threshold");
  if (!signature_holds("certs_sig|" + to_json(SignedCertificates{certificates, raw.coefexps}), signature,
                       trustee.verification))
    refuse("signatures of all certificates that hold");
  std::vector<Point> points;
  points.reserve(raw.coefexps.size());
  for (const Element& element : raw.coefexps) points.push_back(group_element(element));
  return points;
}

Point share_in_public(const std::vector<Point>& coefficients, std::uint32_t j) {
  Point share;
  Scalar power_of_j = scalar_of(1);
  for (const Point& coefficient : coefficients) {
    share = share + power_of(coefficient, power_of_j);
    power_of_j = power_of_j * scalar_of(j);
  }
  return share;
}

}  // namespace ccop::ballot
