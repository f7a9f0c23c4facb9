#include "server/identity/challenges.hpp"

#include "base/big_endian.hpp"

#include <sodium.h>

#include <algorithm>
#include <optional>

namespace ccop::server {
namespace {

constexpr auto challenge_lasts = minutes{5};
constexpr std::size_t code_at = 16;

void put_code(Hash& challenge, const Hash& key) {
  crypto_generichash(challenge.data() + code_at, challenge.size() - code_at, challenge.data(), code_at, key.data(),
                     key.size());
}

std::optional<Hash> whole(ByteView bytes) {
  Hash challenge{};
  if (bytes.size() != challenge.size()) return std::nullopt;
  std::ranges::copy(bytes, challenge.begin());
  return challenge;
}

}  // namespace

Hash Challenges::make(Time now) const {
  Hash challenge{};
  fill_random(challenge);
  std::ranges::copy(bytes_of(number_bytes(static_cast<std::uint64_t>(now.time_since_epoch().count()))),
                    challenge.begin());
  put_code(challenge, key_);
  return challenge;
}

bool Challenges::is_fresh(ByteView bytes, Time now) const {
  const auto challenge = whole(bytes);
  if (!challenge) return false;
  Hash expected = *challenge;
  put_code(expected, key_);
  if (!equal_in_constant_time(expected, *challenge)) return false;
  const auto age = now - Time{std::chrono::milliseconds{static_cast<std::int64_t>(number_in(text_of(bytes)))}};
  const std::scoped_lock lock{mutex_};
  return age <= challenge_lasts && !used_.contains(*challenge);
}

bool Challenges::use(ByteView bytes, Time now) {
  const auto challenge = whole(bytes);
  if (!challenge || !is_fresh(bytes, now)) return false;
  const std::scoped_lock lock{mutex_};
  std::erase_if(used_, [&](const auto& item) { return now - item.second > challenge_lasts; });
  return used_.emplace(*challenge, now).second;
}

}  // namespace ccop::server
