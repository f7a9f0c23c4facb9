// Challenges for signing in: each counts once, and for five minutes. Whoever asks for one leaves nothing here, so
// nobody can fill the place with challenges that are never answered.
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <map>
#include <mutex>

namespace ccop::server {

class Challenges {
 public:
  Challenges() { fill_random(key_); }

  /// The time, chance, and a code over both that only this server can make.
  [[nodiscard]] Hash make(Time now) const;
  /// Whether it was made here, lately, and was not used yet.
  [[nodiscard]] bool is_fresh(ByteView challenge, Time now) const;
  /// Once what was signed over it holds: false where somebody was quicker.
  [[nodiscard]] bool use(ByteView challenge, Time now);

 private:
  Hash key_{};
  mutable std::mutex mutex_;
  std::map<Hash, Time> used_;  ///< until they are too old anyway
};

}  // namespace ccop::server
