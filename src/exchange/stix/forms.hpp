// What names and hashes look like in STIX 2.1.
#pragma once

#include <cstddef>
#include <string_view>

namespace ccop::exchange {

/// Section 3.1.
[[nodiscard]] bool is_property_name(std::string_view name);
/// Section 2.4.
[[nodiscard]] bool is_dictionary_key(std::string_view key);
/// How many hexadecimal digits a hash of this algorithm has; 0 for those that are no hexadecimal of a fixed length.
[[nodiscard]] std::size_t digits_of_hash(std::string_view algorithm);
[[nodiscard]] bool is_hex(std::string_view text);

}  // namespace ccop::exchange
