#include "ballot/trustees.hpp"

#include "ballot/certificates.hpp"
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

/// g^(f_1(j) + f_2(j) + ...), of the published g^(coefficients of f_i).
Point verification_key(const std::vector<std::vector<Point>>& coefficients, std::uint32_t j) {
  Point key;
  for (const auto& of_one : coefficients) key = key + share_in_public(of_one, j);
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
  const std::vector<CertificateKeys> signers = checked_certificates(p.certs, {group, size, p.threshold, 0});
  for (std::uint32_t i = 0; i < size; ++i)
    coefficients.push_back(checked_coefficients(p.certs, signers[i], p.coefexps[i], p.signatures[i]));
  const auto first = static_cast<std::uint32_t>(keys_.size() + 1);
  for (std::uint32_t i = 0; i < size; ++i) {
    const TrusteeKey& key = p.verification_keys[i];
    check_single(key, group);
    groups_.pop_back();
    if (to_hex(verification_key(coefficients, i + 1)) != key.public_key.text)
      refuse("verification keys that follow from the coefficients");
    if (!key.signature || !signature_holds(key.public_key.text, *key.signature, signers[i].verification))
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
      product = product + (group.threshold == 0 ? factor : power_of(factor, lagrange(present, i)));
    }
  }
  return product;
}

bool Trustees::suffice(const std::set<std::uint32_t>& decrypted) const {
  return std::ranges::all_of(groups_, [&](const Group& group) {
    std::uint32_t present = 0;
    for (std::uint32_t i = 0; i < group.size; ++i) present += decrypted.contains(group.first + i) ? 1 : 0;
    return present >= std::max(1u, group.threshold);
  });
}

}  // namespace ccop::ballot
