// How a bench ends: with figures, or with a sentence that says why none of them may be believed, and a status that
// tells.
#pragma once

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>

namespace ccop::bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& sentence) {
  if (!holds) throw Wrong{sentence};
}

/// A program's argument that is a number above 0, or `otherwise` where it is not given.
[[nodiscard]] inline std::uint64_t number_in(int argc, char** argv, int at, std::uint64_t otherwise) {
  if (argc <= at) return otherwise;
  std::uint64_t number = 0;
  const char* const end = argv[at] + std::strlen(argv[at]);
  const auto [stopped, error] = std::from_chars(argv[at], end, number);
  require(error == std::errc{} && stopped == end && number > 0,
          std::string{"'"} + argv[at] + "' is not a number above 0");
  return number;
}

/// A folder of this run's own, gone when it ends.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("ccop-bench-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// Runs a bench; what it throws becomes its last sentence.
template <class Bench>
int run(const char* name, const Bench& bench) {
  try {
    bench();
    return 0;
  } catch (const std::exception& wrong) {
    std::cout << std::flush;
    std::cerr << name << ": WRONG, no figure of this run counts: " << wrong.what() << "\n";
    return 1;
  }
}

}  // namespace ccop::bench
