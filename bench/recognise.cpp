// A megabyte of free text as analysts paste it, until its values are recognised; beside OpenSSL hashing the same bytes,
// which says how fast the machine is.
#include "exchange/recognise.hpp"

#include "checked.hpp"
#include "exchange/free_text/lines.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>

namespace {

using namespace ccop;

struct Text {
  std::string text;
  std::set<std::string> hidden;
};

Text text_of(std::size_t bytes) {
  Text made;
  for (std::uint64_t seed = 1; made.text.size() < bytes; ++seed)
    for (const auto& line : exchange::free_text_lines::lines(seed, 2000)) {
      made.text += line.text + "\n";
      made.hidden.insert(line.expected.begin(), line.expected.end());
    }
  return made;
}

/// Of this process's own time, for others may be at work.
double milliseconds_of(auto&& work) {
  const auto began = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

void measure() {
  constexpr std::size_t megabyte = 1'000'000;
  constexpr int rounds = 9;
  const Text made = text_of(megabyte);
  std::array<double, rounds> reading{};
  std::array<double, rounds> hashing{};
  std::size_t found = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto i = static_cast<std::size_t>(round);
    reading[i] = milliseconds_of([&] { found = exchange::recognise(made.text, made.text.size()).size(); });
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    hashing[i] = milliseconds_of([&] {
      bench::require(EVP_Digest(made.text.data(), made.text.size(), hash.data(), nullptr, EVP_sha256(), nullptr) == 1,
                     "OpenSSL did not hash");
    });
  }
  const double share = static_cast<double>(found) / static_cast<double>(made.hidden.size());
  bench::require(share > 0.97 && share < 1.03,
                 std::to_string(found) + " values were found of " + std::to_string(made.hidden.size()));
  std::ranges::sort(reading);
  std::ranges::sort(hashing);
  std::cout << made.text.size() << " bytes, " << found << " values: recognised in " << reading[rounds / 2] << " ms ("
            << reading.front() << " to " << reading.back() << "), hashed in " << hashing[rounds / 2] << " ms\n";
}

}  // namespace

int main() {
  return ccop::bench::run("bench_recognise", measure);
}
