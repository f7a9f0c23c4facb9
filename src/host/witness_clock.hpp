// By whose clock deadlines pass, where the charter names witnesses: theirs. A time is shown by a head that enough of
// them cosigned then or later.
#pragma once

#include "host/watch.hpp"

#include <atomic>

namespace ccop::host {

class WitnessClock {
 public:
  /// The store outlives this.
  explicit WitnessClock(store::Store& store) : store_(store) {}

  struct Shown {
    Time at{};
    std::uint64_t size{};  ///< of the tree
    std::string note;
  };
  /// What shows the latest time to whoever goes by the charter in force, and may be named in an entry of time `at`: the
  /// log had that head no longer ago than an audit looks back. For the writer's thread alone.
  [[nodiscard]] std::optional<Shown> latest(const community::Community& now, Time at);

  /// There is a cosignature that was not there before; from any thread.
  void heard() { ++heard_; }

 private:
  store::Store& store_;
  std::atomic<std::uint64_t> heard_{1};
  std::uint64_t looked_{};
  std::shared_ptr<const community::Charter> by_;  ///< the charter by which was looked
  std::optional<Shown> latest_;
};

}  // namespace ccop::host
