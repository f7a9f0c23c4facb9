// What stands round a value and says what it is: a label before it, or words by which a number is a version, a section,
// a commit.
#pragma once

#include "exchange/text/written.hpp"

#include <string>

namespace ccop::exchange::free_text {

/// The word before a colon or an equals sign before `at`, in small letters: "ip" in `"IP": "198.51.100.4"`. Empty
/// where there is none.
[[nodiscard]] std::string label_before(const Written& in, std::size_t at);

/// Labels by which the author says that what follows is an address, a domain, a hash; or that it is a secret or an id.
[[nodiscard]] bool is_label_of_addresses(std::string_view label);
[[nodiscard]] bool is_label_of_names(std::string_view label);
[[nodiscard]] bool is_label_of_hashes(std::string_view label);
[[nodiscard]] bool is_label_of_secrets(std::string_view label);

/// Whether the numbers with points in [begin, end) are a version or the number of a section. `last` is where the latest
/// such number ended, for "7.2.0.1 through 7.2.3.0".
[[nodiscard]] bool is_version(const Written& in, std::size_t begin, std::size_t end, std::size_t last);

/// Whether the SHA-1 at `begin` names a commit. `last` is where the latest one ended.
[[nodiscard]] bool is_commit(const Written& in, std::size_t begin, std::size_t last);

}  // namespace ccop::exchange::free_text
