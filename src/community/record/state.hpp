// The community as a whole: the charters that were and are in force, and what was erased.
#pragma once

#include "community/record/acts.hpp"

#include <optional>
#include <vector>

namespace ccop::community {

struct Amendment {
  MotionId motion{};
  std::string charter;
  Time in_force_from{};
  bool adopted{};
  std::optional<Time> in_force_since;
};
BOOST_DESCRIBE_STRUCT(Amendment, (), (motion, charter, in_force_from, adopted, in_force_since))

struct Record {
  std::string founding_charter;
  std::string log_key;
  std::string charter;  ///< the text in force
  std::vector<Amendment> amendments;
  std::vector<ContentHash> erased;

  /// The first adopted amendment whose date has come and that is not in force yet.
  [[nodiscard]] std::optional<AmendmentId> due(Time at) const;
};
BOOST_DESCRIBE_STRUCT(Record, (), (founding_charter, log_key, charter, amendments, erased))

void apply(Record& record, const AmendmentProposed& act);
void apply(Record& record, const AmendmentAdopted& act);
void apply(Record& record, const AmendmentTookForce& act, Time at);
void apply(Record& record, const ContentErased& act);

}  // namespace ccop::community
