#include "ballot/decryption.hpp"

#include "ballot/certificates.hpp"
#include "ballot/proofs.hpp"
#include "base/bad_input.hpp"

namespace ccop::ballot {

void check_decryption(const PartialDecryption& decryption, const EncryptedTally& tally, const Decryptor& by) {
  if (!fits_tally(tally, decryption.decryption_factors) || !fits_tally(tally, decryption.decryption_proofs))
    throw BadInput{"", "a factor and a proof for each sum"};
  const PowerTable key{group_element(by.key), PowerTable::narrow};
  for (std::size_t i = 0; i < tally.size(); ++i)
    for (std::size_t j = 0; j < tally[i].size(); ++j) {
      const PowerTable factor{group_element(decryption.decryption_factors[i][j]), PowerTable::narrow};
      if (!holds_for_factor(decryption.decryption_proofs[i][j], by.election, by.key, key,
                            group_element(tally[i][j].alpha), factor))
        throw BadInput{"", "proofs that hold"};
    }
}

}  // namespace ccop::ballot
