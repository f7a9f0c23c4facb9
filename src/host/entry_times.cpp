#include "host/entry_times.hpp"

#include "community/entry.hpp"

namespace ccop::host {

std::uint64_t first_entry_since(store::Store& store, std::uint64_t size, Time at) {
  std::uint64_t first = 0;
  for (std::uint64_t rest = size; rest > 0;) {
    const std::uint64_t half = rest / 2;
    Time then{};
    store.read_entries(first + half, 1, [&](std::string_view bytes) { then = community::decode_entry(bytes).at; });
    if (then < at) first += half + 1;
    rest = then < at ? rest - half - 1 : half;
  }
  return first;
}

}  // namespace ccop::host
