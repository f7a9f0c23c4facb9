// The one file of a witness: its key, the logs that it follows, and what it cosigned last of each. It is the witness's
// memory, so it is written whole or not at all, by one at a time, and an older copy of it is not believed.
#pragma once

#include "base/codec.hpp"
#include "ledger/cosignature.hpp"
#include "ledger/key_change.hpp"

#include <filesystem>
#include <stdexcept>

namespace ccop::witness {

/// What keeps a witness from its work, in a sentence for whoever runs it.
struct Trouble : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct FollowedLog {
  std::string key;       ///< the log's first verifier key; the origin is its name
  std::string address;   ///< of the community that is served, e.g. https://ccop.example.org/c/ccop; may be empty
  std::uint64_t size{};  ///< of the tree that was cosigned last; 0: none was
  Hash root{};
  std::string checkpoint;                            ///< the note that the log signed for it
  std::vector<ledger::SignedKeyChange> key_changes;  ///< by which the log was handed over, as far as was seen

  /// The key that signs a tree of so many entries.
  [[nodiscard]] ledger::VerifierKey key_for(std::uint64_t size) const;
};
BOOST_DESCRIBE_STRUCT(FollowedLog, (), (key, address, size, root, checkpoint, key_changes))

struct State {
  std::string name;
  Hash seed{};
  std::uint64_t written{};  ///< how often this file was written
  std::vector<FollowedLog> logs;

  [[nodiscard]] ledger::Cosigner cosigner() const { return {name, seed}; }
  /// The log of this origin; null where none is followed.
  [[nodiscard]] FollowedLog* find(std::string_view origin);
};
BOOST_DESCRIBE_STRUCT(State, (), (name, seed, written, logs))

/// A witness's file, held by this object alone while it lives: passes and servers wait for each other.
class StateFile {
 public:
  /// Makes a new witness. Throws Trouble where there is a file already, or the name can't be a key's.
  static State create(const std::filesystem::path& file, const std::string& name);
  /// Waits until nobody else holds it. Throws Trouble where it can't be read, is open to others, or is an older copy.
  explicit StateFile(std::filesystem::path file);
  ~StateFile();
  StateFile(const StateFile&) = delete;
  StateFile& operator=(const StateFile&) = delete;
  StateFile(StateFile&&) = delete;
  StateFile& operator=(StateFile&&) = delete;

  [[nodiscard]] State& state() { return state_; }
  /// Durable when it returns. Throws Trouble, and the old one is still there.
  void save();

 private:
  std::filesystem::path file_;
  int lock_{-1};
  State state_;
};

/// Writes a file for its owner alone: another name, to the disk, then its own name. Throws Trouble.
void write_whole(const std::filesystem::path& file, std::string_view text);

}  // namespace ccop::witness
