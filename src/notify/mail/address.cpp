#include "base/json_reading.hpp"
#include "notify/mail/message.hpp"

#include <algorithm>

namespace ccop::notify {
namespace {

constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local_part = 64;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Words of `allowed` characters, letters and digits, with single dots between them.
bool is_dotted(std::string_view text, std::string_view allowed) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
    return false;
  return std::ranges::all_of(
      text, [&](char c) { return is_letter_or_digit(c) || c == '.' || allowed.find(c) != std::string_view::npos; });
}

}  // namespace

bool is_address(std::string_view text) {
  const auto at = text.rfind('@');
  if (text.size() > longest_address || at == std::string_view::npos || at > longest_local_part) return false;
  return is_dotted(text.substr(0, at), "!#$%&'*+-/=?^_`{|}~") && is_dotted(text.substr(at + 1), "-");
}

std::optional<std::string> address_in(const std::string& profile) {
  std::string_view email;
  try {
    if (parse_json(profile)["email"].get(email) != simdjson::SUCCESS) return std::nullopt;
  } catch (const BadInput&) {  // a plain text
    return std::nullopt;
  }
  return is_address(email) ? std::optional{std::string{email}} : std::nullopt;
}

}  // namespace ccop::notify
