// A log that is handed over to another key: the one before signs for the next one (docs/record.md). The first key stays
// the log's name; which one signs, a reader learns by the chain of changes.
#pragma once

#include "ledger/checkpoint.hpp"

#include <boost/describe.hpp>

#include <span>
#include <vector>

namespace ccop::ledger {

/// Who signs the log's checkpoints from the entry after the `after`th on: another key, each a C2SP verifier key.
struct LogKeyChange {
  std::string from;
  std::string to;
  std::uint64_t after{};  ///< how many entries the log had
  bool operator==(const LogKeyChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(LogKeyChange, (), (from, to, after))

struct SignedKeyChange {
  LogKeyChange change;
  Bytes signature;  ///< Ed25519, of `change.from`
  bool operator==(const SignedKeyChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignedKeyChange, (), (change, signature))

/// What the key before signs when it hands over: it names its purpose and the log, by its first key, and can be no
/// checkpoint.
[[nodiscard]] std::string key_change_message(std::string_view first_key, const LogKeyChange& change);

/// Whether the key before signed it, for a key of the same name.
[[nodiscard]] bool is_signed_by_the_key_before(std::string_view first_key, const LogKeyChange& change,
                                               const Bytes& signature);

/// Which key signs a tree of `size` entries, by a chain of things that each have a `change`, in their order.
template <class Changes>
[[nodiscard]] const std::string& signing_key(const std::string& first_key, const Changes& changes, std::uint64_t size) {
  const std::string* key = &first_key;
  for (const auto& one : changes)
    if (size > one.change.after) key = &one.change.to;
  return *key;
}

/// Whether each follows from the one before: from the key that signed until then, by its signature, to one that never
/// signed, of the same name, and no earlier in the log.
[[nodiscard]] bool is_chain(const std::string& first_key, std::span<const SignedKeyChange> changes);

}  // namespace ccop::ledger
