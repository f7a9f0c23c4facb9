// What comes in and goes out again is the same: measured, and told in docs/exchange.md.
#include "exchange/an_exchange.hpp"
#include "exchange/misp_events.hpp"
#include "exchange/stix/pattern.hpp"

namespace ccop::exchange {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A plausible value of each type of MISP's attributes.
std::string value_of_type(const std::string& type) {
  static const std::map<std::string, std::string> values{{"AS", "AS64500"},
                                                         {"ip-src", "198.51.100.7"},
                                                         {"ip-dst", "198.51.100.7"},
                                                         {"ip", "198.51.100.7"},
                                                         {"domain", "host.evil.example"},
                                                         {"hostname", "host.evil.example"},
                                                         {"onion-address", "expyuzz4wqqyqhjn.onion"},
                                                         {"url", "https://evil.example/a?b=1,2"},
                                                         {"uri", "https://evil.example/a?b=1,2"},
                                                         {"link", "https://evil.example/a?b=1,2"},
                                                         {"port", "8443"},
                                                         {"size-in-bytes", "1234"},
                                                         {"counter", "1234"},
                                                         {"integer", "1234"},
                                                         {"float", "1.5"},
                                                         {"boolean", "1"},
                                                         {"mac-address", "AA-BB-CC-DD-EE-FF"},
                                                         {"regkey", "HKLM\\Software\\Evil"},
                                                         {"regkey|value", "HKLM\\Software\\Evil|x.exe"},
                                                         {"vulnerability", "CVE-2026-1234"},
                                                         {"stix2-pattern", "[domain-name:value = 'x.example']"},
                                                         {"ssdeep", "3:abc:def"},
                                                         {"yara", "rule a { condition: true }"},
                                                         {"email", "someone@evil.example"},
                                                         {"email-src", "someone@evil.example"},
                                                         {"email-dst", "someone@evil.example"},
                                                         {"email-reply-to", "someone@evil.example"},
                                                         {"target-email", "someone@evil.example"},
                                                         {"dns-soa-email", "someone@evil.example"},
                                                         {"whois-registrant-email", "someone@evil.example"}};
  static const std::map<std::string, std::size_t> hashes{
      {"md5", 32},          {"sha1", 40},       {"sha224", 56},   {"sha256", 64},   {"sha384", 96},   {"sha512", 128},
      {"sha512/224", 56},   {"sha512/256", 64}, {"sha3-224", 56}, {"sha3-256", 64}, {"sha3-384", 96}, {"sha3-512", 128},
      {"authentihash", 64}, {"imphash", 32},    {"pehash", 40},   {"cdhash", 40}};
  if (const auto found = values.find(type); found != values.end()) return found->second;
  if (const auto found = hashes.find(type); found != hashes.end()) return std::string(found->second, 'a');
  if (type == "malware-sample") return "a.exe|" + std::string(32, 'a');
  if (type.starts_with("x509-fingerprint-")) return value_of_type(type.substr(17));
  if (const auto bar = type.find('|'); bar != std::string::npos)
    return value_of_type(type.substr(0, bar)) + "|" + value_of_type(type.substr(bar + 1));
  return "a value of " + type;
}

Json attribute_of_type(const Json& data, const std::string& type, bool to_ids) {
  Json json = related("", type, value_of_type(type), to_ids);
  json.erase("object_relation");
  json["category"] = data["sane_defaults"][type].value("default_category", "Other");
  json["comment"] = "why " + type;
  json["Tag"] = Json::array({{{"name", "workflow:state=\"complete\""}}});
  if (type == "attachment" || type == "malware-sample") json["data"] = "UEsDBA==";
  return json;
}

/// Names what of `before` isn't in `after` as it was.
std::vector<std::string> differences(const Json& before, const Json& after) {
  std::vector<std::string> all;
  for (const auto& [name, value] : before.items()) {
    if (name == "Tag") {
      for (const auto& tag : value)
        if (std::ranges::find(after["Tag"], tag) == after["Tag"].end()) all.push_back("Tag");
    } else if (after.value(name, Json()) != value) {
      all.push_back(name);
    }
  }
  return all;
}

class RoundTrips : public AnExchange {
 protected:
  static Json types() { return Json::parse(file_of("vectors/misp_attribute_types.json")); }
};

/// A line of the table in the documentation: it must say what was measured.
void expect_told(const std::string& way, const std::string& figure) {
  std::ifstream in{std::string{CCOP_SOURCE_DIR} + "/docs/exchange.md"};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_THAT(text, HasSubstr("| " + way + " | " + figure + " |"));
}

TEST_F(RoundTrips, OfMispAttributesLeaveEveryKindUnchanged) {
  const Json data = types();
  for (const bool opposite : {false, true}) {
    std::map<std::string, Json> sent;
    Json all = Json::array();
    for (const std::string type : data["types"]) {
      const bool by_default = data["sane_defaults"][type].value("to_ids", 0) == 1;
      all.push_back(attribute_of_type(data, type, by_default != opposite));
      sent[all.back()["uuid"]] = all.back();
    }
    Json whole = event({{"Attribute", all},
                        {"date", "2026-01-01"},
                        {"threat_level_id", "2"},
                        {"analysis", "1"},
                        {"Tag", {{{"name", "osint:source-type=\"blog\""}}}}});
    whole["Event"]["uuid"] = opposite ? "a6ef17d6-91cb-4a05-b10b-2f045daf874c" : "a6ef17d6-91cb-4a05-b10b-2f045daf874b";
    EXPECT_EQ(bring(Format::misp, whole.dump()).refused, 0u);
    std::size_t unchanged = 0;
    for (const auto& back : events()) {
      if (back["uuid"] != whole["Event"]["uuid"]) continue;
      for (const char* name :
           {"info", "date", "timestamp", "published", "publish_timestamp", "threat_level_id", "analysis", "Orgc"})
        EXPECT_EQ(back[name], whole["Event"][name]) << name;
      for (const auto& attribute : back["Attribute"]) {
        const auto changed = differences(sent[attribute["uuid"]], attribute);
        EXPECT_THAT(changed, IsEmpty()) << attribute;
        unchanged += changed.empty() ? 1 : 0;
      }
    }
    EXPECT_EQ(unchanged, 194u);
    if (!opposite)
      expect_told("MISP → here → MISP, kinds of attribute", std::to_string(unchanged) + " of 194 unchanged");
  }
}

TEST_F(RoundTrips, OfMispObjectsLeaveThemWhole) {
  const Json section = object("pe-section", 'c', Json::array({related("name", "text", ".rsrc")}));
  const Json pe =
      object("pe", 'b', Json::array({related("type", "text", "exe")}), Json::array({reference(section, "includes")}));
  const Json file =
      object("file", 'a',
             Json::array({related("filename", "filename", "a.exe"), related("md5", "md5", std::string(32, 'a')),
                          related("size-in-bytes", "size-in-bytes", "35", false)}),
             Json::array({reference(pe, "includes")}));
  const Json odd = object("coin-address", 'd',
                          Json::array({related("address", "btc", "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE"),
                                       related("seen", "ip-dst", "198.51.100.9")}));
  const Json quiet =
      object("ip-port", 'e',
             Json::array({related("ip", "ip-dst", "198.51.100.7", false), related("dst-port", "port", "443", false)}));
  EXPECT_EQ(bring(Format::misp, event({{"Object", {section, pe, file, odd, quiet}}}).dump()).refused, 0u);
  const auto back = events();
  ASSERT_THAT(back, SizeIs(1));
  EXPECT_THAT(back[0]["Attribute"], IsEmpty()) << "nothing goes out by its parts";
  std::map<std::string, Json> by_uuid;
  for (const auto& one : back[0]["Object"]) by_uuid[one["uuid"]] = one;
  EXPECT_THAT(by_uuid, SizeIs(5));
  for (const Json& before : {section, pe, file, odd, quiet}) {
    const Json& after = by_uuid[before["uuid"]];
    EXPECT_EQ(after["name"], before["name"]);
    ASSERT_EQ(after["Attribute"].size(), before["Attribute"].size()) << after;
    for (std::size_t i = 0; i < before["Attribute"].size(); ++i) {
      EXPECT_THAT(differences(before["Attribute"][i], after["Attribute"][i]), IsEmpty()) << after["Attribute"][i];
      EXPECT_THAT(after["Attribute"][i]["Tag"], ::testing::Contains(Json{{"name", "tlp:amber"}}))
          << "how far it may go";
    }
    for (const auto& one : before["ObjectReference"])
      EXPECT_EQ(after["ObjectReference"][0]["referenced_uuid"], one["referenced_uuid"]);
  }
}

TEST_F(RoundTrips, OfAnObjectWhoseIndicatorWasChangedSayWhatTheIndicatorSays) {
  const Json file = object("file", 'a', Json::array({related("filename", "filename", "a.exe")}));
  bring(Format::misp, event({{"Object", Json::array({file})}}).dump());
  Json changed = objects_of_type("indicator")[0];
  changed["pattern"] = "[file:name = 'b.exe']";
  changed["modified"] = "2026-01-01T00:00:00.000Z";
  bring(Format::stix, Json{{"type", "bundle"}, {"objects", {changed}}}.dump());
  const auto all = attributes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0]["value"], "b.exe");
}

