#include "exchange/stix/identifier.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace ccop::exchange {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

bool is_hyphen_place(std::size_t at) {
  return at == 8 || at == 13 || at == 18 || at == 23;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Uuid stamped(Uuid uuid, unsigned version) {
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0Fu) | (version << 4u));
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3Fu) | 0x80u);
  return uuid;
}

}  // namespace

std::optional<Uuid> parse_uuid(std::string_view text) {
  if (text.size() != uuid_length) return std::nullopt;
  Uuid uuid{};
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_hyphen_place(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[i]);
    if (value < 0) return std::nullopt;
    uuid[nibble / 2] = static_cast<std::uint8_t>(uuid[nibble / 2] << 4 | value);
    ++nibble;
  }
  return uuid;
}

std::string to_text(const Uuid& uuid) {
  std::string text;
  text.reserve(uuid_length);
  for (const std::uint8_t byte : uuid) {
    if (is_hyphen_place(text.size())) text += '-';
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

unsigned version_of(const Uuid& uuid) {
  return uuid[6] >> 4;
}

Uuid name_based_uuid(const Uuid& name_space, std::string_view name) {
  std::string input{ccop::text_of(name_space)};
  input += name;
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(input.data(), input.size(), digest.data(), &length, EVP_sha1(), nullptr) != 1)
    throw std::runtime_error{"SHA-1 is not available"};
  Uuid uuid{};
  std::copy_n(digest.begin(), uuid.size(), uuid.begin());
  return stamped(uuid, 5);
}

Uuid random_uuid() {
  Uuid uuid{};
  fill_random(uuid);
  return stamped(uuid, 4);
}

const Uuid& observables_namespace() {
  static const Uuid value = parse_uuid("00abedb4-aa42-466c-9c01-fed23315a9b7").value();
  return value;
}

std::optional<Identifier> parse_identifier(std::string_view text) {
  const auto middle = text.find("--");
  if (middle == std::string_view::npos || !is_type_name(text.substr(0, middle))) return std::nullopt;
  const auto uuid = parse_uuid(text.substr(middle + 2));
  if (!uuid) return std::nullopt;
  return Identifier{text.substr(0, middle), *uuid};
}

std::string identifier(std::string_view type, const Uuid& uuid) {
  return std::string{type} + "--" + to_text(uuid);
}

std::vector<std::string> identifiers_in(std::string_view text) {
  const auto may_be_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9') || c == '-';
  };
  std::vector<std::string> found;
  for (auto at = std::ranges::find_if(text, may_be_part); at != text.end();) {
    const auto end = std::find_if_not(at, text.end(), may_be_part);
    const std::string_view word{at, end};
    if (parse_identifier(word)) found.emplace_back(word);
    at = std::find_if(end, text.end(), may_be_part);
  }
  return found;
}

bool is_type_name(std::string_view text) {
  if (text.size() < 3 || text.size() > 250 || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace ccop::exchange
