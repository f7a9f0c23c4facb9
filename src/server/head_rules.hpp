// What the head of a request must be, beyond what the parser asks: where two programs might read it differently, one of
// them would take the end of a request for the beginning of another, so it is refused (RFC 9112,
// sections 2.2, 3.2, 5.2, 6.1 and 6.3).
#pragma once

#include "server/wire.hpp"

#include <string_view>

namespace ccop::server {

/// How long the extensions of a chunk may be, which nobody reads (RFC 9112, section 7.1.1).
constexpr std::size_t longest_chunk_extensions = 256;

/// Whether each line, up to the empty one, ends as it must and none continues the one before it.
[[nodiscard]] bool has_whole_lines(std::string_view head);

/// Whether its fields say in one way where it goes and where its body ends.
[[nodiscard]] bool is_unambiguous(const Message& head);

}  // namespace ccop::server
