// The community: one state for each chapter, a fold of its acts and nothing else. For whoever keeps one, and for what
// goes through all chapters; everybody else asks for the parts that they read (kernel/part.hpp).
#pragma once

#include "community/chapters.hpp"
#include "community/hub.hpp"

#include <tuple>

namespace ccop::community {

/// What the chapters of a list have together.
template <class L>
struct Together;
template <class... Chapter>
struct Together<List<Chapter...>> {
  using States = std::tuple<typename Chapter::State...>;
  using Acts = typename Joined<typename Chapter::Acts...>::type;
  using Commands = typename Joined<typename Chapter::Commands...>::type;
};

struct Community {
  Together<Chapters>::States parts;
  Time last_at{};           ///< the time of the last act: the record's clock never runs backwards
  std::uint64_t entries{};  ///< how many entries of the record this is the fold of
};

}  // namespace ccop::community
