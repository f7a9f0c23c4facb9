#include "notify/hooks/hooks.hpp"

#include "community/record/state.hpp"

#include <boost/core/demangle.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace ccop::notify {
namespace {

constexpr std::uint64_t entries_at_once = 256;
/// How far the record was looked through is written down with what was queued, and else so seldom.
constexpr std::uint64_t until_is_kept_every = 1000;
constexpr auto looks_again_after = std::chrono::seconds{5};
/// A channel that missed more than this would read it no more.
constexpr std::size_t most_waiting = 200;

std::string random_text() {
  Hash random{};
  fill_random(random);
  return to_base64url(random);
}

double random_share() {
  std::array<std::uint8_t, 2> random{};
  fill_random(random);
  return (random[0] * 256 + random[1]) / 65536.0;
}

std::string server_in(const std::string& url) {
  const auto slashes = url.find("//");
  const std::size_t begin = slashes == std::string::npos ? 0 : slashes + 2;
  return url.substr(begin, url.find_first_of("/?#", begin) - begin);
}

bool hears(const Hook& hook, HookKind kind) {
  return std::ranges::find(hook.kinds, kind) != hook.kinds.end();
}

}  // namespace

Hooks::Hooks(host::LiveCommunity& live, HookMeans means) : live_(live), means_(std::move(means)) {
  KeptHooks kept = kept_hooks(live_.store());
  hooks_ = std::move(kept.all);
  // A copy that was put back may be shorter than what was dealt with.
  until_ = hooks_.empty() ? live_.size() : std::min(kept.until.value_or(live_.size()), live_.size());
  kept_until_ = until_;
  thread_ = std::thread{[this] { run(); }};
}

Hooks::~Hooks() {
  stop();
}

std::vector<Hooks::Row> Hooks::all() const {
  const std::scoped_lock lock{mutex_};
  std::vector<Row> rows;
  rows.reserve(hooks_.size());
  for (const auto& [id, kept] : hooks_) rows.push_back({kept.hook, kept.standing, kept.waiting.size()});
  std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.hook.since; });
  return rows;
}

std::optional<Hooks::Made> Hooks::add(const Wish& wish) {
  const std::scoped_lock lock{mutex_};
  if (hooks_.size() >= most_hooks) return std::nullopt;
  follow();
  const HookSecrets secrets{wish.url, random_text(), {}, {}};
  KeptHook kept;
  kept.hook = {random_id(), wish.title, server_in(wish.url), wish.form,
               wish.kinds,  wish.by,    live_.now(),         sealed_secrets(secrets, live_.master())};
  live_.store().change({keeping(kept.hook), keeping_until(until_)});
  kept_until_ = until_;
  const std::string id = kept.hook.id;
  hooks_.emplace(id, std::move(kept));
  return Made{id, secrets.secret};
}

bool Hooks::change(const std::string& id, std::vector<HookKind> kinds) {
  const std::scoped_lock lock{mutex_};
  const auto found = hooks_.find(id);
  if (found == hooks_.end()) return false;
  follow();  // what happened before is told by what was wished before
  Hook changed = found->second.hook;
  changed.kinds = std::move(kinds);
  live_.store().change({keeping(changed), keeping_until(until_)});
  kept_until_ = until_;
  found->second.hook = std::move(changed);
  return true;
}

std::optional<std::string> Hooks::renew_secret(const std::string& id) {
  const std::scoped_lock lock{mutex_};
  const auto found = hooks_.find(id);
  if (found == hooks_.end()) return std::nullopt;
  Hook changed = found->second.hook;
  HookSecrets secrets = opened_secrets(changed, live_.master());
  secrets.older = std::exchange(secrets.secret, random_text());
  secrets.older_until = live_.now() + change_over;
  changed.sealed = sealed_secrets(secrets, live_.master());
  live_.store().change({keeping(changed)});
  found->second.hook = std::move(changed);
  return secrets.secret;
}

