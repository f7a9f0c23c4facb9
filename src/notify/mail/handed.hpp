// A mail on its way out, and what became of it.
#pragma once

#include <functional>
#include <string>

namespace ccop::notify {

struct Envelope {
  std::string from;
  std::string to;
  std::string mail;  ///< as `written` gives it
};

/// What became of a mail.
struct Handed {
  enum class Result {
    accepted,     ///< the relay took it over
    later,        ///< it does not take this one now: an answer that begins with 4
    refused,      ///< it never will: an answer to the mail itself that begins with 5
    unreachable,  ///< nothing wrong with the mail: no connection, no TLS, no sign-in, or it does not let the host send
  };
  Result result{};
  std::string answer;  ///< the relay's last line, or why there was none; printable ASCII
};

/// Asked while it lasts; true ends it.
using Stop = std::function<bool()>;
/// Brings a mail to the relay, or wherever mails are kept.
using HandOver = std::function<Handed(const Envelope& envelope, const Stop& stop)>;

}  // namespace ccop::notify
