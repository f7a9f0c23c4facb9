// What is asked of a witness, `add-checkpoint` (C2SP tlog-witness), and what a witness answers: read, written and
// decided here; who keeps what was cosigned is another's matter.
#pragma once

#include "ledger/cosignature.hpp"
#include "ledger/merkle.hpp"
#include "ledger/note.hpp"

namespace ccop::ledger {

/// More than enough for any tree, and the specification's limit.
inline constexpr std::size_t most_proof_lines = 63;

struct AddCheckpoint {
  std::uint64_t old_size{};
  std::vector<Hash> proof;  ///< RFC 6962, section 2.1.2
  std::string note;
  bool operator==(const AddCheckpoint&) const = default;
};

/// Empty for what the specification would not write so.
[[nodiscard]] std::optional<AddCheckpoint> parse_add_checkpoint(std::string_view body);
[[nodiscard]] std::string to_text(const AddCheckpoint& asked);

/// What a witness last cosigned of a log.
struct Cosigned {
  std::uint64_t size{};
  Hash root = empty_root();
};

/// The specification's answers, by their status.
enum class WitnessAnswer {
  cosign = 200,
  bad_request = 400,     ///< the old size is beyond the new one
  not_signed = 403,      ///< the log's key did not sign it
  another_size = 409,    ///< something else was cosigned last, or another tree of this size
  not_consistent = 422,  ///< the proof doesn't hold
};

/// Whether a witness cosigns what is asked, having cosigned `last` of the log with this key.
[[nodiscard]] WitnessAnswer answer_to(const AddCheckpoint& asked, const VerifierKey& log, const Cosigned& last);

}  // namespace ccop::ledger
