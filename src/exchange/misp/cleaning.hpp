// Values of MISP's as people typed them: defanged, with blanks, with a name before the address. What they plainly mean
// is taken; what they can't mean is told.
#pragma once

#include <string>
#include <string_view>

namespace ccop::exchange::misp {

/// What a value of this type plainly means; the value itself where nothing is to be put right.
[[nodiscard]] std::string cleaned(std::string_view type, const std::string& value);

/// Whether a value can be what its type says: an address, a hash of that length, a number. True for types of which
/// nothing is known.
[[nodiscard]] bool is_of_its_type(std::string_view type, std::string_view value);

}  // namespace ccop::exchange::misp
