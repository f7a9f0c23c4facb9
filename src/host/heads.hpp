// The heads of the log that a device may have seen when it signed: each entry names one, so that a host which shows
// people different histories has them sign it.
#pragma once

#include "community/entry.hpp"

#include <deque>

namespace ccop::host {

/// How old a head may be when its act is appended.
inline constexpr auto longest_head = minutes{10};
/// How old the one may be that somebody's sign-in named, when the session key signs its first act.
inline constexpr auto longest_sign_in = community::session_key_lasts + longest_head;

/// The last heads of the log, each with the time at which the next entry made it an older one.
class Heads {
 public:
  explicit Heads(std::chrono::milliseconds longest) : longest_(longest) {}

  /// The log has this head from `at` on. Sizes grow.
  void take(const community::Head& head, Time at);
  /// The log has this head from a time on that is not known: somewhere between the heads beside it.
  void take_undated(const community::Head& head);
  /// Nothing is known but this.
  void reset(const community::Head& head, Time at);

  [[nodiscard]] const community::Head& latest() const { return heads_.back().head; }
  /// Whether the log had this head, and not longer ago than that.
  [[nodiscard]] bool has(const community::Head& head, Time at, std::chrono::milliseconds longest = longest_head) const;

 private:
  struct Seen {
    community::Head head;
    Time since{};  ///< the latest that it can be
  };
  std::chrono::milliseconds longest_;
  std::deque<Seen> heads_{Seen{}};  ///< never empty; what is too old is dropped
};

}  // namespace ccop::host
