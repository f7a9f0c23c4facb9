// The way back: which attribute of MISP says what a pattern, or what was observed, says. It follows from mapping.misp,
// read from right to left; what no attribute says as a whole is said by none of its parts.
#pragma once

#include "exchange/json.hpp"
#include "exchange/misp/table.hpp"
#include "exchange/stix/pattern.hpp"

#include <functional>

namespace ccop::exchange::misp {

struct Attribute {
  std::string type;
  std::string value;
};

/// The attribute that says what these comparisons say together; of several types that `wanted`, if it is among them.
[[nodiscard]] std::optional<Attribute> attribute_of(const Conjunction& conjunction, std::string_view wanted = {});

/// The pattern that an attribute becomes; empty where it becomes none.
[[nodiscard]] std::string pattern_of_attribute(const std::string& type, const std::string& value);

/// Finds an object by its id; null where it is not there.
using FindObject = std::function<const Json*(const std::string& id)>;
/// The value of an attribute of this kind that became `root` and what it refers to.
[[nodiscard]] std::optional<std::string> value_observed(const Thing& thing, const Json& root, const FindObject& find);

}  // namespace ccop::exchange::misp
