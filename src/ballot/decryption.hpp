// A trustee's partial decryption of a tally, verified (Belenios specification 3.0, section 4.20).
#pragma once

#include "ballot/messages.hpp"

#include <algorithm>

namespace ccop::ballot {

/// Whose decryption of which election it is.
struct Decryptor {
  std::string election;     ///< its fingerprint
  std::uint32_t trustee{};  ///< from 1
  Element key;              ///< the trustee's public key
};

/// Whether there is something for each sum of the tally, and nothing else.
[[nodiscard]] bool fits_tally(const EncryptedTally& tally, const auto& rows) {
  return std::ranges::equal(rows, tally, [](const auto& row, const auto& sums) { return row.size() == sums.size(); });
}

/// Throws BadInput that says what is wrong. The proofs that are checked here are the format's own; bound.hpp has those
/// without which no decryption is taken.
void check_decryption(const PartialDecryption& decryption, const EncryptedTally& tally, const Decryptor& by);

}  // namespace ccop::ballot
