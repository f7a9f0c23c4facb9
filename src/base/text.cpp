#include "base/text.hpp"

#include <algorithm>

namespace ccop {

std::vector<std::string> pieces_of(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

std::string in_small_letters(std::string_view text) {
  std::string out{text};
  std::ranges::transform(out, out.begin(), [](char c) { return in_small_letters(c); });
  return out;
}

std::string host_in(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  if (address.starts_with('[')) return std::string{address.substr(1, address.find(']') - 1)};
  return std::string{address.substr(0, address.find_first_of(":/"))};
}

std::string_view shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  const auto is_within_character = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
  };
  while (most > 0 && is_within_character(most)) --most;
  return text.substr(0, most);
}

}  // namespace ccop
