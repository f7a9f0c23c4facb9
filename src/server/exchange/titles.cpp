#include "server/exchange/titles.hpp"

#include "base/text.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/identifier.hpp"
#include "exchange/stix/pattern.hpp"

#include <set>

namespace ccop::server {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_title = 200;

/// The first value that a pattern looks for; the pattern itself where it is no pattern of STIX.
std::string title_of_pattern(const std::string& pattern) {
  const auto parsed = exchange::parse_pattern(pattern);
  const auto* read = std::get_if<exchange::Pattern>(&parsed);
  return read == nullptr || read->values.empty() ? pattern : read->values.front().value;
}

/// What was observed has no name of its own: the types of its objects, each once.
std::string kinds_referred_to(const Json& json) {
  std::string kinds;
  std::set<std::string> seen;
  for (const auto& ref : exchange::list_in(json, "object_refs")) {
    const auto id = ref.is_string() ? exchange::parse_identifier(ref.get_ref<const std::string&>()) : std::nullopt;
    if (id && seen.emplace(id->type).second) kinds += (kinds.empty() ? "" : ", ") + std::string{id->type};
  }
  return kinds;
}

std::string whole_title_of(const Json& json) {
  for (const char* name : {"name", "value", "path", "key", "content", "user_id", "abstract", "subject", "opinion"})
    if (std::string found = text_in(json, name); !found.empty()) return found;
  if (const auto hashes = json.find("hashes"); hashes != json.end() && hashes->is_object())
    for (const auto& [algorithm, hash] : hashes->items())
      if (hash.is_string()) return hash.get<std::string>();
  if (std::string kind = text_in(json, "relationship_type"); !kind.empty()) return kind;
  if (const std::string pattern = text_in(json, "pattern"); !pattern.empty()) return title_of_pattern(pattern);
  std::string kinds = kinds_referred_to(json);
  return kinds.empty() ? text_in(json, "id") : kinds;
}

}  // namespace

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool says(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::string title_of(const Json& object) {
  return std::string{shortened(whole_title_of(object), longest_title)};
}

}  // namespace ccop::server
