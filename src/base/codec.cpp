#include "base/codec.hpp"

#include "base/json_reading.hpp"

#include <algorithm>
#include <new>
#include <stdexcept>

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
namespace {

/// Which keys were seen is kept in one word.
constexpr std::size_t most_members = 63;

template <class Named>
std::vector<Named> sorted_by_name(std::vector<Named> all) {
  if (all.size() > most_members && std::is_same_v<Named, ReadMember>) throw std::logic_error("too many members");
  std::ranges::sort(all, {}, &Named::name);
  return all;
}

/// The place of the key; canonical input has the keys in this order, so it is at `expected` mostly.
std::size_t place_of(std::string_view key, const std::vector<ReadMember>& members, std::size_t expected) {
  if (expected < members.size() && members[expected].name == key) return expected;
  const auto found = std::ranges::find(members, key, &ReadMember::name);
  if (found == members.end()) throw BadInput{std::string{key}, "no such key here"};
  return static_cast<std::size_t>(found - members.begin());
}

}  // namespace

std::vector<WrittenMember> sorted(std::vector<WrittenMember> members) {
  return sorted_by_name(std::move(members));
}
std::vector<ReadMember> sorted(std::vector<ReadMember> members) {
  return sorted_by_name(std::move(members));
}
std::vector<ReadAlternative> sorted(std::vector<ReadAlternative> alternatives) {
  return sorted_by_name(std::move(alternatives));
}

void write_plain(std::string& out, std::string_view text) {
  (out += '"').append(text) += '"';
}

void write_time(std::string& out, Time time) {
  write_plain(out, to_rfc3339(time));
}

void write_members(std::string& out, const void* object, const std::vector<WrittenMember>& members,
                   std::string_view type) {
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
  for (const WrittenMember& member : members) {
    if (type_due && member.name > "type") write_type();
    const void* value = member.in(object);
    if (member.present != nullptr && !member.present(value)) continue;
    key(member.name);
    member.write(out, value);
  }
  if (type_due) write_type();
  out += separator == '{' ? "{}" : "}";
}

const std::string& enum_name(std::int64_t value, const std::vector<EnumName>& names) {
  const auto found = std::ranges::find(names, value, &EnumName::value);
  if (found == names.end()) throw std::logic_error("a value that its enumeration does not name");
  return found->name;
}

void write_enum(std::string& out, std::int64_t value, const std::vector<EnumName>& names) {
  write_plain(out, enum_name(value, names));
}

void read_members(void* object, const std::vector<ReadMember>& members, const Element& json, bool tagged) {
  std::uint64_t seen = 0;
  const auto see = [&](std::size_t at, std::string_view key) {
    const std::uint64_t bit = std::uint64_t{1} << at;
    if ((seen & bit) != 0) throw BadInput{std::string{key}, "each key once"};
    seen |= bit;
  };
  std::size_t expected = 0;
  for (const auto [key, element] : read_object(json)) {
    if (tagged && key == "type") {
      see(most_members, key);
      continue;
    }
    const std::size_t at = place_of(key, members, expected);
    see(at, key);
    expected = at + 1;
    try {
      members[at].read(members[at].in(object), element);
    } catch (const BadInput& bad) {
      throw bad.inside(key);
    }
  }
  for (std::size_t i = 0; i < members.size(); ++i)
    if ((seen >> i & 1) == 0 && members[i].required)
      throw BadInput{std::string{members[i].name}, "a value (the key is missing)"};
}

std::int64_t read_enum(const Element& json, const std::vector<EnumName>& names) {
  const auto found = std::ranges::find(names, read_string(json), &EnumName::name);
  if (found != names.end()) return found->value;
  std::string all;
  for (const EnumName& one : names) all += (all.empty() ? "one of: " : ", ") + one.name;
  throw BadInput{"", all};
}

std::string_view read_type(const Element& json) {
  simdjson::dom::element type;
  if (read_object(json)["type"].get(type) != simdjson::SUCCESS) throw BadInput{"type", "a value (the key is missing)"};
  if (!type.is_string()) throw BadInput{"type", "a string"};
  return type.get_string().value_unsafe();
}

void read_alternative(void* variant, const std::vector<ReadAlternative>& alternatives, const Element& json) {
  const std::string_view name = read_type(json);
  const auto found = std::ranges::lower_bound(alternatives, name, {}, &ReadAlternative::name);
  if (found == alternatives.end() || found->name != name) throw BadInput{"type", "a known type"};
  found->read(variant, json);
}

void read_items(const Element& json, void* vector, void (*read)(void* vector, const Element& item)) {
  std::size_t place = 0;
  for (const auto& item : read_array(json)) {
    try {
      read(vector, item);
    } catch (const BadInput& bad) {
      throw bad.inside("[" + std::to_string(place) + "]");
    }
    ++place;
  }
}

void read_text(std::string_view json, void* value, void (*read)(void* value, const Element& json)) {
  read(value, parse_json(json));
}

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
