// A community's hooks: follows the record, and brings to each hook what it hears of, in a thread of its own, so that no
// act waits for anybody's server.
#pragma once

#include "host/live_community.hpp"
#include "notify/hooks/events.hpp"
#include "notify/hooks/sending.hpp"

namespace ccop::notify {

inline constexpr std::size_t most_hooks = 10;
/// What happened longer ago is told to nobody: a host that was down for a week does not flood a channel.
inline constexpr auto oldest_news = days{1};
/// The secret of before is good for so long beside a new one.
inline constexpr auto change_over = days{1};

/// May be used by several threads. Messages are sent in the order of the record, one at a time; what a hook did not
/// take is tried again after longer and longer, for three days. A message that was on its way when the host stopped is
/// sent again, with the same id.
class Hooks {
 public:
  Hooks(host::LiveCommunity& live, HookMeans means);
  ~Hooks();
  Hooks(const Hooks&) = delete;
  Hooks& operator=(const Hooks&) = delete;
  Hooks(Hooks&&) = delete;
  Hooks& operator=(Hooks&&) = delete;

  struct Row {
    Hook hook;
    HookStanding standing;
    std::size_t waiting{};
  };
  /// The oldest first.
  [[nodiscard]] std::vector<Row> all() const;

  struct Wish {
    std::string title;
    std::string url;
    HookForm form{};
    std::vector<HookKind> kinds;
    community::PersonId by{};
  };
  struct Made {
    std::string id;
    std::string secret;  ///< shown once
  };
  /// From here on it hears of what happens; nothing where there are as many hooks as there may be.
  [[nodiscard]] std::optional<Made> add(const Wish& wish);
  /// What it hears of from here on. False, or nothing, where there is no hook of this id: of all these.
  [[nodiscard]] bool change(const std::string& id, std::vector<HookKind> kinds);
  /// The new secret; the one of before signs beside it for a day.
  [[nodiscard]] std::optional<std::string> renew_secret(const std::string& id);
  /// What waits for it goes, too.
  [[nodiscard]] bool end(const std::string& id);
  /// Sends a message that tells nothing, also to a paused hook; once, whatever comes of it.
  [[nodiscard]] bool test(const std::string& id);
  /// One that was paused hears again of what happens from here on.
  [[nodiscard]] bool resume(const std::string& id);

  /// The record grew. Waits for nothing.
  void hurry();
  void stop();

 private:
  /// A message whose time has come.
  struct Due {
    Hook hook;
    Delivery delivery;
  };

  void run();
  /// Everything that is due now; true where there is more.
  bool work();
  /// Queues what the record tells since the last time; of an earlier one nothing is queued again.
  void follow();
  void follow_some(std::uint64_t count);
  [[nodiscard]] std::optional<Due> next_due();
  void give_up_old(KeptHook& kept, Time now);
  [[nodiscard]] HookTry try_once(const Due& due, Time now) const;
  void settle(const Due& due, const HookTry& tried, Time now);
  void pause(KeptHook& kept, std::vector<store::SettingChange>& changes) const;

  host::LiveCommunity& live_;
  HookMeans means_;

  mutable std::mutex mutex_;  ///< of what follows
  std::map<std::string, KeptHook> hooks_;
  std::uint64_t until_{};       ///< entries before it were dealt with
  std::uint64_t kept_until_{};  ///< as it was written down last

  std::mutex signal_mutex_;  ///< of what follows: whoever commits waits for no other
  std::condition_variable changed_;
  bool hurried_{};
  std::atomic<bool> stopping_{};
  std::thread thread_;
};

}  // namespace ccop::notify
