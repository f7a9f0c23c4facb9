// The address that an invitation is answered to: the community's own, with a tag by which whoever is invited is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ccop::notify {

/// Of `local@domain` and a tag, `local+tag@domain`, as mail servers deliver to `local@domain` (RFC 5233).
[[nodiscard]] std::string with_tag(std::string_view address, std::string_view tag);
/// The tag in an address in small letters, where that is the community's own with one.
[[nodiscard]] std::optional<std::string> tag_in(std::string_view address, std::string_view own);

/// How long tags are: 128 bits in hexadecimal digits.
inline constexpr std::size_t tag_length = 32;

}  // namespace ccop::notify
