#include "server/patience.hpp"

namespace ccop::server {

Patience::Limit::Limit(Patience& patience, Socket& socket)
    : patience_(patience), socket_(socket), place_(patience.limits_.insert(patience.limits_.end(), this)) {
  set(std::chrono::seconds{0});
}

Patience::Limit::~Limit() {
  patience_.limits_.erase(place_);
  if (patience_.limits_.empty() && patience_.all_gone_) patience_.all_gone_();
}

void Patience::wind_down(std::function<void()> all_gone) {
  if (limits_.empty()) return all_gone();
  all_gone_ = std::move(all_gone);
  for (Limit* limit : limits_) {
    boost::system::error_code ignored;
    if (limit->idle_) limit->socket_.cancel(ignored);
  }
}

Awaitable<void> Patience::watch() {
  Timer timer{executor_};
  while (true) {
    timer.expires_after(std::chrono::seconds{1});
    co_await timer.async_wait(use_awaitable);
    ++second_;
    for (Limit* limit : limits_) {
      if (limit->expires_ > second_) continue;
      boost::system::error_code ignored;
      limit->socket_.cancel(ignored);
    }
  }
}

}  // namespace ccop::server
