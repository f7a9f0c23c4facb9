// Turns described structs (Boost.Describe) into canonical JSON and back, strictly: a wrong type, an unknown key, a
// repeated key or a missing one is a BadInput that names the place. One codec serves the ledger, the API and the
// replay.
//
// In JSON a struct is an object with the members' names as keys; an absent optional has no key; an enumeration is its
// name with hyphens; an alternative of a variant is an object with "type", the struct's name in kebab-case.
#pragma once

#include "base/bytes.hpp"
#include "base/canonical_json.hpp"
#include "base/id.hpp"
#include "base/time.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace ccop {

/// Bytes from outside are not what they must be: `path` says where (dotted, empty for the whole), `expected` what
/// belongs there.
struct BadInput : std::runtime_error {
  BadInput(std::string where, std::string what)
      : std::runtime_error((where.empty() ? std::string{"the input"} : where) + ": expected " + what),
        path(std::move(where)),
        expected(std::move(what)) {}
  [[nodiscard]] BadInput inside(std::string_view outer) const {
    return {std::string{outer} + (path.empty() || path.front() == '[' ? "" : ".") + path, expected};
  }
  std::string path;
  std::string expected;
};

/// Parses JSON with a parser kept by each thread; the element is valid until this thread parses again. At most 64
/// levels deep.
[[nodiscard]] simdjson::dom::element parse_json(std::string_view json);

/// "InvitationCleared" or "members_only" -> "invitation-cleared", "members-only".
[[nodiscard]] std::string kebab_case(std::string_view name);

template <class T>
[[nodiscard]] constexpr std::string_view bare_type_name() {
  std::string_view name = __PRETTY_FUNCTION__;  // "... [with T = ccop::community::VoteCast; ...]" or "... [T = ...]"
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  return name.substr(name.rfind(':') + 1);
}

/// The name that a struct has as an alternative of a variant on the wire.
template <class T>
[[nodiscard]] const std::string& wire_name() {
  static const std::string name = kebab_case(bare_type_name<T>());
  return name;
}

