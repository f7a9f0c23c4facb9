#include "server/limits.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace ccop::server {
namespace {

constexpr std::size_t most_buckets = 100'000;

}  // namespace

std::string caller_of(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  const bool is_ipv4 = std::equal(mapped.begin(), mapped.end(), bytes.begin());
  if (!is_ipv4) std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
}

double TryLimit::left_in(const Bucket& bucket, Time now) const {
  const double gained = most_ * static_cast<double>((now - bucket.at).count()) / static_cast<double>(whole_.count());
  return std::min(most_, bucket.left + std::max(0.0, gained));
}

TryLimit::Bucket& TryLimit::bucket_of(const std::string& key, Time now) {
  if (buckets_.size() > most_buckets)
    std::erase_if(buckets_, [&](const auto& item) { return now - item.second.at > whole_; });
  const auto [found, fresh] = buckets_.try_emplace(key, Bucket{most_, now});
  Bucket& bucket = found->second;
  bucket.left = left_in(bucket, now);
  bucket.at = std::max(bucket.at, now);
  return bucket;
}

bool TryLimit::take(const std::string& key, Time now, double amount) {
  const std::scoped_lock lock{mutex_};
  Bucket& bucket = bucket_of(key, now);
  if (bucket.left < amount) return false;
  bucket.left -= amount;
  return true;
}

bool TryLimit::has(const std::string& key, Time now, double amount) const {
  const std::scoped_lock lock{mutex_};
  const auto found = buckets_.find(key);
  return (found == buckets_.end() ? most_ : left_in(found->second, now)) >= amount;
}

void TryLimit::spend(const std::string& key, Time now, double amount) {
  const std::scoped_lock lock{mutex_};
  bucket_of(key, now).left -= amount;
}

double TryLimit::used(const std::string& key, Time now) const {
  const std::scoped_lock lock{mutex_};
  const auto found = buckets_.find(key);
  return found == buckets_.end() ? 0 : std::min(1.0, 1 - left_in(found->second, now) / most_);
}

}  // namespace ccop::server
