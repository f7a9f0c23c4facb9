#include "server/taxii_paths.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

constexpr std::string_view taxii = "taxii2";

using Segments = std::vector<std::string>;

std::string below_root(std::string_view slug, const Segments& parts, std::size_t from) {
  std::string path = "/c/" + std::string{slug} + "/taxii2/";
  for (std::size_t i = from; i < parts.size(); ++i) path += parts[i] + "/";
  return path;
}

bool begins_a_resource(const Segments& parts, std::size_t at) {
  return at >= parts.size() || parts[at] == "collections" || parts[at] == "status";
}

/// Of a path that has one of the names by which a root is known.
std::optional<std::string> below_a_root(std::string_view path, bool names_a_slug,
                                        const std::vector<std::string_view>& slugs) {
  const Segments parts = pieces_of(path, '/');
  if (parts.size() >= 3 && parts[0] == "c" && parts[2] == taxii) return below_root(parts[1], parts, 3);
  if (!parts.empty() && parts[0] == taxii) {
    const std::size_t rest = parts.size() > 1 && parts[1] == taxii ? 2 : 1;
    if (rest == parts.size()) return "/taxii2/";
    if (slugs.size() != 1 || !begins_a_resource(parts, rest)) return std::nullopt;
    return below_root(slugs.front(), parts, rest);
  }
  if (names_a_slug && begins_a_resource(parts, 1)) return below_root(parts[0], parts, 1);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> taxii_path(std::string_view path, const std::vector<std::string_view>& slugs) {
  const auto first = path.substr(0, path.find('/', 1));
  const bool names_a_slug = first.size() > 1 && std::ranges::find(slugs, first.substr(1)) != slugs.end();
  if (!names_a_slug && path.find(taxii) == std::string_view::npos) return std::nullopt;
  return below_a_root(path, names_a_slug, slugs);
}

}  // namespace ccop::server
