// Keeps a community's subscriptions and pulls them when their time has come, one after the other, in a thread of its
// own.
#pragma once

#include "exchange/pull.hpp"

namespace ccop::exchange {

/// Before the id of each subscription, among the notes of the objects.
inline constexpr std::string_view subscription_prefix = "subscription/";

class Puller {
 public:
  using Unseal = std::function<std::string(const std::string& sealed)>;
  using WhoIsWho = std::function<std::shared_ptr<const Identities>()>;

  Puller(Exchange& exchange, Fetch fetch, Unseal unseal, WhoIsWho identities);
  ~Puller();
  Puller(const Puller&) = delete;
  Puller& operator=(const Puller&) = delete;
  Puller(Puller&&) = delete;
  Puller& operator=(Puller&&) = delete;

  [[nodiscard]] std::vector<std::pair<Subscription, Pulled>> all() const;
  void add(const Subscription& subscription);
  /// False when there is none of this id. One that is being read stops within the page.
  [[nodiscard]] bool end(std::string_view id);
  /// Pulls it as soon as may be; false when there is none of this id.
  [[nodiscard]] bool hurry(std::string_view id);
  void stop();

 private:
  void run();
  /// How it stands afterwards, whatever fails; what fails is told in the host's log.
  [[nodiscard]] Pulled read(const Subscription& subscription, const Pulled& before, std::uint64_t now);
  void keep(const Subscription& subscription, const Pulled& state);

  Exchange& exchange_;
  Fetch fetch_;
  Unseal unseal_;
  WhoIsWho identities_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::pair<Subscription, Pulled>> all_;
  std::atomic<bool> stopping_{};
  std::string reading_;          ///< the id of the one that is being read
  std::atomic<bool> is_over_{};  ///< that one was ended
  std::thread thread_;
};

}  // namespace ccop::exchange
