// A server that listens on a port of its own, and says what it understood of each request.
#pragma once

#include "raw_connection.hpp"
#include "server/listener.hpp"

#include <thread>

namespace ccop::server::testing {

/// Answers with what it understood of the request.
inline void echo(Request request, const Reply& reply) {
  Response response;
  response.content_type = "text/plain";
  std::string text = request.method + " " + request.path + " from " + request.address + ": " + request.body;
  if (request.query.contains("q")) text += " q=" + request.query["q"];
  response.body = std::make_shared<const std::string>(std::move(text));
  reply(std::move(response));
}

class AServer {
 public:
  explicit AServer(ListenOptions options = {}, Handler handler = echo)
      : listener_(with_free_port(options), std::move(handler)) {
    thread_ = std::thread{[this] { listener_.run(); }};
  }
  ~AServer() { stop(); }
  AServer(const AServer&) = delete;
  AServer& operator=(const AServer&) = delete;
  AServer(AServer&&) = delete;
  AServer& operator=(AServer&&) = delete;

  void stop() {
    listener_.stop();
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] std::uint16_t port() const { return listener_.port(); }
  [[nodiscard]] ccop::testing::RawConnection call() const { return ccop::testing::RawConnection{port()}; }

 private:
  static ListenOptions with_free_port(ListenOptions options) {
    options.port = 0;
    return options;
  }
  Listener listener_;
  std::thread thread_;
};

inline ListenOptions small_and_quick() {
  ListenOptions options;
  options.largest_body = 1000;
  options.time_limit = std::chrono::seconds{1};
  return options;
}

}  // namespace ccop::server::testing