namespace codec {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_byte_array = false;
template <std::size_t N>
inline constexpr bool is_byte_array<std::array<std::uint8_t, N>> = true;
template <class T>
inline constexpr bool is_variant = false;
template <class... Ts>
inline constexpr bool is_variant<std::variant<Ts...>> = true;

/// How one member of a struct is written, and how it is read: apart, so that who only writes compiles no reading.
template <class T>
struct WrittenField {
  std::string_view name;
  bool (*present)(const T&);
  void (*write)(std::string&, const T&);
};
template <class T>
struct ReadField {
  std::string_view name;
  bool required;
  void (*read)(T&, const simdjson::dom::element&);
};

template <class T>
void write(std::string& out, const T& value);
/// A string in which nothing needs escaping.
inline void write_plain(std::string& out, std::string_view text) {
  (out += '"').append(text) += '"';
}
template <class T>
[[nodiscard]] T read(const simdjson::dom::element& json);

/// A field for each member of `T`, sorted by name as canonical JSON wants them.
template <Described T, class Field, class Make>
[[nodiscard]] auto sorted_fields(const Make& make) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  std::array<Field, boost::mp11::mp_size<Members>::value> all{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<Members>([&](auto member) { all[i++] = make(member); });
  std::ranges::sort(all, {}, &Field::name);
  return all;
}
template <class T, class D>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

template <Described T>
[[nodiscard]] const auto& written_fields_of() {
  static const auto fields = sorted_fields<T, WrittenField<T>>([]<class D>(D) {
    return WrittenField<T>{D::name,
                           [](const T& value) {
                             if constexpr (is_optional<MemberType<T, D>>) return (value.*D::pointer).has_value();
                             return true;
                           },
                           [](std::string& out, const T& value) { codec::write(out, value.*D::pointer); }};
  });
  return fields;
}
template <Described T>
[[nodiscard]] const auto& read_fields_of() {
  static const auto fields = sorted_fields<T, ReadField<T>>([]<class D>(D) {
    return ReadField<T>{D::name, !is_optional<MemberType<T, D>>, [](T& value, const simdjson::dom::element& json) {
                          value.*D::pointer = codec::read<MemberType<T, D>>(json);
                        }};
  });
  return fields;
}

/// Writes `value` as an object; a non-empty `type` becomes the key "type" among the others.
template <Described T>
void write_object(std::string& out, const T& value, std::string_view type) {
  char separator = '{';
  const auto key = [&](std::string_view name) {
    out += separator;
    separator = ',';
    (out += '"').append(name).append("\":");
  };
  bool type_due = !type.empty();
  const auto write_type = [&] {
    key("type");
    write_plain(out, type);
    type_due = false;
  };
  for (const auto& field : written_fields_of<T>()) {
    if (type_due && field.name > "type") write_type();
    if (!field.present(value)) continue;
    key(field.name);
    field.write(out, value);
  }
  if (type_due) write_type();
  out += separator == '{' ? "{}" : "}";
}

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    out += std::to_string(value);
  } else if constexpr (std::same_as<T, std::string>) {
    append_json_string(out, value);
  } else if constexpr (std::same_as<T, Time>) {
    write_plain(out, to_rfc3339(value));
  } else if constexpr (is_id<T>) {
    out += std::to_string(value.value);
  } else if constexpr (std::same_as<T, Bytes> || is_byte_array<T>) {
    write_plain(out, to_base64url(value));
  } else if constexpr (DescribedEnum<T>) {
    write_plain(out, kebab_case(boost::describe::enum_to_string(value, "")));
  } else if constexpr (is_optional<T>) {
    write(out, *value);
  } else if constexpr (is_vector<T>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write(out, value[i]);
    }
    out += ']';
  } else if constexpr (is_variant<T>) {
    std::visit([&]<class A>(const A& alternative) { write_object(out, alternative, wire_name<A>()); }, value);
  } else {
    write_object(out, value, {});
  }
}

[[nodiscard]] std::string_view read_string(const simdjson::dom::element& json);
[[nodiscard]] bool read_bool(const simdjson::dom::element& json);
[[nodiscard]] std::int64_t read_integer(const simdjson::dom::element& json, std::int64_t least, std::int64_t most);
[[nodiscard]] simdjson::dom::object read_object(const simdjson::dom::element& json);
[[nodiscard]] simdjson::dom::array read_array(const simdjson::dom::element& json);
[[nodiscard]] Time read_time(const simdjson::dom::element& json);
[[nodiscard]] Bytes read_bytes(const simdjson::dom::element& json);
void read_fixed_bytes(const simdjson::dom::element& json, std::span<std::uint8_t> out);

template <DescribedEnum E>
[[nodiscard]] E read_enum(const simdjson::dom::element& json) {
  const std::string_view text = read_string(json);
  std::optional<E> found;
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    const std::string name = kebab_case(enumerator.name);
    if (name == text) found = enumerator.value;
    names += (names.empty() ? "one of: " : ", ") + name;
  });
  if (!found) throw BadInput{"", names};
  return *found;
}

/// Reads an object into a described struct. `tagged` lets the key "type" stand among the members.
template <Described T>
[[nodiscard]] T read_struct(const simdjson::dom::element& json, bool tagged) {
  T value{};
  const auto& fields = read_fields_of<T>();
  std::array<bool, std::tuple_size_v<std::remove_cvref_t<decltype(fields)>> + 1> seen{};
  std::size_t expected = 0;  // canonical input has the keys in this order: the search then ends at once
  for (const auto [key, element] : read_object(json)) {
    if (tagged && key == "type") {
      if (std::exchange(seen.back(), true)) throw BadInput{"type", "each key once"};
      continue;
    }
    std::size_t at = expected;
    if (at >= fields.size() || fields[at].name != key) {
      at = 0;
      while (at < fields.size() && fields[at].name != key) ++at;
      if (at == fields.size()) throw BadInput{std::string{key}, "no such key here"};
    }
    if (std::exchange(seen[at], true)) throw BadInput{std::string{key}, "each key once"};
    expected = at + 1;
    try {
      fields[at].read(value, element);
    } catch (const BadInput& bad) {
      throw bad.inside(key);
    }
  }
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!seen[i] && fields[i].required) throw BadInput{std::string{fields[i].name}, "a value (the key is missing)"};
  return value;
}

