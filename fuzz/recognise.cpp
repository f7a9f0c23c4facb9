// Free text: what is recognised in it makes patterns that are well-formed, and is found by terms.
#include "exchange/recognise.hpp"

#include "exchange/stix/pattern.hpp"
#include "exchange/stix/terms.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::exchange;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (const auto& sign : recognise(text, 100)) {
    const std::string pattern = pattern_of(sign);
    if (!pattern.empty() && !std::holds_alternative<Pattern>(parse_pattern(pattern))) std::abort();
    static_cast<void>(wider_terms(sign.value));
  }
  std::vector<std::string> terms;
  append_value_terms(terms, text);
  return 0;
}
