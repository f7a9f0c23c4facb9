#include "ballot/trustee.hpp"

#include "ballot/certificates.hpp"

#include <cmath>
#include <unordered_map>

namespace ccop::ballot {

TrusteeKey trustee_key(const SecretScalar& secret, const std::string& group) {
  TrusteeKey key;
  key.public_key = written(power_of_generator(secret.value()));
  const SecretScalar w;
  key.pok.challenge = challenge_of("pok|" + group + "|" + key.public_key.text + "|", {power_of_generator(w.value())});
  key.pok.response = SecretScalar::response(w, secret, key.pok.challenge);
  return key;
}

PartialDecryption decrypt(const EncryptedTally& tally, const SecretScalar& secret, const std::string& fingerprint) {
  const std::string prefix = "decrypt|" + fingerprint + "|" + written(power_of_generator(secret.value())).text + "|";
  PartialDecryption decryption;
  for (const auto& question : tally) {
    auto& factors = decryption.decryption_factors.emplace_back();
    auto& proofs = decryption.decryption_proofs.emplace_back();
    for (const Ciphertext& c : question) {
      static_cast<void>(group_element(c.alpha));  // an element outside the group would give away part of the secret
      const Encoded alpha = encoded(c.alpha);
      factors.push_back(written(power(alpha, secret.value())));
      const SecretScalar w;
      Proof proof;
      proof.challenge = challenge_of(prefix, {power_of_generator(w.value()), power(alpha, w.value())});
      proof.response = SecretScalar::response(w, secret, proof.challenge);
      proofs.push_back(proof);
    }
  }
  return decryption;
}

std::optional<std::uint64_t> logarithm(const Point& point, std::uint64_t most) {
  // Baby steps, giant steps: m = i + j * stride.
  const auto stride = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(most))) + 1;
  std::unordered_map<std::string, std::uint64_t> baby;
  Point step;
  for (std::uint64_t i = 0; i < stride; ++i, step = step + generator()) baby.emplace(to_hex(step), i);
  Point rest = point;  // `step` is g^stride now
  for (std::uint64_t j = 0; j <= stride; ++j, rest = rest - step) {
    const auto found = baby.find(to_hex(rest));
    if (found == baby.end()) continue;
    const std::uint64_t m = found->second + j * stride;
    return m <= most ? std::optional{m} : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Result> result_of(const EncryptedTally& tally, const Trustees& trustees,
                                const std::map<std::uint32_t, PartialDecryption>& decryptions, std::uint64_t weight) {
  Result result;
  for (std::size_t i = 0; i < tally.size(); ++i) {
    auto& counts = result.result.emplace_back();
    for (std::size_t j = 0; j < tally[i].size(); ++j) {
      std::map<std::uint32_t, Point> factors;
      for (const auto& [owner, decryption] : decryptions)
        factors.emplace(owner, group_element(decryption.decryption_factors.at(i).at(j)));
      const auto factor = trustees.combined(factors);
      if (!factor) return std::nullopt;
      const auto count = logarithm(group_element(tally[i][j].beta) - *factor, weight);
      if (!count) return std::nullopt;
      counts.push_back(*count);
    }
  }
  return result;
}

}  // namespace ccop::ballot
