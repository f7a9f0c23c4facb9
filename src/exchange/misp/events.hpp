// MISP events in STIX 2.1, as misp-stix maps them: an event is a report (a grouping while it is not published), its
// attributes that detect are indicators, the others observed data.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/left_out.hpp"

#include <memory>

namespace ccop::exchange {

/// What something of an event may have been in STIX by an earlier version of it, and is no more: deleted, no longer
/// detecting, or become another thing.
struct Superseded {
  Uuid uuid{};
  std::vector<std::string_view> types;        ///< names that last
  Microseconds at{};                          ///< only what was made before this is taken back
  std::shared_ptr<const std::string> within;  ///< the id of the event's report; null where it came without an event
};

struct FromMisp {
  std::vector<Json> objects;
  std::vector<std::string> mistakes;  ///< with their places
  /// What MISP would give to its own organization or a sharing group alone, a sentence each: whoever brings it says
  /// under which marking it comes.
  std::vector<std::string> narrow;
  std::vector<Superseded> superseded;
  Leftovers left_out;
};

/// `text` is an event, a response with several, or a list of them; or attributes or objects that were looked for.
/// Throws BundleMistake when it is no JSON of MISP.
[[nodiscard]] FromMisp from_misp(std::string_view text, const Making& making);

}  // namespace ccop::exchange