template <class V>
[[nodiscard]] V read_variant(const simdjson::dom::element& json) {
  using Reader = V (*)(const simdjson::dom::element&);
  static const auto readers = [] {
    std::vector<std::pair<std::string_view, Reader>> all;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, V>>([&]<class A>(std::type_identity<A>) {
      all.emplace_back(wire_name<A>(),
                       [](const simdjson::dom::element& element) { return V{read_struct<A>(element, true)}; });
    });
    std::ranges::sort(all);
    return all;
  }();
  simdjson::dom::element type;
  if (read_object(json)["type"].get(type) != simdjson::SUCCESS) throw BadInput{"type", "a value (the key is missing)"};
  if (!type.is_string()) throw BadInput{"type", "a string"};
  const std::string_view name = type.get_string().value_unsafe();
  const auto found = std::ranges::lower_bound(readers, name, {}, [](const auto& reader) { return reader.first; });
  if (found == readers.end() || found->first != name) throw BadInput{"type", "a known type"};
  return found->second(json);
}

template <class T>
T read(const simdjson::dom::element& json) {
  if constexpr (std::same_as<T, bool>) {
    return read_bool(json);
  } else if constexpr (std::integral<T>) {
    constexpr auto most =
        sizeof(T) < 8 ? static_cast<std::int64_t>(std::numeric_limits<T>::max()) : std::int64_t{1} << 53;
    constexpr auto least = std::is_unsigned_v<T> ? 0
                           : sizeof(T) < 8       ? static_cast<std::int64_t>(std::numeric_limits<T>::min())
                                                 : -most;
    return static_cast<T>(read_integer(json, least, most));
  } else if constexpr (std::same_as<T, std::string>) {
    return std::string{read_string(json)};
  } else if constexpr (std::same_as<T, Time>) {
    return read_time(json);
  } else if constexpr (is_id<T>) {
    return T{static_cast<std::uint32_t>(read_integer(json, 0, std::numeric_limits<std::uint32_t>::max()))};
  } else if constexpr (std::same_as<T, Bytes>) {
    return read_bytes(json);
  } else if constexpr (is_byte_array<T>) {
    T out{};
    read_fixed_bytes(json, out);
    return out;
  } else if constexpr (DescribedEnum<T>) {
    return read_enum<T>(json);
  } else if constexpr (is_optional<T>) {
    return read<typename T::value_type>(json);
  } else if constexpr (is_vector<T>) {
    T out;
    for (const auto& item : read_array(json)) {
      try {
        out.push_back(read<typename T::value_type>(item));
      } catch (const BadInput& bad) {
        throw bad.inside("[" + std::to_string(out.size()) + "]");
      }
    }
    return out;
  } else if constexpr (is_variant<T>) {
    return read_variant<T>(json);
  } else {
    return read_struct<T>(json, false);
  }
}

}  // namespace codec

/// The canonical JSON of any value that the codec knows.
template <class T>
[[nodiscard]] std::string to_json(const T& value) {
  std::string out;
  out.reserve(512);  // what most acts need
  codec::write(out, value);
  return out;
}

/// Throws BadInput.
template <class T>
[[nodiscard]] T from_json(std::string_view json) {
  return codec::read<T>(parse_json(json));
}

}  // namespace ccop
