#include "server/kernel/event_hub.hpp"

#include "base/canonical_json.hpp"

namespace ccop::server {
namespace {

std::string event_of(std::uint64_t size, const Changes& changes) {
  std::string event = "event: record\ndata: {\"size\":" + std::to_string(size);
  if (!changes.is_everything() && !changes.listed().empty()) {
    char separator = '[';
    event += ",\"changed\":";
    for (const community::Concern& change : changes.listed()) {
      event += std::exchange(separator, ',');
      event += "{\"chapter\":";
      append_json_string(event, change.chapter);
      if (change.id) event += ",\"id\":" + std::to_string(*change.id);
      event += '}';
    }
    event += ']';
  }
  return event + "}\n\n";
}

}  // namespace

Changes Changes::everything() {
  Changes changes;
  changes.all_.reset();
  return changes;
}

Changes Changes::of(const std::vector<std::optional<community::Concern>>& concerns) {
  std::set<community::Concern> known;
  for (const auto& concern : concerns) {
    if (!concern) return everything();
    known.insert(*concern);
  }
  return Changes{std::move(known)};
}

void Changes::merge(const Changes& more) {
  if (!all_) return;
  if (!more.all_) return all_.reset();
  all_->insert(more.all_->begin(), more.all_->end());
  limit();
}

void Changes::limit() {
  if (all_ && all_->size() > most) all_.reset();
}

class EventHub::Subscription final : public EventSource {
 public:
  Subscription(EventHub& hub, std::uint64_t size) : hub_(hub), told_(size), size_(size) {}
  ~Subscription() override {
    const std::scoped_lock lock{hub_.mutex_};
    hub_.subscriptions_.erase(this);
  }
  Subscription(const Subscription&) = delete;
  Subscription& operator=(const Subscription&) = delete;
  Subscription(Subscription&&) = delete;
  Subscription& operator=(Subscription&&) = delete;

  void start(Wake wake) override {
    const std::scoped_lock lock{hub_.mutex_};
    wake_ = std::move(wake);
    hub_.subscriptions_.insert(this);
  }
  /// The first time without saying what changed: a listener who comes back doesn't know what it missed.
  std::string take() override {
    const std::scoped_lock lock{mutex_};
    const bool is_greeted = std::exchange(is_greeted_, true);
    if (size_ == std::exchange(told_, size_) && is_greeted && changes_.are_none()) return {};
    const Changes changes = std::exchange(changes_, Changes{});
    return event_of(size_, is_greeted ? changes : Changes::everything());
  }
  /// With the hub's mutex held. Without a size: the record is as long as it was.
  void tell(std::optional<std::uint64_t> size, const Changes& changes) {
    {
      const std::scoped_lock lock{mutex_};
      size_ = size.value_or(size_);
      changes_.merge(changes);
    }
    wake_();
  }
  /// The same.
  void wake() { wake_(); }

 private:
  EventHub& hub_;
  std::mutex mutex_;
  std::uint64_t told_;
  std::uint64_t size_;
  Changes changes_;  ///< since it was last asked
  bool is_greeted_{};
  Wake wake_;
};

std::shared_ptr<EventSource> EventHub::subscribe(std::uint64_t size) {
  return std::make_shared<Subscription>(*this, size);
}

void EventHub::announce(std::uint64_t size, const Changes& changes) {
  const std::scoped_lock lock{mutex_};
  for (Subscription* subscription : subscriptions_) subscription->tell(size, changes);
}

void EventHub::announce_beside(const Changes& changes) {
  const std::scoped_lock lock{mutex_};
  for (Subscription* subscription : subscriptions_) subscription->tell(std::nullopt, changes);
}

void EventHub::look_again() {
  const std::scoped_lock lock{mutex_};
  for (Subscription* subscription : subscriptions_) subscription->wake();
}

std::size_t EventHub::listeners() const {
  const std::scoped_lock lock{mutex_};
  return subscriptions_.size();
}

}  // namespace ccop::server
