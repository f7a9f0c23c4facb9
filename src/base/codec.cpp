#include "base/codec.hpp"

#include <new>

namespace ccop {

simdjson::dom::element parse_json(std::string_view json) {
  thread_local simdjson::dom::parser parser = [] {
    simdjson::dom::parser made;
    if (made.allocate(std::size_t{64} * 1024, 64) != simdjson::SUCCESS) throw std::bad_alloc{};
    return made;
  }();
  simdjson::dom::element element;
  const auto error = parser.parse(json.data(), json.size()).get(element);
  if (error != simdjson::SUCCESS) throw BadInput{"", std::string{"JSON ("} + simdjson::error_message(error) + ")"};
  return element;
}

std::string kebab_case(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      if (!out.empty()) out += '-';
      out += static_cast<char>(c - 'A' + 'a');
    } else {
      out += c == '_' ? '-' : c;
    }
  }
  return out;
}

namespace codec {

std::string_view read_string(const simdjson::dom::element& json) {
  std::string_view text;
  if (json.get(text) != simdjson::SUCCESS) throw BadInput{"", "a string"};
  return text;
}

bool read_bool(const simdjson::dom::element& json) {
  bool value = false;
  if (json.get(value) != simdjson::SUCCESS) throw BadInput{"", "true or false"};
  return value;
}

std::int64_t read_integer(const simdjson::dom::element& json, std::int64_t least, std::int64_t most) {
  std::int64_t value = 0;
  if (!json.is_int64() || json.get(value) != simdjson::SUCCESS || value < least || value > most)
    throw BadInput{"", "an integer from " + std::to_string(least) + " to " + std::to_string(most)};
  return value;
}

simdjson::dom::object read_object(const simdjson::dom::element& json) {
  simdjson::dom::object object;
  if (json.get(object) != simdjson::SUCCESS) throw BadInput{"", "an object"};
  return object;
}

simdjson::dom::array read_array(const simdjson::dom::element& json) {
  simdjson::dom::array array;
  if (json.get(array) != simdjson::SUCCESS) throw BadInput{"", "an array"};
  return array;
}

Time read_time(const simdjson::dom::element& json) {
  const auto time = from_rfc3339(read_string(json));
  if (!time) throw BadInput{"", "a time such as 2026-03-01T09:30:00.000Z"};
  return *time;
}

Bytes read_bytes(const simdjson::dom::element& json) {
  auto bytes = from_base64url(read_string(json));
  if (!bytes) throw BadInput{"", "base64url without padding"};
  return *std::move(bytes);
}

void read_fixed_bytes(const simdjson::dom::element& json, std::span<std::uint8_t> out) {
  const auto bytes = from_base64url(read_string(json));
  if (!bytes || bytes->size() != out.size())
    throw BadInput{"", "base64url without padding of " + std::to_string(out.size()) + " bytes"};
  std::ranges::copy(*bytes, out.begin());
}

}  // namespace codec
}  // namespace ccop
