// MISP events: what is made of them is STIX, or a mistake is told; and it goes back.
#include "exchange/misp/events.hpp"
#include "exchange/misp/to_events.hpp"
#include "exchange/stix/bundle_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::exchange;
  try {
    const auto made = from_misp({reinterpret_cast<const char*>(data), size}, {"", 0, Level::amber, false});
    ToMisp back{0, [](const std::string&) { return nullptr; }};
    static_cast<void>(back.event_of(MispHead{"", "fuzz", ""}, made.objects));
  } catch (const BundleMistake&) {  // said with its place
  }
  return 0;
}
