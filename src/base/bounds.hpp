// Values that have bounds, in requests and in contents: whoever reads one refuses what is beyond them (BadInput), and
// the API's document says them.
#pragma once

#include "base/codec.hpp"
#include "base/schema.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

namespace ccop {

namespace bounds {
/// Throws BadInput where `text` is not that long in bytes of UTF-8, or should say something and is blank.
[[nodiscard]] std::string_view text(std::string_view text, std::size_t least, std::size_t most);
/// JSON Schema counts characters, of which there are never more than bytes.
[[nodiscard]] std::string text_schema(std::size_t least, std::size_t most);
[[nodiscard]] std::string number_schema(std::uint32_t least, std::uint32_t most);
/// `items` is the schema of one.
[[nodiscard]] std::string list_schema(std::string_view items, std::size_t least, std::size_t most);
void list(std::size_t size, std::size_t least, std::size_t most);
}  // namespace bounds

/// A text of `Least` to `Most` bytes of UTF-8; where it must say something, not of blanks alone.
template <std::size_t Least, std::size_t Most>
struct TextOf : std::string {
  using std::string::string;

  [[nodiscard]] static TextOf read_json(const codec::Element& json) {
    TextOf read;
    read.assign(bounds::text(codec::read_string(json), Least, Most));
    return read;
  }
  [[nodiscard]] static std::string schema(schema::Components&) { return bounds::text_schema(Least, Most); }
};
template <std::size_t Most>
using TextUpTo = TextOf<0, Most>;

/// A whole number from `Least` to `Most`.
template <std::uint32_t Least, std::uint32_t Most>
struct NumberOf {
  std::uint32_t value{Least};

  [[nodiscard]] static NumberOf read_json(const codec::Element& json) {
    return {static_cast<std::uint32_t>(codec::read_integer(json, Least, Most))};
  }
  [[nodiscard]] static std::string schema(schema::Components&) { return bounds::number_schema(Least, Most); }
};

/// `Least` to `Most` of them.
template <class T, std::size_t Most, std::size_t Least = 0>
struct ListOf : std::vector<T> {
  using std::vector<T>::vector;

  [[nodiscard]] static ListOf read_json(const codec::Element& json) {
    ListOf read;
    static_cast<std::vector<T>&>(read) = codec::read<std::vector<T>>(json);
    bounds::list(read.size(), Least, Most);
    return read;
  }
  [[nodiscard]] static std::string schema(schema::Components& components) {
    return bounds::list_schema(ccop::schema::of<T>(components), Least, Most);
  }
};

}  // namespace ccop
