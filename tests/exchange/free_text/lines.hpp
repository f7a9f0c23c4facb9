// Lines of free text whose values were known before they were disguised. Nothing here is taken from the recogniser: no
// table, no list, no function; what it writes is what analysts write.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace ccop::exchange::free_text_lines {

struct Line {
  std::string text;
  std::set<std::string> expected;  ///< "kind value"
  std::string carrier;             ///< what kind of line it is, for whoever looks why one failed
};

/// The same lines for the same seed, on every machine.
[[nodiscard]] std::vector<Line> lines(std::uint64_t seed, std::size_t count);

}  // namespace ccop::exchange::free_text_lines
