#include "notify/hooks/sending.hpp"

#include <algorithm>

namespace ccop::notify {
namespace {

constexpr long longest_seconds = 10;
constexpr std::size_t most_of_an_answer = std::size_t{64} * 1024;
constexpr std::chrono::milliseconds first_wait = std::chrono::seconds{30};
constexpr std::chrono::milliseconds longest_wait = hours{6};

std::vector<std::string> valid_secrets(const HookSecrets& secrets, Time now) {
  std::vector<std::string> valid{secrets.secret};
  if (secrets.older && secrets.older_until && now < *secrets.older_until) valid.push_back(*secrets.older);
  return valid;
}

HookTry read_answer(const exchange::Fetched& answer) {
  const auto status = static_cast<std::uint32_t>(answer.status);
  if (status == 0) return {HookTrouble::no_answer, 0, answer.trouble};
  if (status >= 200 && status < 300) return {};
  if (status >= 300 && status < 400) return {HookTrouble::redirected, status, {}};
  return {status == 410 ? HookTrouble::gone : HookTrouble::refused, status, {}};
}

}  // namespace

HookTry try_hook(const HookMeans& means, const Hook& hook, const HookSecrets& secrets, const Delivery& delivery,
                 Time now, const std::function<bool()>& stop) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  exchange::Fetching asking;
  asking.url = secrets.url;
  asking.accept = "*/*";
  asking.body = hook_body(hook.form, delivery, means.origin, means.words);
  asking.content_type = "application/json";
  asking.headers = {{"CCOP-Delivery", delivery.id},
                    {"CCOP-Signature",
                     hook_signature(*asking.body, static_cast<std::uint64_t>(seconds), valid_secrets(secrets, now))}};
  asking.longest_seconds = longest_seconds;
  asking.reads_at_most = most_of_an_answer;
  asking.outbound = &means.outbound;
  asking.stop = stop;
  return read_answer(means.fetch(asking));
}

std::chrono::milliseconds wait_after(std::uint32_t failures, double chance) {
  const std::uint32_t doublings = std::min(std::max(failures, 1u) - 1, 16u);
  const auto wait = std::min(first_wait * (1 << doublings), longest_wait);
  return std::chrono::duration_cast<std::chrono::milliseconds>(wait * (0.75 + chance / 2));
}

HookStanding after_try(HookStanding standing, const HookTry& tried, Time now, double chance) {
  standing.tried_at = now;
  standing.trouble = tried.trouble;
  standing.status = tried.status;
  standing.detail = tried.detail;
  if (tried.trouble == HookTrouble::none) {
    standing.sent_at = now;
    standing.failures = 0;
    standing.failing_since.reset();
    standing.next_at.reset();
    return standing;
  }
  ++standing.failures;
  if (!standing.failing_since) standing.failing_since = now;
  standing.next_at = now + wait_after(standing.failures, chance);
  if (tried.trouble == HookTrouble::gone)
    standing.pause = HookPause::gone;
  else if (now - *standing.failing_since >= hook_patience)
    standing.pause = HookPause::failed_too_long;
  return standing;
}

}  // namespace ccop::notify
