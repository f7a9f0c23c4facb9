// Amendments of the charter as they stand.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace ccop::community {

struct Amendment {
  MotionId motion{};
  std::string charter;
  Time in_force_from{};
  bool adopted{};
  std::optional<Time> in_force_since;
};
BOOST_DESCRIBE_STRUCT(Amendment, (), (motion, charter, in_force_from, adopted, in_force_since))

struct Amendments {
  Table<Amendment, AmendmentId> all;

  /// The first adopted amendment whose date has come and that is not in force yet.
  [[nodiscard]] std::optional<AmendmentId> due(Time at) const;
};
BOOST_DESCRIBE_STRUCT(Amendments, (), (all))

[[nodiscard]] inline const Amendments& amendments(const Community& now) {
  return of<Amendments>(now);
}

}  // namespace ccop::community