TEST_F(RoundTrips, OfStixLeaveEverythingAsItWas) {
  const Json sent = Json::parse(case_of("stix-round-trip-through-misp.json"));
  bring(Format::stix, sent.dump());
  std::map<std::string, Json> back;
  for (const auto& one : objects(Level::red)) back[one["id"]] = one;
  std::size_t same = 0;
  for (Json before : sent["objects"]) {
    Json after = back[before["id"]];
    // What was brought unmarked to a place leaves with the place's marking.
    if (!before.contains("object_marking_refs")) after.erase("object_marking_refs");
    if (before.contains("object_marking_refs")) after["object_marking_refs"] = before["object_marking_refs"];
    EXPECT_EQ(after, before);
    same += after == before ? 1 : 0;
  }
  expect_told("STIX → here → STIX, objects",
              std::to_string(same) + " of " + std::to_string(sent["objects"].size()) + " unchanged");
}

std::set<std::string> comparisons_of(const Conjunction& conjunction) {
  std::set<std::string> all;
  for (const auto& one : conjunction) {
    std::string path = one.object_type + ":" + one.path;
    std::erase(path, '\'');
    if (path.ends_with("_ref.type")) continue;
    // An address is one end of traffic to MISP, and a sender the one whom a mail is from.
    if (path == "ipv4-addr:value" || path == "ipv6-addr:value") path = "network-traffic:dst_ref.value";
    if (path == "email-message:sender_ref.value") path = "email-message:from_ref.value";
    if (path == "network-traffic:dst_ref.value" && one.value.ends_with("example")) path = "domain-name:value";
    all.insert(path + (one.negated ? " not " : " ") + std::to_string(static_cast<int>(one.test)) + " " + one.value);
  }
  return all;
}

