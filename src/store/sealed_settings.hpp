// What lies beside the record (sign-ins, tokens, settings, the snapshot) is covered by no signature of the log's. Here
// all of it is sealed as one, under the master key: who can write to the database, and has not that key, changes, adds,
// drops or puts back nothing unnoticed (docs/adr/0010, docs/record.md).
#pragma once

#include "store/vault.hpp"

namespace ccop::store {

/// The settings are not those that were sealed, or are of another record: nothing of them is believed.
struct SealBroken : StoreError {
  using StoreError::StoreError;
};

/// The same store, whose settings are checked now and at each reading, and sealed anew with each change and commit, in
/// the same transaction. One without entries is sealed for the first time. Throws SealBroken. One process at a time
/// writes: the lock is taken before.
[[nodiscard]] std::unique_ptr<Store> with_sealed_settings(std::unique_ptr<Store> store, const MasterKey& key);

/// Whether the settings are those that were sealed; throws SealBroken else. The store may be written to meanwhile.
void check_settings(Store& store, const MasterKey& key);

/// Whether this key seals them.
[[nodiscard]] bool is_sealed_under(Store& store, const MasterKey& key);
/// The seal under another key of the settings that `from` seals, as they are once `changes` are made: to be written
/// with these. Throws SealBroken.
[[nodiscard]] SettingChange seal_under(Store& store, const MasterKey& from, const MasterKey& to,
                                       const std::vector<SettingChange>& changes);

/// Seals what is there, whatever it is, and takes `also` with it: for a store that was filled by a copy, or whose
/// sign-ins are given up.
void seal_settings(Store& store, const MasterKey& key, std::vector<SettingChange> also = {});

}  // namespace ccop::store
