// The secret that signs a log's checkpoints, kept wrapped under the master key; while it is handed over, the next one,
// too. Which of them signs, the record says.
#pragma once

#include "ledger/checkpoint.hpp"
#include "store/vault.hpp"

#include <optional>

namespace ccop::host {

/// The setting that holds it, and what it is wrapped for.
inline constexpr const char* log_key_setting = "log-key";

class LogKeys {
 public:
  /// Reads it, making one under `origin` where there is none yet. Throws StoreError for one that is damaged. The master
  /// key outlives this.
  LogKeys(store::Store& store, const store::MasterKey& master, const std::string& origin);

  [[nodiscard]] const ledger::Signer& signer() const { return is_next_ ? *next_ : current_; }
  /// Signs with the one whose verifier key this is, from now on. Throws StoreError where its secret is not here.
  void use(const std::string& key);

  /// Makes the next key, in memory alone: until `use` it signs nothing.
  [[nodiscard]] const ledger::VerifierKey& begin_change();
  /// What the store must keep together with the entry that hands over; nothing where none does.
  [[nodiscard]] std::optional<store::SettingChange> handing_over() const;
  /// The one in use is the only one.
  void end_change();

 private:
  const store::MasterKey& master_;
  ledger::Signer current_;
  std::optional<ledger::Signer> next_;
  std::optional<store::SettingChange> kept_next_;
  bool is_next_{};
};

}  // namespace ccop::host
