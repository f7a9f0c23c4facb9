#include "server/hook_words.hpp"

#include "server/messages.hpp"

namespace ccop::server {
namespace {

std::string_view key_of(notify::HookKind kind) {
  using notify::HookKind;
  switch (kind) {
    case HookKind::meeting_published:
      return "hook-meeting-published";
    case HookKind::meeting_changed:
      return "hook-meeting-changed";
    case HookKind::meeting_cancelled:
      return "hook-meeting-cancelled";
    case HookKind::silence_opened:
      return "hook-silence-opened";
    case HookKind::vote_opened:
      return "hook-vote-opened";
    case HookKind::decision_registered:
      return "hook-decision-registered";
    case HookKind::candidacies_called:
      return "hook-candidacies-called";
    case HookKind::ballot_opened:
      return "hook-ballot-opened";
    case HookKind::election_decided:
      return "hook-election-decided";
    case HookKind::group_founded:
      return "hook-group-founded";
    case HookKind::status_round_opened:
      return "hook-status-round-opened";
  }
  return "hook-test";
}

}  // namespace

std::string hook_words(const std::optional<notify::HookKind>& kind) {
  return sentence(kind ? key_of(*kind) : "hook-test", {});
}

}  // namespace ccop::server
