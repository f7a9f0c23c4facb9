// All duties of 200 communities, each as many years old as the record that is given: `ccop simulate` writes one. They
// are asked of the same state, once for each; and once a month of its last year, so that much is owed at some times.
#include "community/duties.hpp"

#include "checked.hpp"
#include "community/community.hpp"
#include "community/entry.hpp"
#include "store/store.hpp"

namespace {

using namespace ccop;

constexpr int communities = 200;
constexpr int months = 12;

community::Community replayed(store::Store& store) {
  community::Community state;
  store.read_entries(0, store.size(), [&](std::string_view bytes) {
    const community::Outline outline = community::decode_outline(bytes);
    community::apply(state, outline.acts, outline.asking);
  });
  return state;
}

}  // namespace

int main(int argc, char** argv) {
  return bench::run("bench_duties", [&] {
    bench::require(argc == 2, "give the FILE.db of a community that `ccop simulate` lived");
    const auto store = store::open_sqlite(argv[1], false);
    const auto read = bench::Clock::now();
    const community::Community state = replayed(*store);
    const double replay = bench::seconds_since(read);
    std::size_t most = 0;
    double slowest = 0;
    for (int month = 0; month < months; ++month) {
      const Time at = months_after(state.last_at, -month);
      std::size_t found = 0;
      const auto began = bench::Clock::now();
      for (int i = 0; i < communities; ++i) found += community::duties(state, at).size();
      slowest = std::max(slowest, bench::seconds_since(began));
      most = std::max(most, found / communities);
    }
    bench::require(most > 0, "nothing was owed at any time: the record is not of a community that lives");
    std::cout << communities << " communities, up to " << most << " duties each: " << slowest * 1000
              << " ms at the slowest of " << months << " times; replay of the " << store->size()
              << " entries of one: " << replay * 1000 << " ms; ratio " << slowest / replay << "\n";
  });
}
