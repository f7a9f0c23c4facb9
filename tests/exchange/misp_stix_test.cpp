// MISP's attributes and objects become what misp-stix's documentation of its mapping shows, example by example.
#include "exchange/misp/events.hpp"
#include "exchange/stix/examine.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <set>

namespace ccop::exchange {
namespace {

using ::testing::IsEmpty;

struct Example {
  std::string name;
  bool is_attribute{};
  Json misp;
  std::vector<Json> stix;
};

std::vector<Example> examples() {
  std::ifstream in{std::string{CCOP_SOURCE_DIR} + "/tests/exchange/vectors/misp_stix.json"};
  std::vector<Example> all;
  const Json file = Json::parse(in);
  for (const auto& one : file.at("examples"))
    all.push_back({one["kind"].get<std::string>() + " " + one["name"].get<std::string>(), one["kind"] == "attribute",
                   one["misp"], one["stix"]});
  EXPECT_GT(all.size(), 100u);
  return all;
}

const Json* of_type(const std::vector<Json>& objects, const std::string& type) {
  const auto found = std::ranges::find_if(objects, [&](const Json& one) { return one["type"] == type; });
  return found == objects.end() ? nullptr : &*found;
}

std::vector<Json> made_of(const Example& example) {
  Json things = example.misp;
  for (auto& thing : things) thing["meta-category"] = thing.value("meta-category", "misc");
  if (example.is_attribute)
    for (auto& thing : things) {
      thing.erase("meta-category");
      thing["to_ids"] = of_type(example.stix, "indicator") != nullptr;
    }
  const Json event{{"uuid", "a6ef17d6-91cb-4a05-b10b-2f045daf874b"},
                   {"info", "An event"},
                   {"timestamp", "1603642920"},
                   {example.is_attribute ? "Attribute" : "Object", things}};
  const auto made = from_misp(event.dump(), {"", 0, Level::amber, false});
  EXPECT_THAT(made.mistakes, IsEmpty()) << example.name;
  return made.objects;
}

/// What a pattern asks for, whatever the order and the brackets; contents and packing of samples are not asked for.
/// Numbers and truths are what they are here, and texts there; a hive has its whole name here.
std::set<std::string> terms_of(std::string pattern) {
  std::set<std::string> terms;
  const auto take = [&](std::string term) {
    std::erase_if(term, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
    if (const auto value = term.rfind(" = "); value != std::string::npos) {
      std::string said = term.substr(value + 3);
      std::erase(said, '\'');
      if (said == "True" || said == "False") said[0] = static_cast<char>(said[0] + 32);
      if (said.starts_with("HKLM")) said.replace(0, 4, "HKEY_LOCAL_MACHINE");
      if (said.starts_with("HKCU")) said.replace(0, 4, "HKEY_CURRENT_USER");
      term.replace(value + 3, std::string::npos, said);
    }
    if (term.find("content_ref") == std::string::npos) terms.insert(term);
  };
  for (auto at = pattern.find(" AND "); at != std::string::npos; at = pattern.find(" AND ")) {
    take(pattern.substr(0, at));
    pattern.erase(0, at + 5);
  }
  take(pattern);
  return terms;
}

/// Two ways to write the same instant, flag or list of references are the same.
Json alike(Json json) {
  if (json.is_string()) {
    std::string text = json;
    for (const std::string end : {"+00:00", ".000Z"})
      if (text.starts_with("20") && text.ends_with(end)) text.replace(text.size() - end.size(), end.size(), "Z");
    return text == "true" || text == "false" ? Json(text == "true") : Json(text);
  }
  if (json.is_array() || json.is_object()) {
    for (auto& one : json) one = alike(one);
    if (json.is_array() && !json.empty() && json.front().is_string()) std::sort(json.begin(), json.end());
  }
  return json;
}

/// Names of our own are in small letters, as STIX wants those of properties to be.
std::string own(std::string name) {
  if (name.starts_with("x_misp_"))
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name;
}

/// Says what of `theirs` isn't in `ours`.
std::vector<std::string> missing(const Json& theirs, const Json& ours) {
  std::vector<std::string> all;
  for (const auto& [name, value] : theirs.items())
    if (!ours.contains(own(name)) || alike(ours[own(name)]) != alike(value))
      all.push_back(theirs["type"].get<std::string>() + "." + name + ": " + value.dump() + ", not " +
                    (ours.contains(own(name)) ? ours[own(name)].dump() : "missing"));
  return all;
}

std::string sentence_of(const std::set<std::string>& terms) {
  std::string text;
  for (const auto& term : terms) text += term + "\n";
  return text;
}

/// What differs of an example's pattern; empty: nothing does.
std::string difference_of_pattern(const Example& example, const std::vector<Json>& objects) {
  const Json* theirs = of_type(example.stix, "indicator");
  const Json* ours = of_type(objects, "indicator");
  if (theirs == nullptr) return "";
  if (ours == nullptr) return "no indicator";
  if ((*ours)["pattern_type"] != (*theirs)["pattern_type"]) return "its type is " + (*ours)["pattern_type"].dump();
  const auto expected = terms_of((*theirs)["pattern"]);
  const auto made = terms_of((*ours)["pattern"]);
  return expected == made ? "" : "theirs:\n" + sentence_of(expected) + "ours:\n" + sentence_of(made);
}

std::string difference_of_objects(const Example& example, const std::vector<Json>& objects) {
  std::string all;
  for (const Json& theirs : example.stix) {
    if (theirs["type"] == "indicator") continue;
    const auto ours = std::ranges::find_if(objects, [&](const Json& one) { return one["id"] == theirs["id"]; });
    if (ours == objects.end()) {
      all += "no " + theirs["id"].dump() + "\n";
      continue;
    }
    for (const auto& one : missing(theirs, *ours)) all += one + "\n";
  }
  return all;
}

/// Where we mean to differ, and why.
using Exceptions = std::map<std::string, std::string>;

void expect_none(const Example& example, const std::string& difference, const Exceptions& exceptions) {
  const auto exception = exceptions.find(example.name);
  if (exception == exceptions.end())
    EXPECT_EQ(difference, "") << example.name;
  else
    EXPECT_NE(difference, "") << example.name << " needs no exception any more: " << exception->second;
}

TEST(MispStix, Patterns) {
  const Exceptions exceptions{
      {"attribute sha512/224", "it is no SHA-224"},
      {"attribute filename|sha512/224", "it is no SHA-224"},
      {"attribute sha512/256", "it is no SHA-256"},
      {"attribute filename|sha512/256", "it is no SHA-256"},
      {"attribute regkey|value", "values is a list, and % needs no escape"},
      {"object domain-ip", "a host name that is the domain is said once"},
      {"object domain-ip with the perfect domain & ip matching", "none of its attributes is said to detect"},
      {"object http-request", "the URL is not asked for where the path stands"},
      {"object image", "the place that it came from is asked for too, in the file"},
      {"object registry-key with references to registry-key-value(s)", "its time is written as it came"}};
  for (const Example& example : examples())
    expect_none(example, difference_of_pattern(example, made_of(example)), exceptions);
}

TEST(MispStix, Objects) {
  const Exceptions exceptions{
      {"attribute sha224", "STIX calls it SHA-224"},
      {"attribute filename|sha224", "STIX calls it SHA-224"},
      {"attribute sha384", "STIX calls it SHA-384"},
      {"attribute filename|sha384", "STIX calls it SHA-384"},
      {"attribute sha3-224", "STIX would call it SHA3-224"},
      {"attribute filename|sha3-224", "STIX would call it SHA3-224"},
      {"attribute sha3-384", "STIX would call it SHA3-384"},
      {"attribute filename|sha3-384", "STIX would call it SHA3-384"},
      {"attribute sha512/224", "it is no SHA-224"},
      {"attribute filename|sha512/224", "it is no SHA-224"},
      {"attribute sha512/256", "it is no SHA-256"},
      {"attribute filename|sha512/256", "it is no SHA-256"},
      {"attribute regkey", "a hive has its whole name (STIX 2.1, section 6.17)"},
      {"attribute regkey|value", "a hive has its whole name"},
      {"attribute email-attachment", "a file's name stands in double quotes (RFC 2183)"},
      {"object email", "a file's name stands in double quotes; whose a name is isn't guessed"},
      {"object email with display names", "whose a name is isn't guessed"},
      {"object annotation", "the domain has the id of its object"},
      {"object domain-ip", "a host name that is the domain is said once"},
      {"object domain-ip with the perfect domain & ip matching", "a second domain stands beside the first"},
      {"object geolocation", "the radius stays in kilometres, as it was said"},
      {"object http-request", "the host's name stands beside the address it was asked at"},
      {"object image", "the type of a file isn't guessed"},
      {"object ip-port", "the protocol that a port is one of"},
      {"object netflow", "no protocol but the one that was said"},
      {"object network-socket", "what the socket did is kept as it was said"},
      {"object pe & pe-sections", "the original name is the file's name, and stands there alone"},
      {"object news-agency", "ways to get in touch stand in their order"}};
  for (const Example& example : examples()) {
    const auto objects = made_of(example);
    for (const Json& object : objects)
      for (const auto& error : Examiner{}.examine(object.dump()).errors) ADD_FAILURE() << object << error.sentence();
    expect_none(example, difference_of_objects(example, objects), exceptions);
  }
}

}  // namespace
}  // namespace ccop::exchange
