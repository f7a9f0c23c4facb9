// Checkpoints, verifier keys, tile paths and entry bundles.
#include "ledger/checkpoint.hpp"

#include "ledger/tile_path.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop;
  const auto text = text_of({data, size});
  static const ledger::Signer signer{"fuzz", sha256(bytes_of("fuzz"))};
  if (ledger::open_note(text, signer.key()) && !ledger::read_unverified(text)) std::abort();
  if (const auto key = ledger::VerifierKey::parse(text); key && key->text() != text) std::abort();
  if (const auto path = ledger::parse_tile_path(text); path && ledger::tile_path(*path) != text) std::abort();
  (void)ledger::split_bundle(text);
  return 0;
}
