#include "community/meetings/details.hpp"

#include <algorithm>

namespace ccop::community {

HttpsLink HttpsLink::read_json(const codec::Element& json) {
  constexpr std::string_view scheme = "https://";
  const std::string_view text = codec::read_string(json);
  const std::string_view rest = text.substr(std::min(scheme.size(), text.size()));
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool is_plain = std::ranges::all_of(text, [](char c) {
    return c > ' ' && c < 0x7F && std::string_view{"\"<>\\^`{|}"}.find(c) == std::string_view::npos;
  });
  const bool names_a_host = !host.empty() && host.find('@') == std::string_view::npos;
  if (text.size() > longest || !text.starts_with(scheme) || !is_plain || !names_a_host)
    throw BadInput{"", "an address that begins with https://, of at most " + std::to_string(longest) + " bytes"};
  HttpsLink read;
  read.assign(text);
  return read;
}

}  // namespace ccop::community
