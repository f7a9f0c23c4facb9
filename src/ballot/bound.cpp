#include "ballot/bound.hpp"

#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/powers.hpp"

namespace ccop::ballot {
namespace {

/// What a challenge is the hash of: eleven lines, none of which can hold a line feed.
struct Bound {
  const Decryptor& by;
  const std::string& tally;
  std::size_t question{};
  std::size_t answer{};
  const Element& alpha;
  const Element& factor;

  [[nodiscard]] Scalar challenge(const std::string& first, const std::string& second) const {
    std::string text = "ccop decryption v1";
    for (const std::string& line :
         {by.election, tally, std::to_string(by.trustee), by.key.text, std::to_string(question), std::to_string(answer),
          alpha.text, factor.text, first, second})
      (text += '\n') += line;
    return wide_hash(text);
  }
};

/// A = g^response key^challenge, B = alpha^response factor^challenge.
bool bound_proof_holds(const Proof& proof, const Bound& bound, const PowerTable& key) {
  const PowerTable alpha{group_element(bound.alpha), PowerTable::narrow};
  const PowerTable factor{group_element(bound.factor), PowerTable::narrow};
  const std::array commitments{product_of(Power{&generator_powers(), proof.response}, Power{&key, proof.challenge}),
                               product_of(Power{&alpha, proof.response}, Power{&factor, proof.challenge})};
  const auto texts = to_hex(commitments);
  return bound.challenge(texts[0], texts[1]) == proof.challenge;
}

}  // namespace

std::string fingerprint_of(const EncryptedTally& tally) {
  return fingerprint_of(to_json(tally));
}

BoundProofs prove_bound(const EncryptedTally& tally, const SecretScalar& secret, const std::string& election,
                        std::uint32_t trustee) {
  const Decryptor by{election, trustee, written(power_of_generator(secret.value()))};
  BoundProofs out{fingerprint_of(tally), {}};
  for (std::size_t i = 0; i < tally.size(); ++i) {
    auto& proofs = out.proofs.emplace_back();
    for (std::size_t j = 0; j < tally[i].size(); ++j) {
      static_cast<void>(group_element(tally[i][j].alpha));
      const Encoded alpha = encoded(tally[i][j].alpha);
      const Element factor = written(power(alpha, secret.value()));
      const SecretScalar w;
      const Bound bound{by, out.tally, i, j, tally[i][j].alpha, factor};
      const Scalar challenge =
          bound.challenge(written(power_of_generator(w.value())).text, written(power(alpha, w.value())).text);
      proofs.push_back({challenge, SecretScalar::response(w, secret, challenge)});
    }
  }
  return out;
}

void check_bound(const BoundProofs& bound, const EncryptedTally& tally,
                 const std::vector<std::vector<Element>>& factors, const Decryptor& by) {
  if (bound.tally != fingerprint_of(tally)) throw BadInput{"tally", "the fingerprint of the encrypted totals"};
  if (!fits_tally(tally, bound.proofs) || !fits_tally(tally, factors))
    throw BadInput{"proofs", "a bound proof for each factor"};
  const PowerTable key{group_element(by.key), PowerTable::narrow};
  for (std::size_t i = 0; i < tally.size(); ++i)
    for (std::size_t j = 0; j < tally[i].size(); ++j)
      if (!bound_proof_holds(bound.proofs[i][j], {by, bound.tally, i, j, tally[i][j].alpha, factors[i][j]}, key))
        throw BadInput{"proofs", "bound proofs that hold (of question " + std::to_string(i + 1) + ", total " +
                                     std::to_string(j + 1) + ", one does not)"};
}

}  // namespace ccop::ballot