/// What a pattern says, however it is written; itself where it is more than alternatives.
std::set<std::set<std::string>> meaning_of(const std::string& pattern) {
  const auto alternatives = alternatives_of(pattern);
  if (!alternatives) return {{pattern}};
  std::set<std::set<std::string>> all;
  for (const auto& one : *alternatives) all.insert(comparisons_of(one));
  return all;
}

TEST_F(RoundTrips, OfStixIndicatorsThroughMispKeepTheirMeaning) {
  bring_case("stix-round-trip-through-misp.json");
  std::vector<Json> sent;
  for (const auto& one : objects_of_type("indicator")) sent.push_back(one);
  ASSERT_THAT(sent, SizeIs(36));
  const auto out = events();
  std::map<std::string, std::set<std::set<std::string>>> back;  // by name
  for (const auto& event : out)
    for (const auto& object : from_misp(Json{{"Event", event}}.dump(), making).objects)
      if (object["type"] == "indicator") {
        const std::string pattern = object["pattern"];
        const auto meaning =
            object["pattern_type"] == "stix" ? meaning_of(pattern) : std::set<std::set<std::string>>{{pattern}};
        back[object["name"]].insert(meaning.begin(), meaning.end());
      }
  std::size_t same = 0;
  for (const auto& indicator : sent) {
    const std::string name = indicator["name"];
    const bool detects = name != "revoked" && name != "expired";
    const std::string pattern = indicator["pattern"];
    const auto meant = !detects                              ? std::set<std::set<std::string>>{}
                       : indicator["pattern_type"] == "stix" ? meaning_of(pattern)
                                                             : std::set<std::set<std::string>>{{pattern}};
    same += back[name] == meant ? 1 : 0;
    if (name != "pcre") EXPECT_EQ(back[name], meant) << name;
  }
  EXPECT_GE(same, 34u);
  expect_told("STIX indicators → MISP", std::to_string(same) + " of 36 with the same meaning");
}

