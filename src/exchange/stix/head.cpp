#include "exchange/stix/head.hpp"

#include "base/text.hpp"
#include "exchange/stix/identifier.hpp"
#include "exchange/stix/pattern.hpp"

#include <array>
#include <set>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_note = 20'000;
constexpr std::size_t most_tactics = 20;

std::string text_in(dom::object object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? std::string{text} : std::string{};
}
bool says_so(dom::object object, std::string_view name) {
  bool flag = false;
  return object[name].get(flag) == simdjson::SUCCESS && flag;
}
std::optional<std::string> if_any(std::string text) {
  return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

/// The first value that a pattern looks for; the pattern itself where it is no pattern of STIX.
std::string title_of_pattern(const std::string& pattern) {
  const auto parsed = parse_pattern(pattern);
  const auto* read = std::get_if<Pattern>(&parsed);
  return read == nullptr || read->values.empty() ? pattern : read->values.front().value;
}

/// What was observed has no name of its own: the types of its objects, each once.
std::string kinds_referred_to(dom::object object) {
  std::string kinds;
  std::set<std::string, std::less<>> seen;
  dom::array refs;
  std::string_view text;
  if (object["object_refs"].get(refs) != simdjson::SUCCESS) return kinds;
  for (const dom::element ref : refs) {
    if (kinds.size() > longest_title || ref.get(text) != simdjson::SUCCESS) continue;
    const auto id = parse_identifier(text);
    if (id && seen.emplace(id->type).second) kinds += (kinds.empty() ? "" : ", ") + std::string{id->type};
  }
  return kinds;
}

std::string whole_title_of(dom::object object) {
  for (const char* name : {"name", "value", "path", "key", "content", "user_id", "abstract", "subject", "opinion"})
    if (std::string found = text_in(object, name); !found.empty()) return found;
  dom::object hashes;
  std::string_view hash;
  if (object["hashes"].get(hashes) == simdjson::SUCCESS)
    for (const auto& field : hashes)
      if (field.value.get(hash) == simdjson::SUCCESS) return std::string{hash};
  if (std::string kind = text_in(object, "relationship_type"); !kind.empty()) return kind;
  if (const std::string pattern = text_in(object, "pattern"); !pattern.empty()) return title_of_pattern(pattern);
  std::string kinds = kinds_referred_to(object);
  return kinds.empty() ? text_in(object, "id") : kinds;
}

/// Empty for what is none any more, and for sub-techniques, which count with theirs.
std::optional<TechniqueHead> technique_of(dom::object object) {
  if (says_so(object, "revoked") || says_so(object, "x_mitre_deprecated")) return std::nullopt;
  TechniqueHead technique;
  dom::array list;
  dom::object one;
  if (object["external_references"].get(list) == simdjson::SUCCESS)
    for (const dom::element item : list)
      if (item.get(one) == simdjson::SUCCESS && text_in(one, "source_name").starts_with("mitre"))
        technique.external_id = shortened(text_in(one, "external_id"), longest_title);
  if (technique.external_id.empty() || technique.external_id.find('.') != std::string::npos) return std::nullopt;
  if (object["kill_chain_phases"].get(list) != simdjson::SUCCESS) return std::nullopt;
  for (const dom::element item : list)
    if (item.get(one) == simdjson::SUCCESS && technique.tactics.size() < most_tactics)
      technique.tactics.emplace_back(shortened(text_in(one, "phase_name"), longest_title));
  return technique;
}

}  // namespace

Head head_of(std::string_view type, dom::object json) {
  Head head;
  head.title = shortened(whole_title_of(json), longest_title);
  head.maker = text_in(json, "created_by_ref");
  head.revoked = says_so(json, "revoked");
  if (type == "relationship") {
    head.how = if_any(text_in(json, "relationship_type"));
    head.source = if_any(text_in(json, "source_ref"));
    head.target = if_any(text_in(json, "target_ref"));
  }
  if (type == "sighting") head.target = if_any(text_in(json, "sighting_of_ref"));
  if (type == "note") head.says = std::string{shortened(text_in(json, "content"), longest_note)};
  if (type == "attack-pattern") head.technique = technique_of(json);
  return head;
}

}  // namespace ccop::exchange
