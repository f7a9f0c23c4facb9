// Small helpers between the domain's values and the API's JSON.
#pragma once

#include "base/codec.hpp"
#include "community/entry.hpp"

#include <nlohmann/json.hpp>

namespace ccop::server {

using Json = nlohmann::json;

[[nodiscard]] inline Json json_of(Time time) {
  return to_rfc3339(time);
}
template <class Tag>
[[nodiscard]] Json json_of(Id<Tag> id) {
  return id.value;
}
[[nodiscard]] inline Json json_of(const Hash& hash) {
  return to_base64url(hash);
}
template <class E>
  requires std::is_enum_v<E>
[[nodiscard]] Json json_of(E value) {
  return kebab_case(boost::describe::enum_to_string(value, ""));
}

template <class T>
[[nodiscard]] Json json_of(const std::optional<T>& value) {
  return value ? json_of(*value) : Json(nullptr);
}

/// The id at the end of a path such as /api/meetings/12; out of range ids become one that nothing has.
[[nodiscard]] inline std::uint32_t id_at_end(std::string_view path) {
  std::uint64_t value = 0;
  for (const char c : path.substr(path.rfind('/') + 1))
    value = std::min<std::uint64_t>(value * 10 + static_cast<unsigned>(c - '0'), 0xFFFFFFFF);
  return static_cast<std::uint32_t>(value);
}

}  // namespace ccop::server
