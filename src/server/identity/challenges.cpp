#include "server/identity/challenges.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

constexpr auto challenge_lasts = minutes{5};

}  // namespace

Hash Challenges::make(Time now) {
  Hash challenge{};
  fill_random(challenge);
  const std::scoped_lock lock{mutex_};
  std::erase_if(made_, [&](const auto& item) { return now - item.second > challenge_lasts; });
  made_.emplace(challenge, now);
  return challenge;
}

bool Challenges::take(ByteView challenge, Time now) {
  Hash key{};
  if (challenge.size() != key.size()) return false;
  std::ranges::copy(challenge, key.begin());
  const std::scoped_lock lock{mutex_};
  const auto found = made_.find(key);
  if (found == made_.end()) return false;
  const bool fresh = now - found->second <= challenge_lasts;
  made_.erase(found);
  return fresh;
}

}  // namespace ccop::server
