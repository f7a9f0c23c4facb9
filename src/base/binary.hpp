// A compact binary form of described structs, for snapshots alone: fast to load, never signed, never exchanged between
// versions.
#pragma once

#include "base/codec.hpp"

#include <cstring>
#include <map>

namespace ccop::binary {

template <class T>
inline constexpr bool is_map = false;
template <class K, class V>
inline constexpr bool is_map<std::map<K, V>> = true;

template <class T>
concept Plain =
    std::is_arithmetic_v<T> || std::is_enum_v<T> || codec::is_id<T> || codec::is_byte_array<T> || std::same_as<T, Time>;

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
  } else if constexpr (is_map<T>) {
    write(out, static_cast<std::uint32_t>(value.size()));
    for (const auto& [key, item] : value) {
      write(out, key);
      write(out, item);
    }
  } else {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) { write(out, value.*member.pointer); });
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
    } else if constexpr (is_map<T>) {
      for (auto left = size(); left > 0; --left) {
        typename T::key_type key{};
        read(key);
        read(value[key]);
      }
    } else {
      boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
          [&](auto member) { read(value.*member.pointer); });
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

}  // namespace ccop::binary
