#include "exchange/marking.hpp"

#include "base/text.hpp"

#include <simdjson.h>

#include <algorithm>

namespace ccop::exchange {
namespace {

struct Tlp {
  Level level;
  std::string_view word;
  std::string_view id;      ///< TLP 2.0
  std::string_view old_id;  ///< TLP 1.0 (STIX 2.1, section 7.2.1.4)
};

constexpr std::array<Tlp, 5> tlp{
    {{Level::clear, "clear", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
      "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"},
     {Level::green, "green", "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
      "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"},
     {Level::amber, "amber", "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
      "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"},
     {Level::amber_strict, "amber+strict", "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", ""},
     {Level::red, "red", "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
      "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"}}};

/// TLP 1.0 had no AMBER+STRICT; OpenCTI marks it with this one, everywhere the same.
constexpr std::string_view amber_strict_of_opencti = "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37";

constexpr std::string_view tlp_extension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

std::string own_marking(std::string_view name) {
  return identifier("marking-definition", name_based_uuid(exchange_namespace(), name));
}

std::string in_capitals(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string tlp_definition(const Tlp& one) {
  const std::string name = in_capitals(std::string{one.word});
  return R"({"type":"marking-definition","spec_version":"2.1","id":")" + std::string{one.id} +
         R"(","created":"2022-10-01T00:00:00.000Z","name":"TLP:)" + name + R"(","extensions":{")" +
         std::string{tlp_extension} + R"(":{"extension_type":"property-extension","tlp_2_0":")" +
         std::string{one.word} + R"("}}})";
}

/// As STIX 2.1 writes the four of TLP 1.0 (section 7.2.1.4).
std::string tlp1_definition(const Tlp& one) {
  const std::string word{one.level == Level::clear ? "white" : one.word};
  return R"({"type":"marking-definition","spec_version":"2.1","id":")" + std::string{one.old_id} +
         R"(","created":"2017-01-20T00:00:00.000Z","name":"TLP:)" + in_capitals(word) +
         R"(","definition_type":"tlp","definition":{"tlp":")" + word + R"("}})";
}

/// The level that a text names which begins with TLP, however it is written; red for one that nobody knows. Empty where
/// it speaks of something else.
std::optional<Level> level_named(std::string_view text) {
  std::string word = in_small_letters(text);
  if (!word.starts_with("tlp")) return std::nullopt;
  word.erase(0, 3);
  word.erase(0, std::min(word.find_first_not_of(" :_-"), word.size()));
  word.erase(word.find_last_not_of(' ') + 1);
  std::ranges::replace_if(
      word, [](char c) { return c == ' ' || c == '_'; }, '-');
  return parse_level(word).value_or(Level::red);
}

std::string statement_definition(const std::string& id, std::string_view name, std::string_view statement) {
  return R"({"type":"marking-definition","spec_version":"2.1","id":")" + id +
         R"(","created":"2026-01-01T00:00:00.000Z","name":")" + std::string{name} +
         R"(","definition_type":"statement","definition":{"statement":")" + std::string{statement} + R"("}})";
}

}  // namespace

std::string_view word_of(Level level) {
  return tlp[static_cast<std::size_t>(level)].word;
}

std::optional<Level> parse_level(std::string_view word) {
  std::string text;
  for (const char c : word) text += c == '-' ? '+' : in_small_letters(c);
  if (text.starts_with("tlp:")) text.erase(0, 4);
  if (text == "white") return Level::clear;
  const auto found = std::ranges::find(tlp, text, &Tlp::word);
  return found == tlp.end() ? std::nullopt : std::optional{found->level};
}

std::string_view marking_id(Level level) {
  return tlp[static_cast<std::size_t>(level)].id;
}

