#include "ballot/trustees.hpp"

#include "ballot/json.hpp"
#include "ballot/proofs.hpp"

#include <algorithm>

namespace ccop::ballot {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw BadInput{"trustees", what};
}

using Kind = std::variant<TrusteeKey, ThresholdParameters>;

/// All of it at once: parsing what lies inside ends the document around it.
std::vector<Kind> read_kinds(std::string_view text) {
  std::vector<Kind> kinds;
  for (const auto& item : codec::read_array(parse_json(text))) {
    const auto pair = codec::read_array(item);
    if (pair.size() != 2) refuse("pairs of a kind and its parameters");
    const auto name = codec::read_string(pair.at(0).value());
    if (name == "Single")
      kinds.emplace_back(json::read<TrusteeKey>(pair.at(1).value()));
    else if (name == "Pedersen")
      kinds.emplace_back(json::read<ThresholdParameters>(pair.at(1).value()));
    else
      refuse("the kinds Single and Pedersen");
  }
  return kinds;
}

/// Of section 4.6.1.
bool signature_holds(const std::string& message, const Proof& signature, const Element& key) {
  return holds_for_key(signature, "sigmsg|" + message + "|", PowerTable{group_element(key), PowerTable::narrow});
}

Point power(const Point& base, const Scalar& exponent) {
  const PowerTable table{base, PowerTable::narrow};
  return product_of(Power{&table, exponent});
}

/// g^(f_1(j) + f_2(j) + ...), of the published g^(coefficients of f_i).
Point verification_key(const std::vector<std::vector<Point>>& coefficients, std::uint32_t j) {
  Point key;
  for (const auto& of_one : coefficients) {
    Scalar power_of_j = scalar_of(1);
    for (const Point& coefficient : of_one) {
      key = key + power(coefficient, power_of_j);
      power_of_j = power_of_j * scalar_of(j);
    }
  }
  return key;
}

/// The factor by which the share of `j` counts among those of `present` (section 4.21).
Scalar lagrange(const std::vector<std::uint32_t>& present, std::uint32_t j) {
  Scalar factor = scalar_of(1);
  for (const std::uint32_t k : present)
    if (k != j) factor = factor * scalar_of(k) * inverse(scalar_of(k) - scalar_of(j));
  return factor;
}

}  // namespace

Point group_element(const Element& element) {
  const auto point = point_from_hex(element.text);
  if (!point || !PowerTable{*point, PowerTable::narrow}.is_in_subgroup())
    throw BadInput{"", "an element of the group, not " + element.text.substr(0, 64)};
  return *point;
}

Trustees::Trustees(std::string_view text, const std::string& group) {
  for (const Kind& kind : read_kinds(text)) {
    const auto* single = std::get_if<TrusteeKey>(&kind);
    election_key_ = election_key_ + (single != nullptr ? check_single(*single, group)
                                                       : check_pedersen(std::get<ThresholdParameters>(kind), group));
  }
  if (keys_.empty()) refuse("at least one trustee");
}

Point Trustees::check_single(const TrusteeKey& key, const std::string& group) {
  const Point point = group_element(key.public_key);
  const PowerTable powers{point, PowerTable::narrow};
  if (!holds_for_key(key.pok, "pok|" + group + "|" + key.public_key.text + "|", powers))
    refuse("a proof of knowledge of the private key that holds");
  groups_.push_back({static_cast<std::uint32_t>(keys_.size() + 1), 1, 0});
  keys_.push_back(key.public_key);
  return point;
}

Point Trustees::check_pedersen(const ThresholdParameters& p, const std::string& group) {
  const auto size = static_cast<std::uint32_t>(p.certs.size());
  if (size == 0 || p.threshold == 0 || p.threshold > size || p.coefexps.size() != size || p.signatures.size() != size ||
      p.verification_keys.size() != size)
    refuse("as many certificates, coefficients, signatures and keys as trustees, and a threshold among them");
  std::vector<std::vector<Point>> coefficients;
  std::vector<Element> signers;
  for (std::uint32_t i = 0; i < size; ++i) {
    const auto cert = from_json<CertificateKeys>(p.certs[i].message);
    const auto& c = cert.context;
    if (c.group != group || c.size != size || c.threshold != p.threshold || c.index != i + 1)
      refuse("certificates for this group, number of trustees and threshold, in their order");
    if (!signature_holds(p.certs[i].message, p.certs[i].signature, cert.verification))
      refuse("certificates whose signatures hold");
    signers.push_back(cert.verification);

    if (!signature_holds(p.coefexps[i].message, p.coefexps[i].signature, cert.verification))
      refuse("coefficients whose signatures hold");
    const auto raw = from_json<RawCoefficients>(p.coefexps[i].message);
    if (raw.coefexps.size() != p.threshold) refuse("as many coefficients as the threshold");
    if (!signature_holds("certs_sig|" + to_json(SignedCertificates{p.certs, raw.coefexps}), p.signatures[i],
                         cert.verification))
      refuse("signatures of all certificates that hold");
    auto& points = coefficients.emplace_back();
    for (const Element& element : raw.coefexps) points.push_back(group_element(element));
  }
  const auto first = static_cast<std::uint32_t>(keys_.size() + 1);
  for (std::uint32_t i = 0; i < size; ++i) {
    const TrusteeKey& key = p.verification_keys[i];
    check_single(key, group);
    groups_.pop_back();
    if (to_hex(verification_key(coefficients, i + 1)) != key.public_key.text)
      refuse("verification keys that follow from the coefficients");
    if (!key.signature || !signature_holds(key.public_key.text, *key.signature, signers[i]))
      refuse("verification keys whose signatures hold");
  }
  groups_.push_back({first, size, p.threshold});
  Point sub_key;
  for (const auto& of_one : coefficients) sub_key = sub_key + of_one.front();
  return sub_key;
}

std::string Trustees::description() const {
  std::string out;
  const auto singles = std::ranges::count(groups_, 0u, &Group::threshold);
  if (singles > 0) out = std::to_string(singles) + " mandatory";
  for (const Group& group : groups_) {
    if (group.threshold == 0) continue;
    if (!out.empty()) out += ", ";
    out += std::to_string(group.threshold) + " of " + std::to_string(group.size);
  }
  return out;
}

std::optional<Point> Trustees::combined(const std::map<std::uint32_t, Point>& factors) const {
  Point product;
  for (const Group& group : groups_) {
    std::vector<std::uint32_t> present;
    for (std::uint32_t i = 1; i <= group.size; ++i)
      if (factors.contains(group.first + i - 1)) present.push_back(i);
    if (present.size() < std::max(1u, group.threshold)) return std::nullopt;
    for (const std::uint32_t i : present) {
      const Point& factor = factors.at(group.first + i - 1);
      product = product + (group.threshold == 0 ? factor : power(factor, lagrange(present, i)));
    }
  }
  return product;
}

bool Trustees::suffice(const std::map<std::uint32_t, PartialDecryption>& decryptions) const {
  return std::ranges::all_of(groups_, [&](const Group& group) {
    std::uint32_t present = 0;
    for (std::uint32_t i = 0; i < group.size; ++i) present += decryptions.contains(group.first + i) ? 1 : 0;
    return present >= std::max(1u, group.threshold);
  });
}

}  // namespace ccop::ballot
