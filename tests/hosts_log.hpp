// What the program says in its host's log while a test goes on.
#pragma once

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

namespace ccop::testing {

class HostsLog {
 public:
  HostsLog() {
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(out_)));
  }
  ~HostsLog() { spdlog::set_default_logger(before_); }
  HostsLog(const HostsLog&) = delete;
  HostsLog& operator=(const HostsLog&) = delete;
  HostsLog(HostsLog&&) = delete;
  HostsLog& operator=(HostsLog&&) = delete;
  /// Whoever else writes to it has ended.
  [[nodiscard]] std::string text() const { return out_.str(); }

 private:
  std::ostringstream out_;
  std::shared_ptr<spdlog::logger> before_{spdlog::default_logger()};
};

}  // namespace ccop::testing
