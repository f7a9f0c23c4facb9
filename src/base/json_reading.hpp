// Reading JSON value by value, for what has no described struct: each function throws BadInput where the value is
// another. The codec reads with the same functions.
#pragma once

#include "base/bad_input.hpp"
#include "base/bytes.hpp"
#include "base/time.hpp"

#include <simdjson.h>

#include <span>

namespace ccop {

/// Parses JSON with a parser kept by each thread; the element is valid until this thread parses again. At most 64
/// levels deep.
[[nodiscard]] simdjson::dom::element parse_json(std::string_view json);

namespace codec {

[[nodiscard]] std::string_view read_string(const simdjson::dom::element& json);
[[nodiscard]] bool read_bool(const simdjson::dom::element& json);
[[nodiscard]] std::int64_t read_integer(const simdjson::dom::element& json, std::int64_t least, std::int64_t most);
[[nodiscard]] simdjson::dom::object read_object(const simdjson::dom::element& json);
[[nodiscard]] simdjson::dom::array read_array(const simdjson::dom::element& json);
[[nodiscard]] Time read_time(const simdjson::dom::element& json);
[[nodiscard]] Bytes read_bytes(const simdjson::dom::element& json);
void read_fixed_bytes(const simdjson::dom::element& json, std::span<std::uint8_t> out);

}  // namespace codec
}  // namespace ccop
