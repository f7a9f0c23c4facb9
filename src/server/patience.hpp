// Time limits of connections: one sweep a second over those that wait, instead of a timer armed and disarmed for each
// read and write.
#pragma once

#include "server/network.hpp"

#include <functional>
#include <list>

namespace ccop::server {

/// Belongs to one io_context and is used on its thread alone.
class Patience {
 public:
  explicit Patience(Executor executor) : executor_(std::move(executor)) {}

  /// One connection's limit. While it stands expired, the socket's operations end with `operation_aborted`.
  class Limit {
   public:
    Limit(Patience& patience, Socket& socket);
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;
    Limit(Limit&&) = delete;
    Limit& operator=(Limit&&) = delete;
    ~Limit();

    /// From now on, give or take a second.
    void set(std::chrono::seconds from_now) { expires_ = patience_.second_ + from_now.count() + 1; }
    /// Nothing is under way on the connection: when the server stops, it may be closed at once.
    void set_idle(bool idle) { idle_ = idle; }

   private:
    friend Patience;
    Patience& patience_;
    Socket& socket_;
    std::int64_t expires_{};
    bool idle_{};
    std::list<Limit*>::iterator place_;
  };

  /// Runs until its io_context stops.
  [[nodiscard]] Awaitable<void> watch();
  /// Ends idle connections, and calls `all_gone` once the others have ended by themselves.
  void wind_down(std::function<void()> all_gone);
  /// The io_context has stopped: connections that it drops from now on are nobody's concern.
  void abandon() { all_gone_ = {}; }

 private:
  Executor executor_;
  std::int64_t second_{};
  std::list<Limit*> limits_;  ///< one for each connection
  std::function<void()> all_gone_;
};

}  // namespace ccop::server
