// One try to bring a message to a hook, and when the next one is due.
#pragma once

#include "exchange/fetch.hpp"
#include "notify/hooks/kept.hpp"
#include "notify/hooks/message.hpp"

namespace ccop::notify {

/// What messages are made of and sent with, the same for all hooks of a community.
struct HookMeans {
  exchange::Fetch fetch;
  exchange::Outbound outbound;
  std::string origin;  ///< the address of the community's page, without a slash at its end
  HookWords words;
};

struct HookTry {
  HookTrouble trouble{};
  std::uint32_t status{};
  std::string detail;
};

/// Asks once, for ten seconds at most; no redirect is followed, and of the answer its status alone counts. `stop` ends
/// it at once.
[[nodiscard]] HookTry try_hook(const HookMeans& means, const Hook& hook, const HookSecrets& secrets,
                               const Delivery& delivery, Time now, const std::function<bool()>& stop);

/// A hook that fails for so long is paused.
inline constexpr auto hook_patience = days{3};
/// No message waits longer: a hook that fails is tried once more after its days of patience are over.
inline constexpr auto longest_delay = hook_patience + hours{8};

/// How long to wait after so many failures in a row: twice as long each time, six hours at most, and by `chance` (0
/// to 1) up to a quarter more or less, so that those who failed together don't come back together.
[[nodiscard]] std::chrono::milliseconds wait_after(std::uint32_t failures, double chance);

/// How it stands after this try.
[[nodiscard]] HookStanding after_try(HookStanding standing, const HookTry& tried, Time now, double chance);

}  // namespace ccop::notify