TEST_F(RoundTrips, ThroughMispKeepWhatIsSaidBesideTheValue) {
  bring_case("stix-round-trip-through-misp.json");
  const auto out = events();
  ASSERT_THAT(out, ::testing::Not(IsEmpty()));
  const Json before = [&] {
    for (const auto& one : objects_of_type("indicator"))
      if (one["name"] == "ip") return one;
    return Json();
  }();
  EXPECT_EQ(out[0]["uuid"], "cfcc8279-5832-4bae-916b-cfa5d4258b21") << "a report's UUID is its event's";
  EXPECT_EQ(out[0]["Orgc"], (Json{{"uuid", "9f580d0f-1bf8-4a54-bbef-380b83b31cd2"}, {"name", "Example CSIRT"}}));
  const auto again = from_misp(Json{{"Event", out[0]}}.dump(), making).objects;
  const Json after = first_of(again, "indicator");
  for (const char* name :
       {"id", "name", "description", "confidence", "external_references", "valid_from", "created", "created_by_ref"})
    EXPECT_EQ(after[name], before[name]) << name;
  EXPECT_EQ(parse_timestamp(after["valid_until"].get<std::string>()),
            parse_timestamp(before["valid_until"].get<std::string>()));
  EXPECT_THAT(after["labels"].get<std::vector<std::string>>(), ::testing::Contains("phishing"));
  EXPECT_EQ(first_of(again, "report")["id"], "report--cfcc8279-5832-4bae-916b-cfa5d4258b21");
  std::vector<std::string> first;
  std::vector<std::string> second;
  for (const auto& event : out) first.push_back(event["uuid"]);
  for (const auto& event : events()) second.push_back(event["uuid"]);
  EXPECT_EQ(first, second) << "the same events however often they leave";
}

TEST_F(RoundTrips, ThroughMispTellWhatHasNoPlaceThere) {
  bring_case("stix-round-trip-through-misp.json");
  events();
  EXPECT_THAT(kinds_of(exported_.left_out),
              ::testing::UnorderedElementsAre("revoked indicator 1", "expired indicator 1",
                                              "no-counterpart indicator pcre 1", "no-counterpart malware 1",
                                              "no-counterpart relationship 1", "no-counterpart sighting 1",
                                              "no-counterpart note 1", "no-counterpart ipv4-addr 1"));
}

TEST_F(RoundTrips, OfSightingsAndFalsePositivesKeepBoth) {
  Json seen = attribute("domain", "circl.lu");
  seen["Sighting"] = {{{"uuid", "11111111-1111-4111-8111-111111111111"},
                       {"type", "0"},
                       {"date_sighting", "1603643000"},
                       {"source", "honeypot"},
                       {"Organisation", {{"uuid", "55f6ea65-aa10-4c5a-bf01-4f84950d210f"}, {"name", "CIRCL"}}}},
                      {{"uuid", "22222222-2222-4222-8222-222222222222"},
                       {"type", "1"},
                       {"date_sighting", "1603643001"},
                       {"source", ""}}};
  bring(Format::misp, event({{"Attribute", Json::array({seen})}}).dump());
  const auto all = attributes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_THAT(all[0]["Sighting"], ::testing::UnorderedElementsAre(seen["Sighting"][0], seen["Sighting"][1]));
}

}  // namespace
}  // namespace ccop::exchange
