#include "exchange/puller.hpp"

#include "base/codec.hpp"

#include <boost/core/demangle.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace ccop::exchange {
namespace {

constexpr std::string_view state_prefix = "pulled/";

std::string note_name(std::string_view prefix, const std::string& id) {
  return std::string{prefix} + id;
}

}  // namespace

Puller::Puller(Exchange& exchange, Fetch fetch, Unseal unseal, WhoIsWho identities)
    : exchange_(exchange), fetch_(std::move(fetch)), unseal_(std::move(unseal)), identities_(std::move(identities)) {
  exchange_.store().each_note(subscription_prefix, [&](std::string_view, std::string_view value) {
    all_.emplace_back(from_json<Subscription>(value), Pulled{});
  });
  for (auto& [subscription, state] : all_)
    if (const auto kept = exchange_.store().note(note_name(state_prefix, subscription.id)))
      state = from_json<Pulled>(*kept);
  thread_ = std::thread{[this] { run(); }};
}

Puller::~Puller() {
  stop();
}

void Puller::stop() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

std::vector<std::pair<Subscription, Pulled>> Puller::all() const {
  const std::scoped_lock lock{mutex_};
  return all_;
}

void Puller::add(const Subscription& subscription) {
  exchange_.store().set_note(note_name(subscription_prefix, subscription.id), to_json(subscription));
  {
    const std::scoped_lock lock{mutex_};
    all_.emplace_back(subscription, Pulled{});
  }
  changed_.notify_one();
}

bool Puller::end(std::string_view id) {
  {
    const std::scoped_lock lock{mutex_};
    if (std::erase_if(all_, [&](const auto& item) { return item.first.id == id; }) == 0) return false;
    if (reading_ == id) is_over_ = true;
  }
  exchange_.store().set_note(note_name(subscription_prefix, std::string{id}), "");
  exchange_.store().set_note(note_name(state_prefix, std::string{id}), "");
  return true;
}

bool Puller::hurry(std::string_view id) {
  const std::scoped_lock lock{mutex_};
  const auto found = std::ranges::find_if(all_, [&](const auto& item) { return item.first.id == id; });
  if (found == all_.end()) return false;
  found->second.next_at = 0;
  changed_.notify_one();
  return true;
}

void Puller::keep(const Subscription& subscription, const Pulled& state) {
  const std::scoped_lock lock{mutex_};
  const auto found = std::ranges::find_if(all_, [&](const auto& item) { return item.first.id == subscription.id; });
  if (found == all_.end()) return;  // ended meanwhile
  found->second = state;
  exchange_.store().set_note(note_name(state_prefix, subscription.id), to_json(state));
}

Pulled Puller::read(const Subscription& subscription, const Pulled& before, std::uint64_t now) {
  try {
    const auto known = identities_();
    auto after = pull(subscription, subscription.sealed.empty() ? std::string{} : unseal_(subscription.sealed), before,
                      exchange_, *known, fetch_, [this] { return stopping_ || is_over_; });
    // A sentence of ours, or of curl's of its kind of error: none holds what the other side said.
    if (after.failures > before.failures) spdlog::warn("subscription {} failed: {}", subscription.id, after.trouble);
    return after;
  } catch (const std::exception& error) {
    // Its words may hold bits of what was read, and are the Secretary's, whose subscription it is.
    spdlog::warn("subscription {} failed ({})", subscription.id, boost::core::demangle(typeid(error).name()));
    Pulled after = before;
    ++after.failures;
    after.trouble = error.what();
    after.next_at = next_try(subscription, after, now);
    return after;
  }
}

void Puller::run() {
  std::unique_lock lock{mutex_};
  while (!stopping_) {
    const auto now = static_cast<std::uint64_t>(microseconds_now() / 1'000'000);
    const auto due = std::ranges::find_if(all_, [&](const auto& item) { return item.second.next_at <= now; });
    if (due == all_.end()) {
      changed_.wait_for(lock, std::chrono::seconds{5});
      continue;
    }
    const auto [subscription, before] = *due;
    reading_ = subscription.id;
    is_over_ = false;
    lock.unlock();
    const Pulled after = read(subscription, before, now);
    try {
      keep(subscription, after);
    } catch (const store::StoreError& error) {  // full or gone: it is tried again when its time has come
      spdlog::warn("how far subscription {} was read can't be kept: {}", subscription.id, error.what());
      const std::scoped_lock again{mutex_};
      for (auto& [one, state] : all_)
        if (one.id == subscription.id) state = after;
    }
    lock.lock();
  }
}

}  // namespace ccop::exchange
