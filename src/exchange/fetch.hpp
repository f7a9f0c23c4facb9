// Asks another server for something over HTTP.
#pragma once

#include "exchange/outbound.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace ccop::exchange {

struct Fetching {
  std::string url;
  std::string accept;
  std::string user;  ///< for Basic authentication; empty: `secret` is a bearer token, or there is none
  std::string secret;
  std::string api_key;                           ///< as MISP wants it: the Authorization field as it is
  std::optional<std::string> body{};             ///< to be posted
  std::string content_type{};                    ///< of the body
  std::map<std::string, std::string> headers{};  ///< besides
  long longest_seconds{120};
  /// Of an answer whose status is all that matters: no more of its body is read, and that it has more is no trouble.
  std::optional<std::size_t> reads_at_most{};
  /// Where it may connect to: each address is looked at when it is connected to, whatever a name resolved to before,
  /// and no proxy stands between. None: anywhere.
  const Outbound* outbound{};
  std::function<bool()> stop{};  ///< asked while it lasts; true ends it
};

struct Fetched {
  long status{};  ///< 0: there was no answer, and `trouble` says why
  std::string body;
  std::map<std::string, std::string> headers;  ///< names in small letters
  std::string trouble;
};

using Fetch = std::function<Fetched(const Fetching&)>;

/// By https, its certificates checked, and by http where it is of this machine; no redirects, at most 64 MiB.
[[nodiscard]] Fetched fetch(const Fetching& asking);

}  // namespace ccop::exchange
