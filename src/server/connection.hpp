// One connection, from its first request to its last. Included by this folder's network files alone: Asio and Beast are
// heavy.
#pragma once

#include "server/crowd.hpp"
#include "server/http.hpp"
#include "server/patience.hpp"
#include "server/proxies.hpp"

#include <boost/asio/ssl.hpp>

#include <atomic>
#include <functional>

namespace ccop::server {

namespace ssl = boost::asio::ssl;

struct ServeOptions {
  Handler handler;
  std::size_t largest_body{};         ///< of a body that anybody may send
  BodyLimit larger_body;              ///< asked about a larger one; none: it is refused
  std::chrono::seconds time_limit{};  ///< for a request to arrive, and for its answer to be taken
  Proxies proxies;
  std::size_t bodies_by_address{};  ///< larger ones, that have not arrived whole
  const std::atomic<bool>* stopping{};
  std::shared_ptr<const std::string> refusal_lines;  ///< of what no handler answers
  Crowd bodies;
  std::function<bool(const std::string& path)> is_for_machines;  ///< there, too much is refused in TAXII's form
};

[[nodiscard]] Awaitable<void> serve_plain(Socket socket, Patience& patience, ServeOptions& options);
[[nodiscard]] Awaitable<void> serve_tls(Socket socket, Patience& patience, ssl::context& tls, ServeOptions& options);

}  // namespace ccop::server
