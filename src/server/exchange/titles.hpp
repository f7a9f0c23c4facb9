// What an object is called in a line.
#pragma once

#include <nlohmann/json.hpp>

namespace ccop::server {

/// A text of an object; what custom objects put there may be anything.
[[nodiscard]] std::string text_in(const nlohmann::json& object, const char* name);
[[nodiscard]] bool says(const nlohmann::json& object, const char* name);
[[nodiscard]] std::string title_of(const nlohmann::json& object);

}  // namespace ccop::server
