// A STIX object that was examined: what the exchange needs to know of it, beside its bytes.
#pragma once

#include "exchange/stix/head.hpp"
#include "exchange/stix/identifier.hpp"
#include "exchange/stix/schema.hpp"
#include "exchange/stix/timestamp.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ccop::exchange {

struct StixObject {
  std::string type;
  Uuid uuid{};
  Kind kind{};
  std::string spec_version;             ///< 2.1, or 2.0 where the object names none and must
  std::optional<Microseconds> created;  ///< cyber-observables have none
  /// When this version was made: `modified`, else `created`; none for cyber-observables.
  std::optional<Microseconds> version;
  bool revoked{};
  std::string created_by;
  std::vector<std::string> markings;  ///< of object_marking_refs and of every granular marking
  std::vector<std::string> refs;      ///< the other objects that it names, markings and its maker left out
  std::vector<std::string> terms;     ///< by which it is found (terms.hpp)
  bool is_of_own{};                   ///< a sighting of what its bringer shared: it counts for nothing
  Head head;                          ///< what lists show of it
  std::string json;                   ///< as it came, without the white space between its tokens

  [[nodiscard]] std::string id() const { return identifier(type, uuid); }
};

}  // namespace ccop::exchange
