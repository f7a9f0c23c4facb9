#include "base/canonical_json.hpp"

#include "base/codec.hpp"
#include "base/json_reading.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace ccop {
namespace {

/// RFC 8785 sorts keys by UTF-16 code units: as code points, and so as UTF-8, except that the surrogates (planes above
/// 0) come before U+E000..U+FFFF, whose first bytes are 0xEE and 0xEF.
bool comes_before(std::string_view some, std::string_view other) {
  const auto [a, b] = std::ranges::mismatch(some, other);
  if (a == some.end() || b == other.end()) return some.size() < other.size();
  const auto rank = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
  };
  return rank(*a) < rank(*b);
}

constexpr std::int64_t largest_exact_integer = std::int64_t{1} << 53;

void append(std::string& out, const simdjson::dom::element& value);

void append_object(std::string& out, const simdjson::dom::object& object) {
  std::vector<simdjson::dom::key_value_pair> members;
  members.reserve(object.size());
  for (const auto& member : object) members.push_back(member);
  std::ranges::sort(members, comes_before, &simdjson::dom::key_value_pair::key);
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) {
      if (members[i - 1].key == members[i].key) throw BadInput{std::string{members[i].key}, "each key once"};
      out += ',';
    }
    append_json_string(out, members[i].key);
    out += ':';
    append(out, members[i].value);
  }
  out += '}';
}

void append(std::string& out, const simdjson::dom::element& value) {
  switch (value.type()) {
    case simdjson::dom::element_type::OBJECT:
      return append_object(out, codec::read_object(value));
    case simdjson::dom::element_type::ARRAY: {
      out += '[';
      bool first = true;
      for (const auto& item : codec::read_array(value)) {
        if (!std::exchange(first, false)) out += ',';
        append(out, item);
      }
      out += ']';
      return;
    }
    case simdjson::dom::element_type::STRING:
      return append_json_string(out, codec::read_string(value));
    case simdjson::dom::element_type::INT64: {
      out += std::to_string(codec::read_integer(value, -largest_exact_integer, largest_exact_integer));
      return;
    }
    case simdjson::dom::element_type::UINT64:
      throw BadInput{"", "an integer within 2^53"};
    case simdjson::dom::element_type::DOUBLE:
      return append_json_number(out, double{value});
    case simdjson::dom::element_type::BOOL:
      out += codec::read_bool(value) ? "true" : "false";
      return;
    case simdjson::dom::element_type::NULL_VALUE:
      out += "null";
      return;
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t plain_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain_from, i - plain_from);
    plain_from = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    }
  }
  out.append(text, plain_from);
  out += '"';
}

void append_json_number(std::string& out, double number) {
  if (!std::isfinite(number)) throw std::invalid_argument("JSON has no NaN and no infinity");
  if (number == 0) {
    out += '0';
    return;
  }
  // Shortest digits that read back the same, as d.ddde±x; ECMAScript then says where the point goes.
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific).ptr;
  std::string_view view{text.data(), static_cast<std::size_t>(end - text.data())};
  if (view.front() == '-') {
    out += '-';
    view.remove_prefix(1);
  }
  const auto e = view.find('e');
  std::string digits{view.substr(0, 1)};
  if (e > 2) digits += view.substr(2, e - 2);
  const int exponent = std::stoi(std::string{view.substr(e + 1)}) + 1;  // value = 0.digits * 10^exponent
  const int count = static_cast<int>(digits.size());
  if (count <= exponent && exponent <= 21) {
    out += digits + std::string(static_cast<std::size_t>(exponent - count), '0');
  } else if (0 < exponent && exponent <= 21) {
    out +=
        digits.substr(0, static_cast<std::size_t>(exponent)) + "." + digits.substr(static_cast<std::size_t>(exponent));
  } else if (-6 < exponent && exponent <= 0) {
    out += "0." + std::string(static_cast<std::size_t>(-exponent), '0') + digits;
  } else {
    out += digits.substr(0, 1);
    if (count > 1) out += "." + digits.substr(1);
    out += exponent - 1 < 0 ? "e-" : "e+";
    out += std::to_string(std::abs(exponent - 1));
  }
}

std::string canonicalize(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  append(out, parse_json(json));
  return out;
}

}  // namespace ccop
