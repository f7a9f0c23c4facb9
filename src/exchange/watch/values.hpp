// What an object carries that somebody may watch for: addresses, domains, URLs, e-mail addresses, sectors. Whoever
// watches gets all of it, so that nobody learns what they watch.
#pragma once

#include "exchange/json.hpp"
#include "exchange/stix/timestamp.hpp"

#include <boost/describe.hpp>

#include <string>
#include <vector>

namespace ccop::exchange {

enum class ValueKind {
  address,  ///< of an IP host, or a network
  domain,
  url,
  email,
  sector,  ///< in whoever's words
};
BOOST_DESCRIBE_ENUM(ValueKind, address, domain, url, email, sector)

struct Value {
  ValueKind kind{};
  std::string value;
  auto operator<=>(const Value&) const = default;
};
BOOST_DESCRIBE_STRUCT(Value, (), (kind, value))

/// Each once. Nothing of what is revoked or, at this time, expired; of a pattern all that it looks for, in however many
/// comparisons.
[[nodiscard]] std::vector<Value> watchable_values(const Json& object, Microseconds now);

}  // namespace ccop::exchange
