// Whether decryptions by more trustees than are needed say the same; and where they don't, whose is astray.
#pragma once

#include "ballot/trustee.hpp"

namespace ccop::ballot {

struct Agreement {
  std::optional<Result> result;         ///< that any of them give who are enough
  std::optional<std::uint32_t> astray;  ///< else the trustee without whom the others agree, where that is one alone
};

/// `decryptions` are by trustee, and each was checked to be of the tally's shape; of too few nothing follows. Totals
/// are at most `weight`.
[[nodiscard]] Agreement agreement_of(const EncryptedTally& tally, const Trustees& trustees,
                                     const std::map<std::uint32_t, PartialDecryption>& decryptions,
                                     std::uint64_t weight);

}  // namespace ccop::ballot
