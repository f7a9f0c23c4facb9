// Whether a page, a search and a correlation cost the same however many objects there are: loads a small collection,
// measures, loads it to its full size, measures again. usage: bench_flat [OBJECTS [postgresql://...]]
#include "checked.hpp"
#include "exchange/intake.hpp"
#include "server/exchange_view.hpp"

#include <algorithm>
#include <fstream>
#include <random>

namespace {

using namespace ccop;
using bench::Clock;
using bench::require;
using bench::seconds_since;

constexpr std::size_t small = 100'000;
constexpr std::size_t samples = 300;
constexpr std::size_t sharing_a_value = 3;  ///< objects with the same address, whatever the size

std::string address_of(std::size_t number) {
  const std::size_t at = number / sharing_a_value * 2'654'435'761u;  // spread over all networks
  return std::to_string(at >> 24 & 255) + "." + std::to_string(at >> 16 & 255) + "." + std::to_string(at >> 8 & 255) +
         "." + std::to_string(at & 255);
}

std::string uuid_of(std::size_t number) {
  std::mt19937_64 random{number};
  exchange::Uuid uuid{};
  for (auto& byte : uuid) byte = static_cast<std::uint8_t>(random());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0Fu) | 0x40u);
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3Fu) | 0x80u);
  return exchange::to_text(uuid);
}

std::string indicator(std::size_t number) {
  const std::string text = std::to_string(number);
  return R"({"type":"indicator","spec_version":"2.1","id":"indicator--)" + uuid_of(number) +
         R"(","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":"indicator )" + text +
         R"(","description":")" + std::string(200, 'x') +
         R"(","indicator_types":["malicious-activity"],"pattern":"[ipv4-addr:value = ')" + address_of(number) +
         R"(' AND domain-name:value = 'host)" + text +
         R"(.example']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z"})";
}

std::size_t resident_megabytes() {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return static_cast<std::size_t>(std::stoul(line.substr(6))) / 1024;
  return 0;
}

struct Bench {
  Bench(std::unique_ptr<store::ObjectStore> store, std::string file)
      : exchange(std::move(store)), database(std::move(file)) {}

  void load(std::size_t to) {
    const auto began = Clock::now();
    exchange::Intake intake{exchange, party, identities, {}};
    const std::size_t from = loaded;
    for (; loaded < to; ++loaded) {
      const std::string json = indicator(loaded);
      raw += json.size();
      intake.take(json, "");
    }
    const auto report = intake.finish();
    const double took = seconds_since(began);
    std::cout << loaded << " objects, " << report.fresh << " of them loaded with "
              << static_cast<double>(to - from) / took << " objects/s (made meanwhile)";
    tidy();
    if (std::filesystem::exists(database))
      std::cout << "; disk " << static_cast<double>(std::filesystem::file_size(database)) / static_cast<double>(raw)
                << " of the raw JSON";
    std::cout << "; resident " << resident_megabytes() << " MB" << std::endl;
  }

  /// Does at once what the exchange's own thread does while nothing is written.
  void tidy() {
    const auto began = Clock::now();
    while (exchange.store().tidy()) {
    }
    std::cout << "; tidied in " << seconds_since(began) << " s";
  }

  template <class Action>
  double median(const char* name, const Action& action) {
    std::vector<double> times;
    std::mt19937_64 random{loaded};
    for (std::size_t i = 0; i < samples; ++i) {
      const std::size_t number = random() % loaded;
      const auto began = Clock::now();
      action(number);
      times.push_back(seconds_since(began) * 1e6);
    }
    std::ranges::sort(times);
    std::cout << "  " << name << ": median " << times[samples / 2] << " us, 95th hundredth "
              << times[samples * 95 / 100] << " us" << std::endl;
    return times[samples / 2];
  }

  std::vector<double> measure() {
    const server::ExchangeView view{exchange.store(), identities, party};
    const auto row_of = [&](std::size_t number) { return view.object("indicator--" + uuid_of(number)).value(); };
    const auto page_after = [&](std::int64_t place) {
      const auto places = exchange.store().page({exchange::readable(party), {"indicator"}, {}, place});
      std::size_t bytes = 0;
      exchange.store().rows(places, [&](store::ObjectRow&& row) { bytes += row.json.size(); });
      return bytes;
    };
    std::vector<double> all;
    all.push_back(median("a page of 100 at the end", [&](std::size_t) {
      server::ExchangeQuestion question;
      question.limit = 100;
      return view.found(question).size();
    }));
    all.push_back(
        median("a page of 100, anywhere", [&](std::size_t number) { return page_after(row_of(number).added); }));
    all.push_back(median("search by a domain", [&](std::size_t number) {
      server::ExchangeQuestion question;
      question.text = "host" + std::to_string(number) + ".example";
      return view.found(question).size();
    }));
    all.push_back(median("search by an address, with its networks", [&](std::size_t number) {
      server::ExchangeQuestion question;
      question.text = address_of(number);
      return view.found(question).size();
    }));
    all.push_back(median("an object with all that shares its values",
                         [&](std::size_t number) { return view.page(row_of(number)).size(); }));
    return all;
  }

  exchange::Exchange exchange;
  std::string database;
  community::Community nobody;
  exchange::Identities identities{"bench", nobody};
  exchange::Party party{{community::Standing::member, true, std::nullopt}, true, exchange::Level::red};
  std::size_t loaded{};
  std::size_t raw{};
};

}  // namespace

int main(int argc, char** argv) {
  const std::size_t full = argc > 1 ? std::stoul(argv[1]) : 1'000'000;
  const auto folder = std::filesystem::temp_directory_path() / "ccop-bench-flat";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  const std::string file = (folder / "exchange.db").string();
  {
    Bench bench{argc > 2 ? store::open_postgres_objects(argv[2], "bench_flat", exchange::terms_of_json)
                         : store::open_sqlite_objects(file, exchange::terms_of_json),
                file};
    bench.load(small);
    const auto few = bench.measure();
    bench.load(full);
    const auto many = bench.measure();
    std::cout << "ratios:";
    for (std::size_t i = 0; i < few.size(); ++i) std::cout << " " << many[i] / few[i];
    std::cout << "\n";
  }
  std::filesystem::remove_all(folder);
}
