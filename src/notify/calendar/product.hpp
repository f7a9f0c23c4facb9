// Which program wrote a calendar (RFC 5545, section 3.7.3).
#pragma once

#include <string_view>

namespace ccop::notify {

inline constexpr std::string_view calendar_product = "-//ccop//calendar//EN";

}  // namespace ccop::notify
