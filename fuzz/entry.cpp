// Entries, requests and commands: what is read is written back the same, and rules never fail on what they are asked.
#include "community/entry.hpp"

#include "base/codec.hpp"
#include "community/community.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop;
  const auto text = text_of({data, size});
  try {
    const community::Entry entry = community::decode_entry(text);
    const std::string written = community::encode(entry);
    if (community::encode(community::decode_entry(written)) != written) std::abort();
    (void)community::decode_outline(written);
  } catch (const BadInput&) {
  }
  try {
    const community::Command command = community::decode_command(text);
    (void)community::decide(community::Community{}, command, community::Asking{});
    (void)community::brought_by(command);
    (void)community::known_to(command);
  } catch (const BadInput&) {
  }
  return 0;
}
