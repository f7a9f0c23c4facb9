// Lists as sets.
#pragma once

#include <algorithm>
#include <vector>

namespace ccop {

/// In order, and each once.
template <class T>
void sort_each_once(std::vector<T>& all) {
  std::ranges::sort(all);
  const auto repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
}

}  // namespace ccop
