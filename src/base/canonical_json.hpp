// Canonical JSON (RFC 8785): the one byte form of a JSON value, so that a hash or a signature of it means something.
#pragma once

#include <string>
#include <string_view>

namespace ccop {

/// Appends `text` (valid UTF-8) as a JSON string literal, escaped as RFC 8785 section 3.2.2.2 asks.
void append_json_string(std::string& out, std::string_view text);

/// Appends a number as ECMAScript's Number::toString writes it (RFC 8785 section 3.2.2.3). NaN and infinities throw
/// std::invalid_argument.
void append_json_number(std::string& out, double number);

/// The canonical form of any JSON document. Throws BadInput when `json` is not JSON, repeats a key, nests too deep or
/// holds an integer that a double can't hold exactly.
[[nodiscard]] std::string canonicalize(std::string_view json);

}  // namespace ccop
