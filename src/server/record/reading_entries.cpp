#include "server/record/reading_entries.hpp"

#include "community/meetings/state.hpp"
#include "community/record/state.hpp"
#include "host/live_community.hpp"
#include "host/sealed.hpp"

#include <algorithm>

namespace ccop::server {

bool read_entries_for(const Call& call, std::uint64_t first, std::uint64_t count, const EachEntry& each) {
  std::uint64_t known = 0;
  const auto sealed = call.site.live.read([&](const community::Community& now) {
    known = community::record_size(now);
    return community::sealed_for(now, call.reader.person, call.now, first, first + count);
  });
  bool is_all = true;
  std::uint64_t at = first;
  call.site.live.store().read_entries(first, count, [&](std::string_view bytes) {
    // Of what came after the state was asked nobody has said yet who may read it.
    const bool is_sealed = at >= known || std::ranges::binary_search(sealed, at);
    ++at;
    is_all = is_all && !is_sealed;
    each(is_sealed ? host::sealed_leaf(bytes) : bytes, is_sealed);
  });
  return is_all;
}

}  // namespace ccop::server
