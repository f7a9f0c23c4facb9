// Selectors of granular markings (STIX 2.1, section 7.2.3.1): names and list places such as `[0]`, joined by points.
#pragma once

#include <simdjson.h>

#include <string_view>

namespace ccop::exchange {

/// Whether a selector points at something that stands in the object.
[[nodiscard]] bool selects(simdjson::dom::object object, std::string_view selector);

}  // namespace ccop::exchange
