// One connection, from its first request to its last. Included by this folder's network files alone: Asio and Beast are
// heavy.
#pragma once

#include "server/http.hpp"
#include "server/patience.hpp"

#include <boost/asio/ssl.hpp>

#include <atomic>

namespace ccop::server {

namespace ssl = boost::asio::ssl;

struct ServeOptions {
  Handler handler;
  std::size_t largest_body{};         ///< of a body that anybody may send
  BodyLimit larger_body;              ///< asked about a larger one; none: it is refused
  std::chrono::seconds time_limit{};  ///< for a request to arrive, and for its answer to be taken
  bool behind_proxy{};
  const std::atomic<bool>* stopping{};
};

[[nodiscard]] Awaitable<void> serve_plain(Socket socket, Patience& patience, const ServeOptions& options);
[[nodiscard]] Awaitable<void> serve_tls(Socket socket, Patience& patience, ssl::context& tls,
                                        const ServeOptions& options);

}  // namespace ccop::server
