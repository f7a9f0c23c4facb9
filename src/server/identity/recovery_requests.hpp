// What strangers ask for who say that they lost all their passkeys: kept beside the record, which learns of it when
// somebody of the committee vouches for it.
#pragma once

#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "store/store.hpp"

#include <boost/describe.hpp>

#include <map>
#include <mutex>
#include <optional>

namespace ccop::server {

struct RecoveryRequest {
  Hash link_key{};
  Time asked_at{};
  std::uint32_t times{};  ///< that it was asked for lately: each time, the next must wait longer
};
BOOST_DESCRIBE_STRUCT(RecoveryRequest, (), (link_key, asked_at, times))

class RecoveryRequests {
 public:
  RecoveryRequests(store::Store& store, Time now);

  /// Keeps the request, in the place of the one before; false where it comes too soon after it.
  [[nodiscard]] bool ask(community::PersonId person, const Hash& link_key, Time now);
  /// Takes as long as a request that is kept, so that nobody learns from the clock whose addresses are known here.
  void ask_nobody(const Hash& link_key, Time now);
  void settle(community::PersonId person);
  [[nodiscard]] std::map<community::PersonId, Hash> pending(Time now) const;
  /// When somebody last asked as this person, where that still counts.
  [[nodiscard]] std::optional<Time> asked_as(community::PersonId person, Time now) const;

 private:
  store::Store& store_;
  mutable std::mutex mutex_;
  std::map<community::PersonId, RecoveryRequest> requests_;
};

}  // namespace ccop::server
