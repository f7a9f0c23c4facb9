// Stands in for the list of chapters: the bell is the only one. Found first because its folder is looked through first.
#pragma once

#include "bell.hpp"

namespace ccop::community {

inline constexpr std::uint32_t current_rules = 1;

using Chapters = List<BellChapter>;

}  // namespace ccop::community
