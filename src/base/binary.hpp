// A compact binary form of described structs, for snapshots alone: fast to load, never signed, never exchanged between
// versions. `layout_of` says in words what was written, so that a reader can tell whether it knows the layout.
#pragma once

#include "base/codec.hpp"
#include "base/content.hpp"

#include <cstring>
#include <map>
#include <tuple>

namespace ccop::binary {

template <class T>
inline constexpr bool is_map = false;
template <class K, class V>
inline constexpr bool is_map<std::map<K, V>> = true;
template <class T>
inline constexpr bool is_tuple = false;
template <class... Ts>
inline constexpr bool is_tuple<std::tuple<Ts...>> = true;
/// Wraps a vector, as tables do.
template <class T>
concept Rows = requires(T& table) { table.rows(); };

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T> || codec::is_id<T> || codec::is_byte_array<T> ||
                std::same_as<T, Time> || std::same_as<T, ContentHash>;

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (Plain<T>) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, Bytes>) {
    write(out, static_cast<std::uint32_t>(value.size()));
    out.append(reinterpret_cast<const char*>(value.data()), value.size());
  } else if constexpr (codec::is_optional<T>) {
    write(out, value.has_value());
    if (value) write(out, *value);
  } else if constexpr (codec::is_vector<T>) {
    write(out, static_cast<std::uint32_t>(value.size()));
    for (const auto& item : value) write(out, item);
  } else if constexpr (Rows<const T>) {
    write(out, value.rows());
  } else if constexpr (is_map<T>) {
    write(out, static_cast<std::uint32_t>(value.size()));
    for (const auto& [key, item] : value) {
      write(out, key);
      write(out, item);
    }
  } else if constexpr (is_tuple<T>) {
    std::apply([&](const auto&... part) { (write(out, part), ...); }, value);
  } else {
    boost::mp11::mp_for_each<codec::MembersOf<T>>([&](auto member) { write(out, value.*member.pointer); });
  }
}

/// Reads what `write` wrote; throws BadInput when the bytes end too early.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  void read(T& value) {
    if constexpr (Plain<T>) {
      std::memcpy(&value, take(sizeof value).data(), sizeof value);
    } else if constexpr (std::same_as<T, std::string> || std::same_as<T, Bytes>) {
      const auto bytes = take(size());
      value.assign(bytes.begin(), bytes.end());
    } else if constexpr (codec::is_optional<T>) {
      bool present = false;
      read(present);
      if (present) read(value.emplace());
    } else if constexpr (codec::is_vector<T>) {
      const auto count = size();
      value.reserve(std::min<std::size_t>(count, rest_.size()));
      for (std::uint32_t i = 0; i < count; ++i) read(value.emplace_back());
    } else if constexpr (Rows<T>) {
      read(value.rows());
    } else if constexpr (is_map<T>) {
      for (auto left = size(); left > 0; --left) {
        typename T::key_type key{};
        read(key);
        read(value[key]);
      }
    } else if constexpr (is_tuple<T>) {
      std::apply([&](auto&... part) { (read(part), ...); }, value);
    } else {
      boost::mp11::mp_for_each<codec::MembersOf<T>>([&](auto member) { read(value.*member.pointer); });
    }
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::uint32_t size() {
    std::uint32_t count = 0;
    read(count);
    return count;
  }
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) throw BadInput{"snapshot", "more bytes"};
    const auto taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::string_view rest_;
};

/// The layout of what is written of a `T`: the types and the names of its members, all the way down.
template <class T>
[[nodiscard]] std::string layout_of() {
  if constexpr (std::is_enum_v<T>) {
    std::string names;
    for (const auto& one : codec::enum_names<T>()) names += one.name + "=" + std::to_string(one.value) + " ";
    return "enum(" + names + ")";
  } else if constexpr (Plain<T>) {
    return std::string{bare_type_name<T>()} + std::to_string(sizeof(T));
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, Bytes>) {
    return "bytes";
  } else if constexpr (codec::is_optional<T>) {
    return "optional(" + layout_of<typename T::value_type>() + ")";
  } else if constexpr (codec::is_vector<T>) {
    return "list(" + layout_of<typename T::value_type>() + ")";
  } else if constexpr (Rows<T>) {
    return "list(" + layout_of<typename T::row_type>() + ")";
  } else if constexpr (is_map<T>) {
    return "map(" + layout_of<typename T::key_type>() + "," + layout_of<typename T::mapped_type>() + ")";
  } else if constexpr (is_tuple<T>) {
    return []<class... Part>(std::tuple<Part...>*) {
      return "(" + (... + (layout_of<Part>() + ";")) + ")";
    }(static_cast<T*>(nullptr));
  } else {
    std::string members = std::string{bare_type_name<T>()} + "{";
    boost::mp11::mp_for_each<codec::MembersOf<T>>([&](auto member) {
      members += std::string{member.name} + ":" + layout_of<codec::MemberType<T, decltype(member)>>() + ";";
    });
    return members + "}";
  }
}

}  // namespace ccop::binary
