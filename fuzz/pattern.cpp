// STIX patterns: read or refused with a place within the text.
#include "exchange/stix/pattern.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = ccop::exchange::parse_pattern({reinterpret_cast<const char*>(data), size});
  const auto* mistake = std::get_if<ccop::exchange::PatternMistake>(&parsed);
  if (mistake != nullptr && (mistake->position == 0 || mistake->position > size + 1)) std::abort();
  const auto alternatives = ccop::exchange::alternatives_of({reinterpret_cast<const char*>(data), size});
  if (mistake != nullptr && alternatives) std::abort();
  return 0;
}
