// Puts a new master key in the place of a host's, in all communities of its folder at once. The new one stands beside
// the old one, in FILE.new, as long as anything lies under either; so whatever cuts a change off, the next call or the
// next start of the server goes on where it was.
#pragma once

#include "cli/program.hpp"

namespace ccop::cli {

/// What a community keeps under the master key.
struct UnderMasterKey {
  std::unique_ptr<store::Store> record;  ///< nobody else writes to it
  std::unique_ptr<store::ObjectStore> objects;
};

/// Whether a change of the key in this file was begun and is not done.
[[nodiscard]] bool is_changing(const std::filesystem::path& file);

/// Makes a new key, or goes on with the one that was begun, puts all of this under it, and then the key into `file`.
/// The one of before stays in FILE.old where it was in `file`: older backups open with it alone. Nothing is begun where
/// anything does not open with the key of before. Throws StoreError.
void change_master_key(const std::filesystem::path& file, const std::vector<UnderMasterKey>& all);

/// Goes on with a change that was cut off; does nothing where none was.
void finish_change(const DataOptions& options);

int rotate_master_key(const DataOptions& options);

}  // namespace ccop::cli
