#include "server/kernel/syslog.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

namespace ccop::server {
namespace {

/// authpriv, of RFC 5424, table 1, in its place of a priority.
constexpr int facility = 10 * 8;

}  // namespace

Syslog::Syslog(std::string socket)
    : path_(std::move(socket)), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {}

Syslog::~Syslog() {
  if (socket_ >= 0) close(socket_);
}

bool Syslog::tell(Severity severity, std::string_view line) const {
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  if (path_.size() >= sizeof to.sun_path) return false;
  std::ranges::copy(path_, std::begin(to.sun_path));
  const std::string message = "<" + std::to_string(facility + static_cast<int>(severity)) + ">ccop[" +
                              std::to_string(getpid()) + "]: " + std::string{line};
  // By its path each time: whoever listens there may have been started anew.
  const auto sent =
      sendto(socket_, message.data(), message.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&to), sizeof to);
  return sent == static_cast<ssize_t>(message.size());
}

}  // namespace ccop::server
