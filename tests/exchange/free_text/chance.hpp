// Chance that is the same on every machine: the standard's distributions are not.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange::free_text_lines {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  /// One of 0 to `end` - 1.
  std::uint64_t below(std::uint64_t end) { return engine_() % end; }
  bool percent(unsigned of_hundred) { return below(100) < of_hundred; }
  template <typename T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(all.size())];
  }
  std::string characters(std::string_view from, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += from[below(from.size())];
    return out;
  }
  std::string hexadecimal(std::size_t count) { return characters("0123456789abcdef", count); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace ccop::exchange::free_text_lines
