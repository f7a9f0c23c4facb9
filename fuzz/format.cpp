// What kind of file something is: one of the four for whatever bytes it begins with, and the same however they come.
#include "exchange/format.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto format = ccop::exchange::format_of(text);
  if (format == ccop::exchange::Format::recognised) std::abort();
  if (ccop::exchange::parse_format(ccop::exchange::word_of(format)) != format) std::abort();
  return 0;
}
