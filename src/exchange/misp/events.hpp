// MISP events in STIX 2.1 and back, as misp-stix maps them: an event is a report (a grouping while it is not
// published), its attributes that detect are indicators, the others observed data.
#pragma once

#include "exchange/compose.hpp"

namespace ccop::exchange {

struct FromMisp {
  std::vector<Json> objects;
  std::vector<std::string> mistakes;  ///< with their places
  /// What MISP would give to its own organization or a sharing group alone, a sentence each: whoever brings it says
  /// under which marking it comes.
  std::vector<std::string> narrow;
};

/// `text` is an event, a response with several, or a list of them. Throws BundleMistake when it is no JSON of MISP.
[[nodiscard]] FromMisp from_misp(std::string_view text, const Making& making);

/// An event of the indicators among these objects, for MISP to take in.
[[nodiscard]] Json to_misp(const std::vector<Json>& objects, const std::string& info, Microseconds at);

}  // namespace ccop::exchange
