// Canonical JSON: whatever has a canonical form has one that is its own canonical form.
#include "base/codec.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string once = ccop::canonicalize(ccop::text_of({data, size}));
    if (ccop::canonicalize(once) != once) std::abort();
  } catch (const ccop::BadInput&) {
  }
  return 0;
}
