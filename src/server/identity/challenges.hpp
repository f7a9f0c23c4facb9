// Challenges given out for signing in or enrolling: each is used once, and soon.
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <map>
#include <mutex>

namespace ccop::server {

class Challenges {
 public:
  [[nodiscard]] Hash make(Time now);
  [[nodiscard]] bool take(ByteView challenge, Time now);

 private:
  std::mutex mutex_;
  std::map<Hash, Time> made_;
};

}  // namespace ccop::server
