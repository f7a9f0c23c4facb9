// What a list shows at once: all that is open, however old, and of what is over the latest; the rest by and by.
#pragma once

#include "server/kernel/reading.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::server {

/// Of what is over, an answer has no more than this.
constexpr std::uint32_t over_at_once = 200;

template <class Id>
struct Listed {
  std::vector<Id> ids;           ///< in their order
  OrNull<std::uint32_t> before;  ///< with which the query asks for those of before that are over, where there are any
};

/// Of `all` ids, which are in their order. The query names from where on (`before`): what is open was told before that.
template <class All, class IsOpen>
[[nodiscard]] auto listed(const Reading& here, All all, const IsOpen& is_open) {
  Listed<std::ranges::range_value_t<All>> found;
  const auto before = here.call.asked_number("before");
  std::uint32_t over = 0;
  std::uint32_t oldest = 0;
  for (const auto id : all | std::views::reverse) {
    if (is_open(id)) {
      if (!before) found.ids.push_back(id);
    } else if (!before || id.value < *before) {
      if (over == over_at_once) {
        found.before = std::optional{oldest};
        if (before) break;
      } else {
        found.ids.push_back(id);
        oldest = id.value;
        ++over;
      }
    }
  }
  std::ranges::reverse(found.ids);
  return found;
}

}  // namespace ccop::server
