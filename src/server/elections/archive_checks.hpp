// What was found of an election's archive and of the proofs beside it, by their hash: looked at by everybody after an
// election, and slow with many ballots.
#pragma once

#include "ballot/verify.hpp"
#include "server/kernel/words.hpp"

#include <mutex>

namespace ccop::server {

struct ElectionChecks {
  std::vector<ballot::Check> checks;  ///< that held
  Words wrong;
};
BOOST_DESCRIBE_STRUCT(ElectionChecks, (), (checks, wrong))

class ArchiveChecks {
 public:
  /// Verifies an archive with the bound proofs beside it, or tells what was found when they were verified before. Slow:
  /// not while anybody waits.
  [[nodiscard]] ElectionChecks of(const std::string& archive, std::optional<ballot::ElectionProofs> proofs);

 private:
  std::mutex mutex_;
  std::map<Hash, ElectionChecks> known_;
};

}  // namespace ccop::server
