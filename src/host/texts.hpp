// Where the texts of contents come from.
#pragma once

#include "base/bad_input.hpp"
#include "base/content.hpp"

#include <functional>
#include <optional>
#include <string>

namespace ccop::host {

/// Gives the text of a content; nothing where it was erased.
using Texts = std::function<std::optional<std::string>(const ContentHash&)>;

/// Of one that must be there; throws BadInput where it was erased.
[[nodiscard]] inline std::string text_in(const Texts& texts, const ContentHash& hash) {
  auto found = texts(hash);
  if (!found) throw BadInput{"", "a content that is still there"};
  return *std::move(found);
}

}  // namespace ccop::host
