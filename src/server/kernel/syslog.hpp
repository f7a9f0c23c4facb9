// Tells the system's log (syslog, systemd's journal) through its socket, so that what is told leaves the data folder at
// once and may leave the machine.
#pragma once

#include <string>
#include <string_view>

namespace ccop::server {

class Syslog {
 public:
  /// As syslog(3) numbers them.
  enum class Severity { warning = 4, notice = 5 };

  /// `socket` is a path such as /dev/log.
  explicit Syslog(std::string socket);
  ~Syslog();
  Syslog(const Syslog&) = delete;
  Syslog& operator=(const Syslog&) = delete;
  Syslog(Syslog&&) = delete;
  Syslog& operator=(Syslog&&) = delete;

  /// One line, under the facility for what is private of security. False where nobody takes it now; it never waits.
  [[nodiscard]] bool tell(Severity severity, std::string_view line) const;

 private:
  std::string path_;
  int socket_;
};

}  // namespace ccop::server
