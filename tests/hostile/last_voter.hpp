// A trustee who also votes, and last: what such a one brings must be bound to the totals of all ballots, its own among
// them, or is not taken.
#pragma once

#include "ballot/chosen_ballot.hpp"
#include "ballot/decryption.hpp"

namespace ccop::hostile {

class LastVoter {
 public:
  /// `others` are the totals without the own ballot; `moves`, by how much each total would be another, in the exponent
  /// of this trustee's factor.
  LastVoter(const ballot::EncryptedTally& others, const ballot::Scalar& secret, const std::string& fingerprint,
            const std::vector<ballot::Scalar>& moves)
      : secret_(secret), moves_(moves) {
    using namespace ballot;
    const std::string prefix = "decrypt|" + fingerprint + "|" + written(power_of_generator(secret)).text + "|";
    for (std::size_t i = 0; i < moves.size(); ++i) {
      const SecretScalar w, b;
      const Encoded second = product(power(encoded(others[0][i].alpha), w.value()), power_of_generator(b.value()));
      Proof& proof = proofs_.emplace_back();
      proof.challenge = challenge_of(prefix, {power_of_generator(w.value()), second});
      proof.response = w.value() - secret * proof.challenge;
      randoms.push_back((b.value() - moves[i] * proof.challenge) * inverse(w.value()));
    }
  }

  /// Of the totals with the own ballot.
  [[nodiscard]] ballot::PartialDecryption decryption(const ballot::EncryptedTally& tally) const {
    using namespace ballot;
    PartialDecryption out{{{}}, {proofs_}};
    for (std::size_t i = 0; i < moves_.size(); ++i)
      out.decryption_factors[0].push_back(
          written(product(power(encoded(tally[0][i].alpha), secret_), power_of_generator(moves_[i]))));
    return out;
  }

  std::vector<ballot::Scalar> randoms;  ///< of the own ballot's encryptions

 private:
  ballot::Scalar secret_;
  std::vector<ballot::Scalar> moves_;
  std::vector<ballot::Proof> proofs_;
};

}  // namespace ccop::hostile