std::optional<Level> level_of(std::string_view marking_definition) {
  if (marking_definition == amber_strict_of_opencti) return Level::amber_strict;
  const auto found = std::ranges::find_if(
      tlp, [&](const Tlp& one) { return one.id == marking_definition || one.old_id == marking_definition; });
  return found == tlp.end() || marking_definition.empty() ? std::nullopt : std::optional{found->level};
}

std::optional<Level> strictest(const std::vector<std::string>& markings) {
  std::optional<Level> found;
  for (const auto& marking : markings)
    if (const auto level = level_of(marking)) found = found ? std::max(*found, *level) : *level;
  return found;
}

std::optional<Level> level_said_by(std::string_view definition) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object json;
  std::optional<Level> found;
  const auto take = [&](std::optional<Level> level) {
    if (level) found = found ? std::max(*found, *level) : *level;
  };
  if (parser.parse(definition.data(), definition.size()).get(json) != simdjson::SUCCESS) return Level::red;
  std::string_view text;
  if (simdjson::dom::element tlp_1; json["definition"]["tlp"].get(tlp_1) == simdjson::SUCCESS)
    take(tlp_1.get(text) == simdjson::SUCCESS ? parse_level(text).value_or(Level::red) : Level::red);
  if (simdjson::dom::object extension; json["extensions"][tlp_extension].get(extension) == simdjson::SUCCESS)
    take(extension["tlp_2_0"].get(text) == simdjson::SUCCESS ? parse_level(text).value_or(Level::red) : Level::red);
  if (json["definition"]["statement"].get(text) == simdjson::SUCCESS) take(level_named(text));
  if (json["name"].get(text) == simdjson::SUCCESS) take(level_named(text));
  // One that only says that it is TLP's says nothing that could be kept to.
  if (json["definition_type"].get(text) == simdjson::SUCCESS && !found)
    take(in_small_letters(text) == "tlp" ? std::optional{Level::red} : level_named(text));
  return found;
}

bool is_own_statement(std::string_view marking_definition) {
  return marking_definition == chatham_house_marking() || marking_definition == released_marking();
}

bool says_what_it_stands_for(std::string_view id, std::string_view definition) {
  if (const auto level = level_of(id)) return level_said_by(definition) == level;
  if (!is_own_statement(id)) return true;
  thread_local simdjson::dom::parser parser;
  const auto statement_of = [](std::string_view json) {
    std::string_view text;
    return parser.parse(json.data(), json.size())["definition"]["statement"].get(text) == simdjson::SUCCESS
               ? std::string{text}
               : std::string{};
  };
  const std::string said = statement_of(definition);
  return std::ranges::any_of(marking_definitions(), [&](const std::string& ours) {
    return ours.find(id) != std::string::npos && statement_of(ours) == said;
  });
}

const Uuid& exchange_namespace() {
  static const Uuid value = parse_uuid("6f7a1d1e-0c5b-4d0e-9a53-2f6f0b0c7c0a").value();
  return value;
}

const std::string& chatham_house_marking() {
  static const std::string id = own_marking("marking/chatham-house");
  return id;
}

const std::string& released_marking() {
  static const std::string id = own_marking("marking/expressly-released");
  return id;
}

const std::string& recipients_extension() {
  static const std::string id =
      identifier("extension-definition", name_based_uuid(exchange_namespace(), "extension/recipients"));
  return id;
}

const std::vector<std::string>& marking_definitions() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    made.reserve(2 * tlp.size() + 2);
    for (const Tlp& one : tlp) made.push_back(tlp_definition(one));
    for (const Tlp& one : tlp)
      if (!one.old_id.empty()) made.push_back(tlp1_definition(one));
    made.push_back(statement_definition(
        chatham_house_marking(), "Chatham House Rule",
        "The information may be used; neither the identity nor the affiliation of its source may be revealed."));
    made.push_back(statement_definition(released_marking(), "Expressly released",
                                        "The community expressly agreed that this may leave the group."));
    return made;
  }();
  return all;
}

}  // namespace ccop::exchange
