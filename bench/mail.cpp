// A round of mail that has nothing to send, in a community that was simulated for some years: after a first round that
// writes to whoever owes something.
//   bench_mail [YEARS]      default 10
#include "checked.hpp"
#include "host/live_community.hpp"
#include "notify/mail/office.hpp"
#include "simulation/simulation.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

namespace {

using namespace ccop;

constexpr int rounds = 41;

std::string text_of_file(const std::string& name) {
  std::ifstream file{name};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

int main(int argc, char** argv) {
  return bench::run("bench_mail", [&] {
    const bench::Folder folder;
    const auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("bench")));
    const auto open = [&] { return store::open_sqlite(folder.file("community.db"), true); };
    simulation::SimulationOptions options;
    options.seed = 2026;
    options.years = static_cast<unsigned>(bench::number_in(argc, argv, 1, 10));
    options.charter = text_of_file(CCOP_SOURCE_DIR "/charter/ccop.toml");
    options.starts = std::chrono::floor<days>(clock_now()) - days{365} * options.years + hours{8};
    static_cast<void>(simulation::simulate(options, open(), master));

    host::LiveCommunity live{open(), master, "bench"};
    std::size_t sent = 0;
    notify::MailOffice office{live,
                              {"ccop@example.org", "https://ccop.example.org/c/ccop"},
                              [&](const notify::Envelope&, const notify::Stop&) {
                                ++sent;
                                return notify::Handed{notify::Handed::Result::accepted, "250 taken"};
                              }};
    office.work();
    bench::require(sent > 0, "nobody was written to: the community owes nothing");
    const std::size_t written = sent;
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) {
      const auto began = bench::Clock::now();
      office.work();
      took.push_back(bench::seconds_since(began) * 1000);
    }
    bench::require(sent == written, "a round that had nothing to send sent something");
    std::ranges::sort(took);
    std::cout << "after " << written << " mails a round with nothing to send takes " << took[rounds / 2]
              << " ms (median of " << rounds << "), " << took.back() << " ms at most; " << live.size() << " entries of "
              << options.years << " years\n";
  });
}
