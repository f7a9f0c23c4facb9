// Bundles and the objects in them, as they come from outside: whatever comes, it is examined or refused, and what
// passes passes again as it was kept.
#include "exchange/stix/bundle_reader.hpp"
#include "exchange/stix/examine.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::exchange;
  static Examiner examiner;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto take = [&](std::string_view json, std::uint64_t) {
    const auto examined = examiner.examine(json);
    if (!examined.errors.empty()) return;
    const auto again = examiner.examine(examined.object.json);
    if (!again.errors.empty() || again.object.json != examined.object.json ||
        again.object.terms != examined.object.terms)
      std::abort();
  };
  take(text, 0);
  try {
    BundleReader reader{take, 4096};
    reader.feed(text.substr(0, size / 2));
    reader.feed(text.substr(size / 2));
    reader.finish();
  } catch (const BundleMistake&) {  // said with its place
  }
  return 0;
}
