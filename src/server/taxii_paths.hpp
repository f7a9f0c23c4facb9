// Where a request for TAXII lies, however its address was put together: clients leave slashes out, double them, or keep
// only the last part of a root.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::server {

/// The path as this server knows it: `/taxii2/` for discovery, `/c/SLUG/taxii2/...` below a root, of which `/SLUG/...`
/// is another name; where one community alone is served, so is `/taxii2/...`. Empty for
/// any other path.
[[nodiscard]] std::optional<std::string> taxii_path(std::string_view path, const std::vector<std::string_view>& slugs);

}  // namespace ccop::server
