#include "server/http.hpp"

#include <simdjson.h>

#include <algorithm>

namespace ccop::server {
namespace {

/// How many bytes the character of UTF-8 takes that begins here; 0 where none does.
std::size_t character_at(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length)
    if (simdjson::validate_utf8(text.data(), length)) return length;
  return 0;
}

/// The text, with a replacement character for each byte that belongs to none.
std::string valid_utf8(std::string text) {
  if (simdjson::validate_utf8(text)) return text;
  std::string valid;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t length = character_at(rest);
    valid += length == 0 ? std::string_view{"\xEF\xBF\xBD"} : rest.substr(0, length);
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return valid;
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::ranges::find(headers, name, [](const auto& header) { return std::string_view{header.first}; });
  return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

bool Request::is_encoded() const {
  const std::string_view encoding = header("content-encoding");
  return !encoding.empty() && encoding != "identity";
}

std::string_view Request::cookie(std::string_view name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    auto pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

Response json_response(std::string json, unsigned status) {
  Response response;
  response.status = status;
  response.body = std::make_shared<const std::string>(valid_utf8(std::move(json)));
  return response;
}

}  // namespace ccop::server
