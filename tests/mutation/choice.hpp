// What a mutated file asks at each changed place: whether this is the change that the run is about. A copy of the tree
// is built with it (mutate.py); the project itself never is.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>

namespace ccop::mutation {

inline constexpr std::size_t most_mutants = 10'000;

/// Which places were reached, until somebody looks: so that a mutant is asked of those tests first that pass it by.
inline std::array<std::atomic<bool>, most_mutants> reached{};

/// The one change that is made; 0 for none.
inline const std::size_t active = [] {
  const char* number = std::getenv("CCOP_MUTANT");
  return number == nullptr ? std::size_t{0} : static_cast<std::size_t>(std::strtoul(number, nullptr, 10));
}();

inline bool chosen(std::size_t mutant) {
  if (active == 0) reached[mutant].store(true, std::memory_order_relaxed);
  return mutant == active;
}

}  // namespace ccop::mutation
