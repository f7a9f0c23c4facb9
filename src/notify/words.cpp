#include "notify/words.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace ccop::notify {

extern const char* const mail_en;

namespace {

void gather(const nlohmann::json& piece, const std::string& path,
            std::map<std::string, std::string, std::less<>>& all) {
  for (const auto& [name, value] : piece.items())
    if (value.is_object())
      gather(value, path + name + ".", all);
    else
      all[path + name] = value.get<std::string>();
}

const std::map<std::string, std::string, std::less<>>& catalogue() {
  static const auto all = [] {
    std::map<std::string, std::string, std::less<>> found;
    gather(nlohmann::json::parse(mail_en), "", found);
    return found;
  }();
  return all;
}

}  // namespace

bool has_words(std::string_view key) {
  return catalogue().contains(key);
}

std::string words(std::string_view key, const Gaps& gaps) {
  const auto found = catalogue().find(key);
  if (found == catalogue().end()) throw std::logic_error{"no words for " + std::string{key}};
  std::string said;
  std::string_view rest = found->second;
  for (auto open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
    const auto close = rest.find("}}", open);
    const auto gap = gaps.find(rest.substr(open + 2, close - open - 2));
    if (gap == gaps.end()) throw std::logic_error{"a gap stays open in the words for " + std::string{key}};
    said.append(rest.substr(0, open)).append(gap->second);
    rest.remove_prefix(close + 2);
  }
  return said.append(rest);
}

}  // namespace ccop::notify
