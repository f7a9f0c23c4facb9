// Moves a whole community from one store to another: export, import, backup, restore. Sign-ins and tokens stay behind;
// contents travel encrypted, so a copy is readable only with the master key, but for those that a seat was given.
#pragma once

#include "host/audit.hpp"

namespace ccop::host {

enum class Secrets {
  leave_out,
  include,  ///< the log's signing key, and what people said that lies beside the record: both wrapped
};

/// Copies what `from` holds at this moment into the empty store `to`; `from` may be served meanwhile. Throws StoreError
/// when `to` is not empty.
void copy_community(store::Store& from, store::Store& to, Secrets secrets);

/// What a reader is given besides the entries: calls its argument with each content, in clear.
using GiveContents = std::function<void(const std::function<void(const ContentHash&, const store::Content&)>&)>;

/// Writes what one of its readers gets of a record into the empty store `to`.
void copy_for_a_seat(RecordSource& from, const GiveContents& contents, store::Store& to);

}  // namespace ccop::host
