#include "host/heads.hpp"

#include <algorithm>

namespace ccop::host {

using community::Head;

void Heads::take(const Head& head, Time at) {
  for (auto undated = heads_.rbegin(); undated != heads_.rend() && undated->since == Time::max(); ++undated)
    undated->since = at;
  heads_.push_back({head, at});
  // A head is as old as the one that followed it.
  while (heads_.size() > 2 && heads_[1].since < at - longest_) heads_.pop_front();
}

void Heads::take_undated(const Head& head) {
  heads_.push_back({head, Time::max()});
}

void Heads::reset(const Head& head, Time at) {
  heads_.assign(1, {head, at});
}

bool Heads::has(const Head& head, Time at, std::chrono::milliseconds longest) const {
  const auto found = std::ranges::lower_bound(heads_, head.size, {}, [](const Seen& seen) { return seen.head.size; });
  if (found == heads_.end() || found->head != head) return false;
  const auto next = std::next(found);
  return next == heads_.end() || next->since >= at - longest;
}

}  // namespace ccop::host
