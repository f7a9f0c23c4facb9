#include "server/identity/recovery_requests.hpp"

#include "base/codec.hpp"

#include <algorithm>
#include <charconv>

namespace ccop::server {
namespace {

constexpr const char* prefix = "recovery/";
constexpr const char* nobody = "no-recovery";
constexpr auto request_lasts = hours{72};
constexpr std::uint32_t most_doublings = 5;

/// One hour after the first request, then two, four, ... thirty-two.
std::chrono::milliseconds patience(const RecoveryRequest& request) {
  return hours{1} * (1 << std::min(request.times - 1, most_doublings));
}

}  // namespace

RecoveryRequests::RecoveryRequests(store::Store& store, Time now) : store_(store) {
  std::vector<std::string> over;
  store_.each_setting(prefix, [&](std::string_view name, std::string_view value) {
    const auto request = from_json<RecoveryRequest>(value);
    const std::string_view number = name.substr(std::string_view{prefix}.size());
    std::uint32_t person = 0;
    std::from_chars(number.data(), number.data() + number.size(), person);
    if (now - request.asked_at >= request_lasts)
      over.emplace_back(name);
    else
      requests_.emplace(community::PersonId{person}, request);
  });
  for (const auto& name : over) store_.unset(name);
}

bool RecoveryRequests::ask(community::PersonId person, const Hash& link_key, Time now) {
  RecoveryRequest next{link_key, now, 1};
  {
    const std::scoped_lock lock{mutex_};
    if (const auto before = requests_.find(person);
        before != requests_.end() && now - before->second.asked_at < request_lasts) {
      if (now - before->second.asked_at < patience(before->second)) return false;
      next.times = before->second.times + 1;
    }
    requests_[person] = next;
  }
  store_.set(prefix + std::to_string(person.value), to_json(next));
  return true;
}

void RecoveryRequests::ask_nobody(const Hash& link_key, Time now) {
  store_.set(nobody, to_json(RecoveryRequest{link_key, now, 1}));
}

void RecoveryRequests::settle(community::PersonId person) {
  {
    const std::scoped_lock lock{mutex_};
    if (requests_.erase(person) == 0) return;
  }
  store_.unset(prefix + std::to_string(person.value));
}

std::map<community::PersonId, Hash> RecoveryRequests::pending(Time now) const {
  std::map<community::PersonId, Hash> all;
  const std::scoped_lock lock{mutex_};
  for (const auto& [person, request] : requests_)
    if (now - request.asked_at < request_lasts) all.emplace(person, request.link_key);
  return all;
}

std::optional<Time> RecoveryRequests::asked_as(community::PersonId person, Time now) const {
  const std::scoped_lock lock{mutex_};
  const auto found = requests_.find(person);
  if (found == requests_.end() || now - found->second.asked_at >= request_lasts) return std::nullopt;
  return found->second.asked_at;
}

}  // namespace ccop::server
