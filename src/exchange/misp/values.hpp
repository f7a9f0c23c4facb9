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

/// The text as STIX writes it at this place: a registry key with its hive's whole name, a MAC in small letters with
/// colons.
[[nodiscard]] std::string as_stix_writes(std::string_view root, const std::vector<Step>& steps,
                                         const std::string& text);

/// What stands behind the operator in a pattern: a number or a truth where the property is one, else a string. Empty
/// where the text can't be a value of this kind.
[[nodiscard]] std::optional<std::string> literal_of(const PropertyRule* rule, const std::string& text);

/// ipv4-addr or ipv6-addr, of an address or a network; empty for what is neither.
[[nodiscard]] std::string kind_of_address(std::string_view text);

/// Whether a group of properties, and the groups within it, have all that STIX requires of them.
[[nodiscard]] bool is_complete(const Group& group, const Json& json);

}  // namespace ccop::exchange::misp
