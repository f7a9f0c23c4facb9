// Listens and speaks HTTP/1.1 (TLS when given a certificate), and hands requests to one handler. The network library
// stays in here.
#pragma once

#include "server/host_share.hpp"
#include "server/http.hpp"
#include "server/proxies.hpp"

#include <functional>
#include <optional>

namespace ccop::server {

struct ListenOptions {
  std::string address{"127.0.0.1"};
  std::uint16_t port{8080};
  unsigned threads{2};
  std::size_t largest_body{64 * 1024};  ///< of a body that anybody may send
  BodyLimit larger_body;                ///< asked about a larger one; none: it is refused
  std::chrono::seconds time_limit{30};  ///< for a request to arrive, and for its answer to be taken
  /// Peers that add the address they were called from to `X-Forwarded-For`.
  Proxies proxies;
  HostQuotas most{};
  HostCrowds crowds{};
  std::shared_ptr<const std::string> refusal_lines{};  ///< header lines of what the connection itself answers
  std::function<bool(const std::string& path)> is_for_machines{};  ///< there, too much is refused in TAXII's form
  std::string certificate_file;                                    ///< PEM chain; empty: plain HTTP
  std::string key_file;
};

class Listener {
 public:
  /// Binds at once; throws std::runtime_error that names the address when it is taken or not allowed.
  Listener(const ListenOptions& options, Handler handler);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  Listener(Listener&&) = delete;
  Listener& operator=(Listener&&) = delete;

  /// Serves until SIGTERM, SIGINT or `stop`; then takes no new connections and gives running requests a few seconds.
  void run();
  void stop();
  /// The port that was bound: useful when 0 was asked for.
  [[nodiscard]] std::uint16_t port() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace ccop::server
