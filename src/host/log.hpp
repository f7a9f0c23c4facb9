// A community's log on its store: the tree's right edge in memory, full tiles and signed checkpoints in the database.
#pragma once

#include "host/log_keys.hpp"
#include "ledger/merkle.hpp"
#include "store/vault.hpp"

namespace ccop::host {

class Log {
 public:
  /// Opens the log of a store, making and wrapping a signing key under `origin` where there is none yet.
  Log(store::Store& store, const store::MasterKey& master, const std::string& origin);

  /// Adds entries to the tree and fills `commit` with what the store must keep; `undo` takes it back if the store
  /// fails. `key` is the one that signs by what the record says with these entries; empty before there is a record.
  void prepare(store::Commit& commit, const std::string& key = {});
  void undo() { frontier_ = before_; }
  /// Adds an entry that the store has already.
  void take(std::string_view entry);

  [[nodiscard]] std::uint64_t size() const { return frontier_.size(); }
  [[nodiscard]] Hash root() const { return frontier_.root(); }
  [[nodiscard]] const ledger::Frontier& frontier() const { return frontier_; }
  [[nodiscard]] const ledger::VerifierKey& key() const { return keys_.signer().key(); }
  [[nodiscard]] LogKeys& keys() { return keys_; }

 private:
  [[nodiscard]] const std::string& key_name() const { return key().name; }

  LogKeys keys_;
  ledger::Frontier frontier_;
  ledger::Frontier before_;
};

/// Reads tiles of the first `size` entries from a store: full ones as kept, the right edge from what lies below it.
[[nodiscard]] ledger::TileReader tiles_of(store::Store& store, std::uint64_t size);

/// The same of the tree that has this right edge, which is then asked of no disk.
[[nodiscard]] ledger::TileReader tiles_of(store::Store& store, std::shared_ptr<const ledger::Frontier> edge);

/// The frontier of the first `size` entries of a store.
[[nodiscard]] ledger::Frontier frontier_of(store::Store& store, std::uint64_t size);

/// The hashes of a tile as its bytes, one after the other.
[[nodiscard]] std::string tile_bytes(const std::vector<Hash>& hashes);

}  // namespace ccop::host
