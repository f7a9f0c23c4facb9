// Limits on tries: a bucket of tokens for each key (an address, a person), refilled with time.
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
  /// At most `most` at once; a bucket that is empty is full again after `whole`.
  TryLimit(double most, std::chrono::milliseconds whole) : most_(most), whole_(whole) {}

  /// Takes so many of `key`'s; false, and nothing taken, when there are not as many left.
  [[nodiscard]] bool take(const std::string& key, Time now, double amount = 1);
  /// Whether there are as many left.
  [[nodiscard]] bool has(const std::string& key, Time now, double amount = 1) const;
  /// Takes what is counted only once it is there, also where there are not as many left.
  void spend(const std::string& key, Time now, double amount);
  /// How much of its bucket is used just now, between 0 and 1.
  [[nodiscard]] double used(const std::string& key, Time now) const;

 private:
  struct Bucket {
    double left{};
    Time at{};
  };
  [[nodiscard]] double left_in(const Bucket& bucket, Time now) const;
  /// As it is now. The lock is held.
  [[nodiscard]] Bucket& bucket_of(const std::string& key, Time now);

  double most_;
  std::chrono::milliseconds whole_;
  mutable std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace ccop::server
