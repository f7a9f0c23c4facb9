// Which item each session is at, for as long as the server runs: after a start of it whoever leads a session says it
// anew.
#pragma once

#include "community/meetings/state.hpp"

#include <map>
#include <mutex>

namespace ccop::server {

/// An item of an agenda, and since when it is talked about.
struct ItemTaken {
  ContentHash item{};
  Time since{};
};

/// May be used by several threads.
class Floors {
 public:
  [[nodiscard]] std::optional<ItemTaken> of(community::SessionId session) const {
    const std::scoped_lock lock{mutex_};
    const auto found = taken_.find(session);
    return found == taken_.end() ? std::nullopt : std::optional{found->second};
  }
  void take(community::SessionId session, const std::optional<ItemTaken>& taken) {
    const std::scoped_lock lock{mutex_};
    if (taken)
      taken_.insert_or_assign(session, *taken);
    else
      taken_.erase(session);
  }

 private:
  mutable std::mutex mutex_;
  std::map<community::SessionId, ItemTaken> taken_;
};

}  // namespace ccop::server
