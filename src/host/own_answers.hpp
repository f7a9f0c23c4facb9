// What each seat answered in rounds, for itself to read again: sealed on its devices under its keybox, padded, and kept
// here so that it goes on with the seat. The host can't read it.
#pragma once

#include "community/kernel/ids.hpp"
#include "host/wrapped_lists.hpp"

#include <boost/describe.hpp>

namespace ccop::host {

struct SealedAnswers {
  std::string sealed;
  Time at{};
  bool operator==(const SealedAnswers&) const = default;
};
BOOST_DESCRIBE_STRUCT(SealedAnswers, (), (sealed, at))

/// May be used by several threads.
class OwnAnswers {
 public:
  /// Throws StoreError where the master key does not open them.
  OwnAnswers(store::Store& store, const store::MasterKey& master);

  [[nodiscard]] std::optional<SealedAnswers> of(community::OrganizationId seat) const;
  /// Takes the place of what was kept before. Durable when it returns; throws StoreError.
  void keep(community::OrganizationId seat, SealedAnswers answers);

 private:
  WrappedLists<community::OrganizationId, SealedAnswers> kept_;
};

}  // namespace ccop::host
