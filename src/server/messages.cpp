#include "server/messages.hpp"

#include <nlohmann/json.hpp>

namespace ccop::server {

namespace {

using WordsByKey = std::map<std::string, std::string, std::less<>>;
using Gaps = std::map<std::string, std::string>;

/// The text with its gaps filled; the key where there is none.
std::string filled(const WordsByKey& catalogue, std::string_view key, const Gaps& values) {
  const auto found = catalogue.find(key);
  if (found == catalogue.end()) return std::string{key};
  std::string text = found->second;
  for (const auto& [name, value] : values) {
    const std::string gap = "{{" + name + "}}";
    for (auto at = text.find(gap); at != std::string::npos; at = text.find(gap, at + value.size()))
      text.replace(at, gap.size(), value);
  }
  return text;
}

}  // namespace

std::string sentence(std::string_view key, const std::map<std::string, std::string>& values) {
  static const auto catalogue = nlohmann::json::parse(messages_en).get<WordsByKey>();
  return filled(catalogue, key, values);
}

std::string duty_words(std::string_view kind, const std::map<std::string, std::string>& about) {
  static const auto catalogue = nlohmann::json::parse(duties_en).at("duties").at("kind").get<WordsByKey>();
  return filled(catalogue, kind, about);
}

std::string_view title_of(unsigned status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 431:
      return "Request Header Fields Too Large";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

}  // namespace ccop::server
