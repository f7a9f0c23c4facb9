// Moves a whole community from one store to another: export, import, backup, restore. All are the same copy, with or
// without the host's secrets; contents travel encrypted, so a copy is readable only with the master key.
#pragma once

#include "store/store.hpp"

namespace ccop::host {

enum class Secrets { leave_out, include };

/// Copies what `from` holds at this moment into the empty store `to`; `from` may be served meanwhile. Throws StoreError
/// when `to` is not empty.
void copy_community(store::Store& from, store::Store& to, Secrets secrets);

}  // namespace ccop::host
