// What each seat keeps for itself to read again: what it answered in rounds, what it watches for. Sealed on its devices
// under its keybox, padded, and kept here so that it goes on with the seat. The host can't read it.
#pragma once

#include "community/kernel/ids.hpp"
#include "host/wrapped_lists.hpp"

#include <boost/describe.hpp>

namespace ccop::host {

struct Sealed {
  std::string sealed;
  Time at{};
  bool operator==(const Sealed&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (sealed, at))

/// May be used by several threads.
class OwnSealed {
 public:
  /// Throws StoreError where the master key does not open them.
  OwnSealed(store::Store& store, const store::MasterKey& master, std::string_view prefix);

  [[nodiscard]] std::optional<Sealed> of(community::OrganizationId seat) const;
  /// Takes the place of what was kept before. Durable when it returns; throws StoreError.
  void keep(community::OrganizationId seat, Sealed sealed);

 private:
  WrappedLists<community::OrganizationId, Sealed> kept_;
};

}  // namespace ccop::host
