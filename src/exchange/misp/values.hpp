// What a value of MISP, always a text, is as the value of a STIX property.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/misp/table.hpp"
#include "exchange/stix/schema.hpp"

namespace ccop::exchange::misp {

/// What STIX says of the property that a place ends at; null for one that it doesn't define.
[[nodiscard]] const PropertyRule* rule_at_end(std::string_view root, const std::vector<Step>& steps);

/// Empty when the text can't be a value of this kind. Of a list: one of its elements.
[[nodiscard]] std::optional<Json> value_of(const PropertyRule* rule, const std::string& text);

/// ipv4-addr or ipv6-addr; empty for what is neither.
[[nodiscard]] std::string kind_of_address(std::string_view text);

/// Whether a group of properties, and the groups within it, have all that STIX requires of them.
[[nodiscard]] bool is_complete(const Group& group, const Json& json);

}  // namespace ccop::exchange::misp
