// One connection, from its first request to its last. Included by this folder's network files alone: Asio and Beast are
// heavy.
#pragma once

#include "server/http.hpp"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

#include <atomic>

namespace ccop::server {

namespace ssl = boost::asio::ssl;

struct ServeOptions {
  Handler handler;
  std::size_t largest_body{};
  const std::atomic<bool>* stopping{};
};

[[nodiscard]] boost::asio::awaitable<void> serve_plain(boost::asio::ip::tcp::socket socket,
                                                       const ServeOptions& options);
[[nodiscard]] boost::asio::awaitable<void> serve_tls(boost::asio::ip::tcp::socket socket, ssl::context& tls,
                                                     const ServeOptions& options);

}  // namespace ccop::server
