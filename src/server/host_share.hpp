// What all communities of a host share, how much of it one may have, and how much is in use: connections, bodies on
// their way, the disk.
#pragma once

#include "server/crowd.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <functional>
#include <optional>

namespace ccop::server {

/// Of the host's configuration.
struct HostQuotas {
  std::uint64_t connections{};                 ///< of all peers; 0: as many as there are descriptors for
  std::uint64_t connections_by_address{256};   ///< of peers that are no proxies
  std::uint64_t bodies_by_address{16};         ///< larger than anybody's, that have not arrived whole
  std::uint64_t reserve_bytes{256ULL << 20U};  ///< of the disk, that threat objects leave free for the record
};
BOOST_DESCRIBE_STRUCT(HostQuotas, (), (connections, connections_by_address, bodies_by_address, reserve_bytes))

/// Who has them just now; copies are the same crowds.
struct HostCrowds {
  Crowd connections;  ///< all, under one name
  Crowd callers;      ///< the same by address
  Crowd bodies;       ///< by address
};

struct HostShare {
  HostQuotas most{};
  HostCrowds crowds{};
  std::function<std::optional<std::uint64_t>()> free_bytes{};  ///< of the disk; empty, or nothing: it is not known
};

}  // namespace ccop::server
