// Where the texts of contents come from.
#pragma once

#include "base/content.hpp"

#include <functional>
#include <optional>
#include <string>

namespace ccop::host {

/// Gives the text of a content; nothing where it was erased.
using Texts = std::function<std::optional<std::string>(const ContentHash&)>;

}  // namespace ccop::host
