// A community's backup: its record with the log's wrapped key and its threat objects, both in one sealed file, which
// whoever has the master key can tell from one that somebody else made. Streamed, however large.
#pragma once

#include "store/sealed_file.hpp"
#include "store/vault.hpp"

namespace ccop::host {

/// The databases that a backup is made of, or that come out of it.
struct BackupParts {
  std::string record;
  std::string objects;
};

/// Writes a new file, whole or not at all.
void write_backup(const std::string& file, const store::Locks& locks, const BackupParts& from,
                  const store::MasterKey& master);

/// Reads all of a backup and writes nothing. Throws StoreError that says what is wrong: cut, changed, put in another
/// order, not for this key, not made with this master key.
void check_backup(const std::string& file, const store::Unlocking& with, const store::MasterKey& master);

/// The same, and writes what is in it into new files of the owner's alone.
void open_backup(const std::string& file, const store::Unlocking& with, const store::MasterKey& master,
                 const BackupParts& to);

}  // namespace ccop::host
