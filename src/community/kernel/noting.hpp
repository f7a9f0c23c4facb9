// With which an act is taken note of: who asked for it and when, and where in the record it stands.
#pragma once

#include "community/kernel/ruling.hpp"

namespace ccop::community {

struct Noting {
  const Asking& asking;
  std::uint64_t entry{};  ///< counted from 0
};

}  // namespace ccop::community
