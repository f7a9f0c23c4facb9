#include "server/limits.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace ccop::server {

std::string caller_of(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  const bool is_ipv4 = std::equal(mapped.begin(), mapped.end(), bytes.begin());
  if (!is_ipv4) std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
}

bool TryLimit::take(const std::string& key, Time now) {
  const std::scoped_lock lock{mutex_};
  if (buckets_.size() > 100'000)
    std::erase_if(buckets_,
                  [&](const auto& item) { return now - item.second.at > refill_ * static_cast<std::int64_t>(most_); });
  const auto [found, fresh] = buckets_.try_emplace(key, Bucket{most_, now});
  Bucket& bucket = found->second;
  const auto gained = static_cast<double>((now - bucket.at).count()) / static_cast<double>(refill_.count());
  bucket.left = std::min(most_, bucket.left + std::max(0.0, gained));
  bucket.at = now;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

}  // namespace ccop::server
