// Whether a page, a search and a correlation cost the same however many objects there are, and a search right after
// much was written what it costs at rest: loads a small collection, measures, loads it to its full size, measures
// again. usage: bench_flat [OBJECTS [postgresql://...|- [FEW]]]
#include "checked.hpp"
#include "community/community.hpp"
#include "exchange/intake.hpp"
#include "server/exchange/reader.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>

namespace {

using namespace ccop;
using bench::Clock;
using bench::require;
using bench::seconds_since;

constexpr std::size_t few = 100'000;
constexpr std::size_t samples = 300;
constexpr std::size_t page_and_one_more = 101;  ///< what the store gives, so that a page knows whether another follows
constexpr std::size_t sharing_a_value = 3;      ///< objects with the same address, whatever the size

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

std::string id_of(std::size_t number) {
  return "indicator--" + uuid_of(number);
}

std::string indicator(std::size_t number) {
  const std::string text = std::to_string(number);
  return R"({"type":"indicator","spec_version":"2.1","id":")" + id_of(number) +
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

/// An answer, and the JSON that is sent of it: writing it is part of what is measured.
template <class View>
struct Written {
  explicit Written(View answer) : view(std::move(answer)), json(to_json(view)) {}
  View view;
  std::string json;
};
using Found = Written<server::Found>;
using ObjectPage = Written<server::ObjectPage>;

/// Whether an answer of the exchange has an object of this id among its first ones.
bool has(const Found& answer, const std::string& id) {
  return std::ranges::any_of(answer.view.objects, [&](const auto& head) { return head.id == id; });
}

class Bench {
 public:
  Bench(std::unique_ptr<store::ObjectStore> store, std::string file)
      : exchange_(std::move(store)), database_(std::move(file)) {}

  void load(std::size_t to) {
    const auto began = Clock::now();
    exchange::Intake intake{exchange_, party_, identities_, {}};
    const std::size_t from = loaded_;
    for (; loaded_ < to; ++loaded_) {
      const std::string json = indicator(loaded_);
      raw_ += json.size();
      intake.take(json, "");
    }
    const auto report = intake.finish();
    const double took = seconds_since(began);
    require(report.fresh == to - from,
            std::to_string(report.fresh) + " objects were new of " + std::to_string(to - from));
    std::cout << loaded_ << " objects, " << report.fresh << " of them loaded with "
              << static_cast<double>(to - from) / took << " objects/s (made meanwhile)";
    std::cout << "; resident " << resident_megabytes() << " MB" << std::endl;
    std::cout << " right after that:" << std::endl;
    right_after_ = measure_searches();
    tidy();
    const auto disk = bytes_on_disk();
    if (disk > 0) std::cout << "; disk " << static_cast<double>(disk) / static_cast<double>(raw_) << " of the raw JSON";
    std::cout << std::endl;
  }

  /// The medians of a page and of searches, in microseconds; each answer has to hold what was looked for.
  std::vector<double> measure() {
    const auto at_rest = measure_searches();
    std::cout << "  right after much was written, beside at rest: domain " << right_after_[0] / at_rest[0]
              << ", address " << right_after_[1] / at_rest[1] << std::endl;
    return {median(
                "a page of 100 at the end", [&](std::size_t) { return page_at_the_end(); },
                [](const Found& page, std::size_t) { return page.view.objects.size() == 100; }),
            median(
                "a page of 100, anywhere", [&](std::size_t number) { return rows_after(row_of(number).added); },
                [&](std::size_t rows, std::size_t number) {
                  return rows == std::min<std::size_t>(page_and_one_more, loaded_ - 1 - number);
                }),
            at_rest[0], at_rest[1],
            median(
                "an object with all that shares its values",
                [&](std::size_t number) { return ObjectPage{reader_.page(row_of(number))}; },
                [&](const ObjectPage& page, std::size_t number) { return shows_sharing(page, number); })};
  }

 private:
  /// By a domain, and by an address with its networks, in turns: what is tidied meanwhile serves both alike.
  std::array<double, 2> measure_searches() {
    const auto has_it = [](const Found& answer, std::size_t number) { return has(answer, id_of(number)); };
    return medians<2>(
        {"search by a domain", "search by an address, with its networks"},
        [&](std::size_t which, std::size_t number) {
          return found(which == 0 ? "host" + std::to_string(number) + ".example" : address_of(number));
        },
        has_it);
  }

