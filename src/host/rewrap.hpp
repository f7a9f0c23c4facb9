// A record whose secrets are put under another master key: its contents' keys, the log's signing key, what people said
// that lies beside it, and the seal of all that lies there.
#pragma once

#include "store/vault.hpp"

namespace ccop::host {

/// Looks whether all of it opens with this key; throws StoreError that names what does not.
void require_opens(store::Store& record, const store::MasterKey& key);

/// Puts all of it under `to`, in one transaction: whatever cuts it off, the seal tells of which key the whole is. What
/// else lies among the settings under `from` comes as `changes`, already under `to`. Nobody else writes meanwhile.
/// Throws StoreError.
void rewrap(store::Store& record, const store::MasterKey& from, const store::MasterKey& to,
            std::vector<store::SettingChange> changes = {});

}  // namespace ccop::host
