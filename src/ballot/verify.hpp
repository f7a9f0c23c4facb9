// Verifies a whole election from its archive, offline, with nothing but the archive: the chain of events, the keys,
// every ballot, the tally, the decryptions and the result.
#pragma once

#include "ballot/bound.hpp"

#include <functional>
#include <istream>

namespace ccop::ballot {

struct VerifyOptions {
  unsigned threads{1};
  std::function<void(std::uint64_t)> progress;  ///< hears how many ballots were read
  std::optional<ElectionProofs> proofs{};       ///< the bound proofs beside the archive
  /// Even where the processor has lanes (lanes.hpp): what is found is the same, later.
  bool by_tables_alone{};
};

/// What is checked, in this order; from the decryptions on once the election is tallied. Without the bound proofs the
/// last is not, and the decryptions rest on the format's own proofs.
enum class Check { chain, keys, ballots, tally, decryptions, result, bound };
BOOST_DESCRIBE_ENUM(Check, chain, keys, ballots, tally, decryptions, result, bound)

[[nodiscard]] std::string_view words_of(Check check);

struct Verification {
  Election election;
  std::string fingerprint;
  std::string trustees;  ///< in words
  std::string last_event;
  std::uint64_t voters{};
  std::uint64_t ballots{};  ///< cast
  std::uint64_t counted{};  ///< the last one of each voter
  std::uint64_t weight{};
  std::vector<Check> checks;           ///< all of which held
  std::vector<std::uint32_t> further;  ///< trustees whose bound decryptions stand beside those of the archive
  std::optional<Result> result;        ///< once the election is tallied
};

/// Throws ArchiveError that says what is wrong, or what this program doesn't verify (other groups than Ed25519,
/// questions that are not homomorphic).
[[nodiscard]] Verification verify_election(std::istream& archive, const VerifyOptions& options);

}  // namespace ccop::ballot
