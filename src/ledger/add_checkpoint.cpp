#include "ledger/add_checkpoint.hpp"

#include <algorithm>

namespace ccop::ledger {

std::optional<AddCheckpoint> parse_add_checkpoint(std::string_view body) {
  AddCheckpoint asked;
  auto line = take_line(body);
  constexpr std::string_view old = "old ";
  if (!line || !line->starts_with(old)) return std::nullopt;
  const auto size = read_size(line->substr(old.size()));
  if (!size) return std::nullopt;
  asked.old_size = *size;
  for (line = take_line(body); line && !line->empty(); line = take_line(body)) {
    const auto bytes = from_base64(*line);
    if (!bytes || bytes->size() != sizeof(Hash) || asked.proof.size() == most_proof_lines) return std::nullopt;
    std::ranges::copy(*bytes, asked.proof.emplace_back().begin());
  }
  if (!line || !read_unverified(body)) return std::nullopt;
  asked.note = body;
  return asked;
}

std::string to_text(const AddCheckpoint& asked) {
  std::string text = "old " + std::to_string(asked.old_size) + "\n";
  for (const Hash& hash : asked.proof) text += to_base64(hash) + "\n";
  return text + "\n" + asked.note;
}

WitnessAnswer answer_to(const AddCheckpoint& asked, const VerifierKey& log, const Cosigned& last) {
  const auto checkpoint = open_note(asked.note, log);
  if (!checkpoint) return WitnessAnswer::not_signed;
  if (asked.old_size > checkpoint->size) return WitnessAnswer::bad_request;
  if (asked.old_size != last.size) return WitnessAnswer::another_size;
  if (asked.old_size == checkpoint->size && asked.proof.empty())
    return checkpoint->root == last.root ? WitnessAnswer::cosign : WitnessAnswer::another_size;
  return verify_consistency(asked.old_size, last.root, checkpoint->size, checkpoint->root, asked.proof)
             ? WitnessAnswer::cosign
             : WitnessAnswer::not_consistent;
}

}  // namespace ccop::ledger
