// MISP events: what is made of them is STIX, or a mistake is told.
#include "exchange/misp/events.hpp"
#include "exchange/stix/bundle_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::exchange;
  try {
    const auto made = from_misp({reinterpret_cast<const char*>(data), size}, {"", 0, Level::amber, false});
    static_cast<void>(to_misp(made.objects, "fuzz", 0));
  } catch (const BundleMistake&) {  // said with its place
  }
  return 0;
}
