// What happened at the doors: sign-ins, refusals, tokens, keys, seats, exports. Beside the record, without a word of
// anybody's content, kept for a while and read by the Secretary; what concerns a person they read themselves.
#pragma once

#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "server/kernel/syslog.hpp"
#include "server/limits.hpp"

#include <boost/describe.hpp>

#include <deque>
#include <filesystem>
#include <optional>
#include <vector>

namespace ccop::server {

enum class SecurityKind {
  signed_in,
  sign_in_failed,
  signed_out,
  session_ended,
  token_made,
  token_ended,
  hook_made,
  hook_changed,
  hook_ended,
  calendar_made,
  calendar_ended,
  link_offered,
  passkey_enrolled,
  passkey_removed,
  recovery_asked,
  recovery_confirmed,
  seat_given,
  seat_ended,
  office_given,
  office_ended,
  refused,
  tried_too_often,
  quota_reached,
  exported,
};
BOOST_DESCRIBE_ENUM(SecurityKind, signed_in, sign_in_failed, signed_out, session_ended, token_made, token_ended,
                    hook_made, hook_changed, hook_ended, calendar_made, calendar_ended, link_offered, passkey_enrolled,
                    passkey_removed, recovery_asked, recovery_confirmed, seat_given, seat_ended, office_given,
                    office_ended, refused, tried_too_often, quota_reached, exported)

struct SecurityEvent {
  Time at{};
  SecurityKind kind{};
  std::optional<community::PersonId> person;  ///< whose door it was, where that is known
  std::string caller;                         ///< an address, or the network of one (caller_of)
  std::string about;                          ///< the key of a refusal, or what was exported; never a text of anybody's
  std::optional<community::PersonId> by{};    ///< who did it, where it was somebody else's door
};
BOOST_DESCRIBE_STRUCT(SecurityEvent, (), (at, kind, person, caller, about, by))

/// May be used by several threads. Where the disk does not take an event it is told in the host's log, and nothing else
/// fails for it.
class SecurityLog {
 public:
  /// Lines of JSON in this file, which its owner alone reads; with an empty path in memory alone. The socket `syslog`
  /// hears of each as well, where it is named; `whose` is the community's name there.
  explicit SecurityLog(std::filesystem::path file, const std::string& syslog = {}, std::string whose = {});

  /// Of one caller not more than a few in a minute are kept: whoever floods it hides nothing of the others'.
  void note(SecurityEvent event);
  /// The newest first, at most `most`; of one person only, where one is named.
  [[nodiscard]] std::vector<SecurityEvent> latest(std::size_t most,
                                                  std::optional<community::PersonId> whose = {}) const;

 private:
  void write(const SecurityEvent& event);
  void rotate() const;
  [[nodiscard]] std::filesystem::path older(unsigned number) const;

  std::filesystem::path file_;
  std::optional<Syslog> syslog_;
  std::string whose_;
  mutable std::mutex mutex_;
  std::deque<SecurityEvent> events_;  ///< as many as are shown
  TryLimit kept_of_caller_;
};

}  // namespace ccop::server
