// Times of the exchange, which knows microseconds, and of pages, which show milliseconds.
#pragma once

#include "exchange/stix/timestamp.hpp"
#include "server/kernel/served.hpp"

namespace ccop::server {

[[nodiscard]] inline exchange::Microseconds microseconds_of(Time time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}
/// In whole milliseconds.
[[nodiscard]] inline Time time_of(exchange::Microseconds time) {
  return Time{std::chrono::floor<std::chrono::milliseconds>(std::chrono::microseconds{time})};
}

}  // namespace ccop::server
