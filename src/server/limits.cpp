#include "server/limits.hpp"

#include <algorithm>

namespace ccop::server {

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
