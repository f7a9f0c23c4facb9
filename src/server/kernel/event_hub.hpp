// Live events: tells every listener of a community that its record grew, and which parts of it changed.
#pragma once

#include "community/hub.hpp"
#include "server/http.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>

namespace ccop::server {

/// Changes as they gather until somebody takes them. What is unknown, or too much to be listed, is everything.
class Changes {
 public:
  static constexpr std::size_t most = 64;

  /// Nothing changed yet.
  Changes() = default;
  explicit Changes(std::set<community::Concern> changes) : all_(std::move(changes)) { limit(); }
  [[nodiscard]] static Changes everything();
  /// Of acts, one of which may concern everything.
  [[nodiscard]] static Changes of(const std::vector<std::optional<community::Concern>>& concerns);

  void merge(const Changes& more);
  [[nodiscard]] bool is_everything() const { return !all_; }
  [[nodiscard]] const std::set<community::Concern>& listed() const { return all_.value(); }
  [[nodiscard]] bool are_none() const { return all_ && all_->empty(); }

 private:
  void limit();
  std::optional<std::set<community::Concern>> all_{std::in_place};
};

class EventHub {
 public:
  [[nodiscard]] std::shared_ptr<EventSource> subscribe(std::uint64_t size);
  void announce(std::uint64_t size, const Changes& changes);
  /// Something changed that lies beside the record, which is as long as before.
  void announce_beside(const Changes& changes);
  /// Has every listener asked again whether they may still listen.
  void look_again();
  [[nodiscard]] std::size_t listeners() const;

 private:
  class Subscription;
  mutable std::mutex mutex_;
  std::set<Subscription*> subscriptions_;
};

}  // namespace ccop::server
