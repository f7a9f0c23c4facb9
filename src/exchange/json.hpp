// JSON that others wrote: what stands in a field may be anything.
#pragma once

#include <nlohmann/json.hpp>

namespace ccop::exchange {

using Json = nlohmann::json;

/// The list in this field; an empty one where there is none.
[[nodiscard]] inline const Json& list_in(const Json& json, const char* name) {
  static const Json none = Json::array();
  const auto found = json.find(name);
  return found != json.end() && found->is_array() ? *found : none;
}

}  // namespace ccop::exchange
