#include "server/descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace ccop::server {
namespace {

/// Databases with their journals, feeds that are read, logs, the libraries' own.
constexpr rlim_t kept_clear = 128;
/// More than any host needs; where there is no limit there must be one.
constexpr rlim_t enough = 65'536;

}  // namespace

std::size_t descriptors_for_connections() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) throw std::system_error(errno, std::generic_category(), "getrlimit");
  limit.rlim_cur = std::max(limit.rlim_cur, std::min(limit.rlim_max, enough));
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0) throw std::system_error(errno, std::generic_category(), "setrlimit");
  const rlim_t usable = std::min(limit.rlim_cur, enough);
  return static_cast<std::size_t>(usable > 2 * kept_clear ? usable - kept_clear : usable / 2);
}

}  // namespace ccop::server
