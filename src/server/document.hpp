// The part of the API's document that the program knows by itself: what routes take and answer, and all commands.
#pragma once

#include <string>

namespace ccop::server {

/// `components` of an OpenAPI 3.1 document, in YAML: what stands in api/generated.yaml.
[[nodiscard]] std::string generated_components();

}  // namespace ccop::server
