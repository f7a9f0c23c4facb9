// Hands a mail to the host's own relay (RFC 5321, 6409), which signs it (DKIM) and brings it on.
#pragma once

#include "notify/mail/handed.hpp"

namespace ccop::notify {

struct Relay {
  std::string url;   ///< smtps://HOST[:PORT], or smtp://HOST[:PORT], which then must speak STARTTLS
  std::string user;  ///< empty: it knows this machine
  std::string password;
  std::string ca_file;  ///< who vouches for its certificate; empty: the machine's list
  long longest_seconds{60};
};

/// Says in a sentence what is wrong with it; empty where nothing is. A relay on another machine is spoken to by TLS
/// alone.
[[nodiscard]] std::string objection_to(const Relay& relay);

/// Waits for the relay's answer, unless it is to stop.
[[nodiscard]] Handed hand_over(const Relay& relay, const Envelope& envelope, const Stop& stop);

}  // namespace ccop::notify