bool Hooks::end(const std::string& id) {
  const std::scoped_lock lock{mutex_};
  const auto found = hooks_.find(id);
  if (found == hooks_.end()) return false;
  live_.store().change(dropping(found->second));
  hooks_.erase(found);
  return true;
}

bool Hooks::test(const std::string& id) {
  {
    const std::scoped_lock lock{mutex_};
    const auto found = hooks_.find(id);
    if (found == hooks_.end()) return false;
    const Time now = live_.now();
    found->second.test = Delivery{random_id(), {}, "/", now, {}, now};
  }
  hurry();
  return true;
}

bool Hooks::resume(const std::string& id) {
  const std::scoped_lock lock{mutex_};
  const auto found = hooks_.find(id);
  if (found == hooks_.end()) return false;
  follow();
  const HookStanding fresh{found->second.standing.sent_at, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  live_.store().change({keeping(id, fresh), keeping_until(until_)});
  kept_until_ = until_;
  found->second.standing = fresh;
  return true;
}

void Hooks::hurry() {
  const std::scoped_lock lock{signal_mutex_};
  hurried_ = true;
  changed_.notify_one();
}

void Hooks::stop() {
  {
    const std::scoped_lock lock{signal_mutex_};
    stopping_ = true;
    changed_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void Hooks::run() {
  bool has_more = true;
  while (!stopping_) {
    if (!has_more) {
      std::unique_lock lock{signal_mutex_};
      changed_.wait_for(lock, looks_again_after, [this] { return hurried_ || stopping_; });
      hurried_ = false;
    }
    try {
      has_more = !stopping_ && work();
    } catch (const std::exception& error) {  // a full disk, a lost database: it is tried again
      spdlog::error("hooks could not be served ({})", boost::core::demangle(typeid(error).name()));
      has_more = false;
    }
  }
}

bool Hooks::work() {
  std::optional<Due> due;
  {
    const std::scoped_lock lock{mutex_};
    follow();
    due = next_due();
  }
  if (!due) return false;
  const Time now = live_.now();
  const HookTry tried = try_once(*due, now);
  // What was cut off by the end of the host is neither taken nor refused.
  if (stopping_ && tried.trouble == HookTrouble::no_answer) return false;
  const std::scoped_lock lock{mutex_};
  settle(*due, tried, now);
  return true;
}

void Hooks::follow() {
  const std::uint64_t size = live_.read(community::record_size);
  if (hooks_.empty()) {
    until_ = size;
    return;
  }
  while (until_ < size && !stopping_) follow_some(std::min(entries_at_once, size - until_));
}

void Hooks::follow_some(std::uint64_t count) {
  std::vector<community::Outline> outlines;
  live_.store().read_entries(until_, count,
                             [&](std::string_view bytes) { outlines.push_back(community::decode_outline(bytes)); });
  std::vector<HookEvent> events;
  live_.read([&](const community::Community& now) {
    std::uint64_t entry = until_;
    for (const auto& outline : outlines)
      for (HookEvent& event : events_of(now, entry++, outline)) events.push_back(std::move(event));
  });
  const Time now = live_.now();
  std::erase_if(events, [&](const HookEvent& event) { return event.at + oldest_news < now; });

  std::vector<store::SettingChange> changes;
  std::vector<std::pair<KeptHook*, Delivery>> queued;
  for (auto& [id, kept] : hooks_) {
    if (kept.standing.pause) continue;
    std::optional<std::uint64_t> last;  // of an entry one message at most
    for (const HookEvent& event : events) {
      if (last == event.entry || !hears(kept.hook, event.kind)) continue;
      last = event.entry;
      Delivery delivery{random_id(), event.kind, event.path, event.at, event.entry, now};
      changes.push_back(keeping(id, delivery));
      queued.emplace_back(&kept, std::move(delivery));
    }
  }
  const std::uint64_t next = until_ + outlines.size();
  if (!changes.empty() || next - kept_until_ >= until_is_kept_every) {
    changes.push_back(keeping_until(next));
    live_.store().change(std::move(changes));
    kept_until_ = next;
  }
  until_ = next;
  for (auto& [kept, delivery] : queued) kept->waiting.push_back(std::move(delivery));
}

std::optional<Hooks::Due> Hooks::next_due() {
  const Time now = live_.now();
  const KeptHook* next = nullptr;  // the one that had no turn for longest: a slow one delays the others by one try
  for (auto& [id, kept] : hooks_) {
    if (kept.test) return Due{kept.hook, *kept.test};
    if (kept.standing.pause || kept.waiting.empty()) continue;
    give_up_old(kept, now);
    if (kept.waiting.empty() || kept.standing.next_at.value_or(now) > now) continue;
    if (next == nullptr || kept.standing.tried_at < next->standing.tried_at) next = &kept;
  }
  if (next == nullptr) return std::nullopt;
  return Due{next->hook, next->waiting.front()};
}

void Hooks::give_up_old(KeptHook& kept, Time now) {
  std::vector<store::SettingChange> changes;
  std::size_t count = 0;
  for (const Delivery& delivery : kept.waiting) {
    const bool is_too_old = delivery.queued + longest_delay < now;
    const bool is_too_many = kept.waiting.size() - count > most_waiting;
    if (!is_too_old && !is_too_many) break;
    changes.push_back(dropping(kept.hook.id, delivery));
    ++count;
  }
  if (count == 0) return;
  HookStanding standing = kept.standing;
  standing.missed += static_cast<std::uint32_t>(count);
  changes.push_back(keeping(kept.hook.id, standing));
  live_.store().change(std::move(changes));
  kept.standing = std::move(standing);
  kept.waiting.erase(kept.waiting.begin(), kept.waiting.begin() + static_cast<std::ptrdiff_t>(count));
}

HookTry Hooks::try_once(const Due& due, Time now) const {
  try {
    return try_hook(means_, due.hook, opened_secrets(due.hook, live_.master()), due.delivery, now,
                    [this] { return stopping_.load(); });
  } catch (const store::StoreError& error) {
    return {HookTrouble::no_answer, 0, error.what()};
  }
}

void Hooks::settle(const Due& due, const HookTry& tried, Time now) {
  const auto found = hooks_.find(due.hook.id);
  if (found == hooks_.end()) return;  // ended meanwhile
  KeptHook& kept = found->second;
  const bool is_test = kept.test && kept.test->id == due.delivery.id;
  if (is_test) kept.test.reset();
  if (tried.trouble != HookTrouble::none)
    spdlog::warn("the hook {} did not take a message: {}", due.hook.id,
                 tried.status == 0 ? tried.detail : "status " + std::to_string(tried.status));

  HookStanding standing = after_try(kept.standing, tried, now, random_share());
  std::vector<store::SettingChange> changes;
  if (is_test && tried.trouble != HookTrouble::none) {
    // What is tried by hand tells how it is, and neither delays nor pauses what waits.
    standing.failures = kept.standing.failures;
    standing.failing_since = kept.standing.failing_since;
    standing.next_at = kept.standing.next_at;
    standing.pause = kept.standing.pause;
  }
  const bool is_taken = !is_test && tried.trouble == HookTrouble::none && !kept.waiting.empty() &&
                        kept.waiting.front().id == due.delivery.id;
  if (is_taken) {
    changes.push_back(dropping(due.hook.id, kept.waiting.front()));
    kept.waiting.pop_front();
  }
  kept.standing = std::move(standing);
  if (kept.standing.pause) pause(kept, changes);
  changes.push_back(keeping(due.hook.id, kept.standing));
  live_.store().change(std::move(changes));
}

void Hooks::pause(KeptHook& kept, std::vector<store::SettingChange>& changes) const {
  for (const Delivery& delivery : kept.waiting) changes.push_back(dropping(kept.hook.id, delivery));
  kept.standing.missed += static_cast<std::uint32_t>(kept.waiting.size());
  kept.waiting.clear();
  spdlog::warn("the hook {} is paused, for it took nothing", kept.hook.id);
}

}  // namespace ccop::notify
