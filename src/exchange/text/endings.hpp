// What the last part of a dotted name says that it is: a domain, a file, or a name of something else.
#pragma once

#include <string>
#include <string_view>

namespace ccop::exchange::free_text {

/// One a line, in Unicode, of the public suffix list that the program is built with.
extern const char* const top_level_domains;

/// A top-level domain of the root zone (as the public suffix list has them), or one that is reserved for examples or
/// private use; in small letters, in Unicode or as xn--.
[[nodiscard]] bool is_top_level(std::string_view label);

/// An ending of files that are passed on or run.
[[nodiscard]] bool is_file_ending(std::string_view label);

/// A name that is written like a domain or a file and is neither: of a framework, in small letters.
[[nodiscard]] bool is_product(std::string_view name);

/// Words of TLD that programs use for the fields of a record: host.name, user.email, event.id.
[[nodiscard]] bool is_field(std::string_view label);

/// A name beyond ASCII in its canonical form (IDNA 2008, UTS 46), in Unicode; empty where it is no name of a host.
[[nodiscard]] std::string canonical_name(std::string_view name);

}  // namespace ccop::exchange::free_text
