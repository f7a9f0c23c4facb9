// Strong ids: a PersonId can't be taken for a MotionId. Ids count from 0 within a community, in the order of the
// ledger.
#pragma once

#include <compare>
#include <cstdint>

namespace ccop {

template <class Tag>
struct Id {
  std::uint32_t value{};
  constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace ccop