  /// Does at once what the exchange's own thread does while nothing is written.
  void tidy() {
    const auto began = Clock::now();
    while (exchange_.store().tidy()) {
    }
    std::cout << "; tidied in " << seconds_since(began) << " s";
  }

  /// The database with what is not yet moved into it; 0 where it lies elsewhere.
  [[nodiscard]] std::uintmax_t bytes_on_disk() const {
    std::uintmax_t bytes = 0;
    for (const std::string& file : {database_, database_ + "-wal"})
      if (std::filesystem::exists(file)) bytes += std::filesystem::file_size(file);
    return bytes;
  }

  template <class Ask, class IsRight>
  double median(const char* name, const Ask& ask, const IsRight& is_right) {
    return medians<1>(
               {name}, [&](std::size_t, std::size_t number) { return ask(number); }, is_right)
        .front();
  }
  /// Of questions that are asked in turns.
  template <std::size_t questions, class Ask, class IsRight>
  std::array<double, questions> medians(const std::array<const char*, questions>& names, const Ask& ask,
                                        const IsRight& is_right) {
    std::array<std::vector<double>, questions> times;
    std::mt19937_64 random{loaded_};
    for (std::size_t i = 0; i < samples * questions; ++i) {
      const std::size_t which = i % questions;
      const std::size_t number = random() % loaded_;
      const auto began = Clock::now();
      const auto answer = ask(which, number);
      times.at(which).push_back(seconds_since(began) * 1e6);
      require(is_right(answer, number),
              std::string{names.at(which)} + ": the answer for object " + std::to_string(number) + " is not right");
    }
    std::array<double, questions> middle{};
    for (std::size_t which = 0; which < questions; ++which) {
      auto& all = times.at(which);
      std::ranges::sort(all);
      middle.at(which) = all[samples / 2];
      std::cout << "  " << names.at(which) << ": median " << all[samples / 2] << " us, 95th hundredth "
                << all[samples * 95 / 100] << " us" << std::endl;
    }
    return middle;
  }

  store::ObjectRow row_of(std::size_t number) const {
    auto row = reader_.object(id_of(number));
    require(row.has_value(), "object " + std::to_string(number) + " is not there");
    return *std::move(row);
  }
  Found page_at_the_end() const {
    server::ExchangeQuestion question;
    question.limit = 100;
    return Found{reader_.found(question)};
  }
  /// How many objects the page after a place has.
  std::size_t rows_after(std::int64_t place) {
    const auto places = exchange_.store().page({exchange::readable(party_), {"indicator"}, {}, place});
    std::size_t rows = 0;
    exchange_.store().rows(places, [&](store::ObjectRow&& row) { rows += row.json.empty() ? 0 : 1; });
    return rows;
  }
  Found found(const std::string& text) const {
    server::ExchangeQuestion question;
    question.text = text;
    return Found{reader_.found(question)};
  }
  bool shows_sharing(const ObjectPage& page, std::size_t number) const {
    const std::size_t first = number / sharing_a_value * sharing_a_value;
    const bool is_alone = first + 1 >= loaded_;
    return page.view.id == id_of(number) && page.view.in_common.empty() == is_alone;
  }

  exchange::Exchange exchange_;
  std::string database_;
  community::Community nobody_;
  exchange::Identities identities_{"bench", nobody_};
  exchange::Party party_{{community::Standing::member, true, std::nullopt}, true, exchange::Level::red};
  server::ExchangeReader reader_{exchange_.store(), identities_, party_};
  std::size_t loaded_{};
  std::size_t raw_{};
  std::array<double, 2> right_after_{};
};

}  // namespace

int main(int argc, char** argv) {
  return bench::run("bench_flat", [&] {
    const std::size_t full = bench::number_in(argc, argv, 1, 1'000'000);
    const std::size_t small = bench::number_in(argc, argv, 3, few);
    require(small < full, "OBJECTS has to be more than " + std::to_string(small));
    const bench::Folder folder;
    const std::string file = folder.file("exchange.db");
    const bool in_postgres = argc > 2 && std::string_view{argv[2]} != "-";
    Bench bench{in_postgres ? store::open_postgres_objects(argv[2], "bench_flat", exchange::terms_of_row)
                            : store::open_sqlite_objects(file, exchange::terms_of_row),
                file};
    bench.load(small);
    const auto before = bench.measure();
    bench.load(full);
    const auto after = bench.measure();
    std::cout << "ratios:";
    for (std::size_t i = 0; i < before.size(); ++i) std::cout << " " << after[i] / before[i];
    std::cout << "\n";
  });
}
