// MISP's objects of an event, and which of them are parts of others: the anatomy of a file and the values of a registry
// key are objects of their own in MISP, and not in STIX.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/misp/table.hpp"

#include <set>

namespace ccop::exchange::misp {

/// What an object is in STIX; null where STIX has no such thing.
[[nodiscard]] const Thing* thing_of(const Json& object);

class Parts {
 public:
  Parts() = default;
  /// `objects` must last.
  explicit Parts(const Json& objects);

  /// The parts of an object, in the order in which it refers to them.
  [[nodiscard]] std::vector<const Json*> of(const Json& object) const;
  [[nodiscard]] bool is_part(const Uuid& uuid) const { return parts_.contains(uuid); }
  /// The parts of an object stand for themselves from now on.
  std::vector<const Json*> take_from(const Json& object);

 private:
  std::map<Uuid, std::vector<const Json*>> of_;
  std::set<Uuid> parts_;
};

}  // namespace ccop::exchange::misp
