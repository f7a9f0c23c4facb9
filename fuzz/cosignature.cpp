// Notes with cosignatures, witnesses' keys, and what is asked of a witness.
#include "ledger/add_checkpoint.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop;
  const auto text = text_of({data, size});
  static const ledger::Signer log{"fuzz", sha256(bytes_of("fuzz"))};
  static const ledger::Cosigner witness{"witness", sha256(bytes_of("witness"))};
  static const std::array witnesses{witness.key()};
  if (const auto key = ledger::WitnessKey::parse(text); key && key->text() != text) std::abort();
  if (ledger::witnessed(text, log.key(), witnesses, 1) && !ledger::open_note(text, log.key())) std::abort();
  if (const auto note = ledger::read_note(text)) {
    // Whatever is a note can be cosigned, and then the cosignature holds, unless another one on it does not.
    const std::string cosigned = std::string{text} + witness.cosign(text, Time{std::chrono::seconds{1}});
    const auto by = ledger::cosignatures_on(cosigned, witnesses);
    if (by && by->size() != 1) std::abort();
  }
  if (const auto asked = ledger::parse_add_checkpoint(text)) {
    if (to_text(*asked) != text) std::abort();
    (void)ledger::answer_to(*asked, log.key(), {1, sha256(text.empty() ? ByteView{} : bytes_of(text))});
  }
  return 0;
}
