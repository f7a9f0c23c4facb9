// Who watches a record by its charter, and what a note that they cosigned proves to whoever goes by that.
#pragma once

#include "community/charter/charter.hpp"
#include "community/kernel/part.hpp"
#include "community/record/acts.hpp"
#include "ledger/cosignature.hpp"
#include "store/store.hpp"

namespace ccop::host {

/// The charter's witnesses, how many of them make a head witnessed, and the keys that signed the log.
struct Watch {
  std::vector<community::CharterWitness> witnesses;
  std::vector<ledger::WitnessKey> keys;  ///< theirs, in the same order
  std::size_t needed{};
  std::string log_key;  ///< the first
  std::vector<community::LogKeyChanged> key_changes;

  /// The key that signs a tree of so many entries; empty before the founding.
  [[nodiscard]] std::optional<ledger::VerifierKey> key_for(std::uint64_t size) const;
  /// Empty where the log did not sign the note, or too few of the witnesses did.
  [[nodiscard]] std::optional<ledger::Witnessed> proved_by(std::string_view note) const;
};
[[nodiscard]] Watch watch_of(const community::Community& now);

/// The settings under which cosigned notes lie, each followed by the size of its tree.
inline constexpr std::string_view cosigned_prefix = "cosigned/";
/// The notes that a store holds, the largest tree first.
[[nodiscard]] std::vector<std::string> cosigned_notes(store::Store& store);

/// How many entries the tree of a note has, whoever signed it; 0 for what is none.
[[nodiscard]] std::uint64_t size_of(std::string_view note);

}  // namespace ccop::host
