// The deterministic identifiers of cyber-observables: the same observable has the same id wherever it is made
// (STIX 2.1, section 2.9).
#pragma once

#include "exchange/stix/identifier.hpp"

#include <simdjson.h>

namespace ccop::exchange {

/// UUIDv5 of the properties that contribute to the id of a cyber-observable of this type, as canonical JSON. Empty for
/// types that have no such properties (process), and where the object has none of them.
[[nodiscard]] std::optional<Uuid> deterministic_uuid(std::string_view type, simdjson::dom::object object);

}  // namespace ccop::exchange
