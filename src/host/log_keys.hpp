// The secrets that sign a log's checkpoints, kept wrapped under the master key: the one in use and, while it is handed
// over, the next. Which of them signs, the record says.
#pragma once

#include "ledger/checkpoint.hpp"
#include "store/vault.hpp"

#include <optional>

namespace ccop::host {

class LogKeys {
 public:
  /// Reads them, making one under `origin` where there is none yet. Throws StoreError for one that is damaged. Store
  /// and master key outlive this.
  LogKeys(store::Store& store, const store::MasterKey& master, const std::string& origin);

  [[nodiscard]] const ledger::Signer& signer() const { return is_next_ ? *next_ : current_; }
  /// Signs with the one whose verifier key this is, from now on. Throws StoreError where its secret is not here.
  void use(const std::string& key);

  /// Makes the next key and keeps it; until `use` it signs nothing. Where it was begun before and not ended, the same.
  [[nodiscard]] const ledger::VerifierKey& begin_change();
  /// What `use` chose is the only one that is kept.
  void end_change();

 private:
  store::Store& store_;
  const store::MasterKey& master_;
  ledger::Signer current_;
  std::optional<ledger::Signer> next_;
  bool is_next_{};
};

}  // namespace ccop::host
