// Limits on tries: a bucket of tokens for each key (an address, an account), refilled with time.
#pragma once

#include "base/time.hpp"

#include <map>
#include <mutex>
#include <string>

namespace ccop::server {

/// What counts as one caller: an IPv4 address, or the /64 network of an IPv6 address, all of which one subscriber has.
[[nodiscard]] std::string caller_of(const std::string& address);

class TryLimit {
 public:
  /// At most `most` tries at once, and one more every `refill`.
  TryLimit(double most, std::chrono::milliseconds refill) : most_(most), refill_(refill) {}

  /// Takes one try of `key`; false when none is left.
  [[nodiscard]] bool take(const std::string& key, Time now);

 private:
  struct Bucket {
    double left{};
    Time at{};
  };
  double most_;
  std::chrono::milliseconds refill_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace ccop::server
