// Where in an object something stands: made into text only when there is something to say about it.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ccop::exchange {

struct Place {
  const Place* within{};
  std::string_view name;
  std::int64_t index{-1};

  [[nodiscard]] std::string text() const {
    std::string out = within == nullptr ? std::string{} : within->text();
    if (index >= 0) return out + "[" + std::to_string(index) + "]";
    if (!out.empty()) out += ".";
    return out + std::string{name};
  }
};

/// The place of a key that stands twice in one object, at whatever depth.
[[nodiscard]] std::optional<std::string> repeated_key(simdjson::dom::object object, const Place* within = nullptr);

}  // namespace ccop::exchange
