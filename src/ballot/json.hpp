// Reads and writes the structures of an archive as Belenios does: compact JSON with members in their declared order,
// big numbers in base 10 as strings, an absent optional without a key. What is read must be exactly what would be
// written, where it is hashed or signed.
#pragma once

#include "ballot/messages.hpp"
#include "base/codec.hpp"
#include "base/json_reading.hpp"

namespace ccop::ballot {

namespace json {

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    out += std::to_string(value);
  } else if constexpr (std::same_as<T, std::string>) {
    append_json_string(out, value);
  } else if constexpr (std::same_as<T, Element>) {
    codec::write_plain(out, value.text);
  } else if constexpr (std::same_as<T, Scalar>) {
    codec::write_plain(out, to_decimal(value));
  } else if constexpr (codec::is_vector<T>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write(out, value[i]);
    }
    out += ']';
  } else {
    char separator = '{';
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
      const auto& field = value.*member.pointer;
      const auto key = [&] {
        out += separator;
        separator = ',';
        ((out += '"') += member.name) += "\":";
      };
      if constexpr (codec::is_optional<std::remove_cvref_t<decltype(field)>>) {
        if (field) key(), write(out, *field);
      } else {
        key(), write(out, field);
      }
    });
    out += separator == '{' ? "{}" : "}";
  }
}

/// Throws BadInput with the place.
template <class T>
[[nodiscard]] T read(const simdjson::dom::element& json) {
  if constexpr (std::same_as<T, bool> || std::integral<T> || std::same_as<T, std::string>) {
    return codec::read<T>(json);
  } else if constexpr (std::same_as<T, Element>) {
    return {std::string{codec::read_string(json)}};
  } else if constexpr (std::same_as<T, Scalar>) {
    const auto scalar = scalar_from_decimal(codec::read_string(json));
    if (!scalar) throw BadInput{"", "a number below the group's order, in base 10"};
    return *scalar;
  } else if constexpr (codec::is_optional<T>) {
    return read<typename T::value_type>(json);
  } else if constexpr (codec::is_vector<T>) {
    T out;
    for (const auto& item : codec::read_array(json)) {
      try {
        out.push_back(read<typename T::value_type>(item));
      } catch (const BadInput& bad) {
        throw bad.inside("[" + std::to_string(out.size()) + "]");
      }
    }
    return out;
  } else {
    T out;
    const auto object = codec::read_object(json);
    std::size_t found = 0;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
      auto& field = out.*member.pointer;
      using F = std::remove_cvref_t<decltype(field)>;
      simdjson::dom::element element;
      if (object[member.name].get(element) != simdjson::SUCCESS) {
        if constexpr (!codec::is_optional<F>) throw BadInput{member.name, "a value (the key is missing)"};
        return;
      }
      ++found;
      try {
        field = read<F>(element);
      } catch (const BadInput& bad) {
        throw bad.inside(member.name);
      }
    });
    if (found != object.size()) throw BadInput{"", "no other keys than those of the specification, each once"};
    return out;
  }
}

}  // namespace json

template <class T>
[[nodiscard]] std::string to_json(const T& value) {
  std::string out;
  json::write(out, value);
  return out;
}

/// Throws BadInput.
template <class T>
[[nodiscard]] T from_json(std::string_view text) {
  return json::read<T>(parse_json(text));
}

/// The same for what is hashed: throws BadInput unless the text is exactly how the value is written.
template <class T>
[[nodiscard]] T from_canonical_json(std::string_view text) {
  T value = from_json<T>(text);
  if (to_json(value) != text) throw BadInput{"", "compact JSON in the order of the specification"};
  return value;
}

/// The Base64 of the SHA-256, without padding: how elections and ballots are named (sections 4.10 and 4.17).
[[nodiscard]] inline std::string fingerprint_of(std::string_view text) {
  std::string out = to_base64(sha256(bytes_of(text)));
  while (out.ends_with('=')) out.pop_back();
  return out;
}

}  // namespace ccop::ballot
