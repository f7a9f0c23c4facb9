// Turns described structs (Boost.Describe) into canonical JSON and back, strictly: a wrong type, an unknown key, a
// repeated key or a missing one is a BadInput that names the place. One codec serves the ledger, the API and the
// replay.
//
// In JSON a struct is an object with the members' names as keys; an absent optional has no key; an
// enumeration is its name with hyphens; an alternative of a variant is an object with
// "type", the struct's name in kebab-case. A class with `write_json` and `read_json` says itself how it is written.
//
// For each struct only a table of its members is compiled; one loop in codec.cpp writes, and one reads, all of them.
#pragma once

#include "base/bad_input.hpp"
#include "base/bytes.hpp"
#include "base/canonical_json.hpp"
#include "base/id.hpp"
#include "base/time.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace simdjson::dom {
class element;
}

namespace ccop {

/// "InvitationCleared" or "members_only" -> "invitation-cleared", "members-only".
[[nodiscard]] std::string kebab_case(std::string_view name);

template <class T>
[[nodiscard]] constexpr std::string_view bare_type_name() {
  std::string_view name = __PRETTY_FUNCTION__;  // "... [with T = ccop::community::VoteCast; ...]" or "... [T = ...]"
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  return name.substr(name.rfind(':') + 1);
}

/// The name that a struct has as an alternative of a variant on the wire. It stays for as long as the program runs.
template <class T>
[[nodiscard]] std::string_view wire_name() {
  static const std::string name = kebab_case(bare_type_name<T>());
  return name;
}

namespace codec {

using Element = simdjson::dom::element;

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
/// Says itself how it is written; and, where it is read, too, how.
template <class T>
concept SelfWritten = requires(const T& value, std::string& out) { value.write_json(out); };
template <class T>
concept SelfRead = requires(const Element& json) {
  { T::read_json(json) } -> std::same_as<T>;
};

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

template <class T>
void write(std::string& out, const T& value);
template <class T>
[[nodiscard]] T read(const Element& json);

/// One member of a struct, with the types taken away: where it lies in the struct, and how a value of its type is
/// written.
struct WrittenMember {
  std::string_view name;
  const void* (*in)(const void* object);
  bool (*present)(const void* member);  ///< null where it always is
  void (*write)(std::string& out, const void* member);
};
/// The same, to be read.
struct ReadMember {
  std::string_view name;
  bool required;
  void* (*in)(void* object);
  void (*read)(void* member, const Element& json);
};
struct EnumName {
  std::string name;
  std::int64_t value;
};
/// An alternative of a variant, by its name on the wire.
struct ReadAlternative {
  std::string_view name;
  void (*read)(void* variant, const Element& json);
};

/// Sorted by name, as canonical JSON wants them.
[[nodiscard]] std::vector<WrittenMember> sorted(std::vector<WrittenMember> members);
[[nodiscard]] std::vector<ReadMember> sorted(std::vector<ReadMember> members);
[[nodiscard]] std::vector<ReadAlternative> sorted(std::vector<ReadAlternative> alternatives);

/// A string in which nothing needs escaping.
void write_plain(std::string& out, std::string_view text);
void write_time(std::string& out, Time time);
/// Writes the object; a non-empty `type` becomes the key "type" among the others.
void write_members(std::string& out, const void* object, const std::vector<WrittenMember>& members,
                   std::string_view type);
[[nodiscard]] const std::string& enum_name(std::int64_t value, const std::vector<EnumName>& names);
void write_enum(std::string& out, std::int64_t value, const std::vector<EnumName>& names);

/// Reads an object into `object`. `tagged` lets the key "type" stand among the members.
void read_members(void* object, const std::vector<ReadMember>& members, const Element& json, bool tagged);
[[nodiscard]] std::int64_t read_enum(const Element& json, const std::vector<EnumName>& names);
/// The value of the key "type".
[[nodiscard]] std::string_view read_type(const Element& json);
void read_alternative(void* variant, const std::vector<ReadAlternative>& alternatives, const Element& json);
void read_items(const Element& json, void* vector, void (*read)(void* vector, const Element& item));

[[nodiscard]] std::string_view read_string(const Element& json);
[[nodiscard]] bool read_bool(const Element& json);
[[nodiscard]] std::int64_t read_integer(const Element& json, std::int64_t least, std::int64_t most);
[[nodiscard]] Time read_time(const Element& json);
[[nodiscard]] Bytes read_bytes(const Element& json);
void read_fixed_bytes(const Element& json, std::span<std::uint8_t> out);
/// Parses `json` and reads it into `value`.
void read_text(std::string_view json, void* value, void (*read)(void* value, const Element& json));

template <class T, class D>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class U>
void write_member(std::string& out, const void* member) {
  codec::write(out, *static_cast<const U*>(member));
}
template <class U>
void read_member(void* member, const Element& json) {
  *static_cast<U*>(member) = codec::read<U>(json);
}
template <class U>
[[nodiscard]] bool has_value(const void* member) {
  return static_cast<const U*>(member)->has_value();
}

template <Described T>
[[nodiscard]] const std::vector<WrittenMember>& written_members() {
  static const auto members = []<class... D>(boost::mp11::mp_list<D...>) {
    return sorted(std::vector<WrittenMember>{
        {D::name, [](const void* object) -> const void* { return &(static_cast<const T*>(object)->*D::pointer); },
         [] {
           if constexpr (is_optional<MemberType<T, D>>)
             return &has_value<MemberType<T, D>>;
           else
             return static_cast<bool (*)(const void*)>(nullptr);
         }(),
         &write_member<MemberType<T, D>>}...});
  }(boost::mp11::mp_rename<MembersOf<T>, boost::mp11::mp_list>{});
  return members;
}

template <Described T>
[[nodiscard]] const std::vector<ReadMember>& read_members_of() {
  static const auto members = []<class... D>(boost::mp11::mp_list<D...>) {
    return sorted(
        std::vector<ReadMember>{{D::name, !is_optional<MemberType<T, D>>,
                                 [](void* object) -> void* { return &(static_cast<T*>(object)->*D::pointer); },
                                 &read_member<MemberType<T, D>>}...});
  }(boost::mp11::mp_rename<MembersOf<T>, boost::mp11::mp_list>{});
  return members;
}

template <DescribedEnum E>
[[nodiscard]] const std::vector<EnumName>& enum_names() {
  static const auto names = []<class... D>(boost::mp11::mp_list<D...>) {
    return std::vector<EnumName>{{kebab_case(D::name), static_cast<std::int64_t>(D::value)}...};
  }(boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});
  return names;
}

/// Writes a struct as an object, with its type where one is given.
template <Described T>
void write_object(std::string& out, const T& value, std::string_view type) {
  write_members(out, &value, written_members<T>(), type);
}
/// Reads a struct; `tagged` lets the key "type" stand among its members.
template <Described T>
[[nodiscard]] T read_struct(const Element& json, bool tagged) {
  T value{};
  read_members(&value, read_members_of<T>(), json, tagged);
  return value;
}

template <class V>
[[nodiscard]] V read_variant(const Element& json) {
  static const auto alternatives = []<class... A>(std::variant<A...>*) {
    return sorted(std::vector<ReadAlternative>{{wire_name<A>(), [](void* variant, const Element& element) {
                                                  *static_cast<V*>(variant) = read_struct<A>(element, true);
                                                }}...});
  }(static_cast<V*>(nullptr));
  V value;
  read_alternative(&value, alternatives, json);
  return value;
}

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (SelfWritten<T>) {
    value.write_json(out);
  } else if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    out += std::to_string(value);
  } else if constexpr (std::same_as<T, std::string>) {
    append_json_string(out, value);
  } else if constexpr (std::same_as<T, Time>) {
    write_time(out, value);
  } else if constexpr (is_id<T>) {
    out += std::to_string(value.value);
  } else if constexpr (std::same_as<T, Bytes> || is_byte_array<T>) {
    write_plain(out, to_base64url(value));
  } else if constexpr (DescribedEnum<T>) {
    write_enum(out, static_cast<std::int64_t>(value), enum_names<T>());
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

template <class T>
T read(const Element& json) {
  if constexpr (SelfRead<T>) {
    return T::read_json(json);
  } else if constexpr (std::same_as<T, bool>) {
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
    return static_cast<T>(read_enum(json, enum_names<T>()));
  } else if constexpr (is_optional<T>) {
    return read<typename T::value_type>(json);
  } else if constexpr (is_vector<T>) {
    T out;
    read_items(json, &out, [](void* vector, const Element& item) {
      static_cast<T*>(vector)->push_back(read<typename T::value_type>(item));
    });
    return out;
  } else if constexpr (is_variant<T>) {
    return read_variant<T>(json);
  } else {
    return read_struct<T>(json, false);
  }
}

}  // namespace codec

/// The name that a value of an enumeration has on the wire.
template <codec::DescribedEnum E>
[[nodiscard]] std::string_view wire_name(E value) {
  return codec::enum_name(static_cast<std::int64_t>(value), codec::enum_names<E>());
}

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
  T value{};
  codec::read_text(json, &value, &codec::read_member<T>);
  return value;
}

}  // namespace ccop
