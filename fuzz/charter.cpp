// Charter files: a charter or mistakes, never anything else.
#include "community/charter/charter.hpp"

#include "base/bytes.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::community;
  const auto read = read_charter(ccop::text_of({data, size}));
  if (const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read); mistakes != nullptr && mistakes->empty())
    std::abort();
  return 0;
}
