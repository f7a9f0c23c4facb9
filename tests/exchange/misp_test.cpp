// MISP events, against the mappings that misp-stix documents.
#include "exchange/misp_events.hpp"

namespace ccop::exchange {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(MispEvents, BecomeReportsOfTheirAttributesByTheirMaker) {
  const auto objects =
      objects_of(event({{"Attribute", {attribute("domain", "circl.lu")}}, {"Tag", {{{"name", "tlp:green"}}}}}));
  const Json report = first_of(objects, "report");
  EXPECT_EQ(report["id"], "report--a6ef17d6-91cb-4a05-b10b-2f045daf874b");
  EXPECT_EQ(report["name"], "An event");
  EXPECT_EQ(report["published"], "2020-10-25T16:22:05.000Z");
  EXPECT_EQ(report["created_by_ref"], "identity--a0c22599-9e58-4da4-96ac-7051603fa951");
  EXPECT_THAT(
      report["object_refs"].get<std::vector<std::string>>(),
      ElementsAre("domain-name--91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f",
                  "indicator--91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f",
                  "observed-data--91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f", first_of(objects, "relationship")["id"]));
  EXPECT_EQ(first_of(objects, "identity")["name"], "MISP-Project");
  EXPECT_EQ(report["object_marking_refs"][0], marking_id(Level::green));
}

TEST(MispEvents, ThatAreNotPublishedBecomeGroupings) {
  EXPECT_EQ(first_of(objects_of(event({{"published", false}, {"Attribute", {attribute("md5", std::string(32, 'a'))}}})),
                     "grouping")["context"],
            "suspicious-activity");
}

// Attribute, value, pattern: as misp-stix's documentation of its mapping gives them, but that numbers are numbers and
// hives have their whole names.
TEST(MispAttributes, ThatDetectBecomeThePatternsOfMispStix) {
  const std::vector<std::array<std::string, 3>> documented{
      {"AS", "174", "[autonomous-system:number = 174]"},
      {"domain", "circl.lu", "[domain-name:value = 'circl.lu']"},
      {"domain|ip", "circl.lu|149.13.33.14",
       "[domain-name:value = 'circl.lu' AND domain-name:resolves_to_refs[*].value = '149.13.33.14']"},
      {"email-attachment", "email_attachment.test",
       "[email-message:body_multipart[*].body_raw_ref.name = 'email_attachment.test']"},
      {"email-dst", "dst@email.test", "[email-message:to_refs[*].value = 'dst@email.test']"},
      {"email-reply-to", "reply-to@email.test",
       "[email-message:additional_header_fields.reply_to = 'reply-to@email.test']"},
      {"filename", "test_file_name", "[file:name = 'test_file_name']"},
      {"filename|md5", "filename1|b2a5abfeef9e36964281a31e17b57c97",
       "[file:name = 'filename1' AND file:hashes.MD5 = 'b2a5abfeef9e36964281a31e17b57c97']"},
      {"filename|sha1", "filename2|2920d5e6c579fce772e5506caf03af65579088bd",
       "[file:name = 'filename2' AND file:hashes.'SHA-1' = '2920d5e6c579fce772e5506caf03af65579088bd']"},
      {"hostname|port", "circl.lu|8443", "[domain-name:value = 'circl.lu' AND network-traffic:dst_port = 8443]"},
      {"http-method", "POST", "[network-traffic:extensions.'http-request-ext'.request_method = 'POST']"},
      {"ip-dst", "5.6.7.8",
       "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '5.6.7.8']"},
      {"ip-src|port", "1.2.3.4|1234",
       "[network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:src_ref.value = '1.2.3.4' AND "
       "network-traffic:src_port = 1234]"},
      {"link", "https://misp-project.org/download/", "[url:value = 'https://misp-project.org/download/']"},
      {"mutex", "MutexTest", "[mutex:name = 'MutexTest']"},
      {"regkey", "HKLM\\Software\\mthjk", "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Software\\\\mthjk']"},
      {"sha256", "7fa3abc229fd3cb9a0a6f07d9da15e35528c630d0ad5902d5422b305cae7eaa4",
       "[file:hashes.'SHA-256' = '7fa3abc229fd3cb9a0a6f07d9da15e35528c630d0ad5902d5422b305cae7eaa4']"},
      {"user-agent", "Mozilla Firefox",
       "[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = 'Mozilla Firefox']"},
      {"x509-fingerprint-sha1", "46aba99aa7158e4609aaa72b50990842fd22ae86",
       "[x509-certificate:hashes.'SHA-1' = '46aba99aa7158e4609aaa72b50990842fd22ae86']"}};
  for (const auto& [type, value, pattern] : documented) {
    const Json indicator = first_of(objects_of(event({{"Attribute", {attribute(type, value)}}})), "indicator");
    EXPECT_EQ(indicator["pattern"], pattern) << type;
    EXPECT_EQ(indicator["id"], "indicator--91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f");
    EXPECT_EQ(indicator["created"], "2020-10-25T16:22:00.000Z");
    EXPECT_EQ(indicator["kill_chain_phases"][0]["phase_name"], "Network activity");
    EXPECT_THAT(indicator["labels"].get<std::vector<std::string>>(), Contains("misp:type=\"" + type + "\""));
  }
  EXPECT_EQ(first_of(objects_of(event({{"Attribute", {attribute("yara", "rule x { condition: true }")}}})),
                     "indicator")["pattern_type"],
            "yara");
}

TEST(MispAttributes, ThatDoNotDetectAreObserved) {
  const auto objects = objects_of(event({{"Attribute", {attribute("ip-dst", "2001:db8::1", false)}}}));
  EXPECT_EQ(first_of(objects, "ipv6-addr")["value"], "2001:db8::1");
  EXPECT_EQ(first_of(objects, "network-traffic")["dst_ref"], "ipv6-addr--91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f");
  EXPECT_EQ(first_of(objects, "observed-data")["object_refs"],
            Json::array({first_of(objects, "network-traffic")["id"], first_of(objects, "ipv6-addr")["id"]}));
  EXPECT_TRUE(first_of(objects, "indicator").empty());
  const auto file = first_of(
      objects_of(event({{"Attribute", {attribute("filename|md5", "a.exe|" + std::string(32, 'a'), false)}}})), "file");
  EXPECT_EQ(file["name"], "a.exe");
  EXPECT_EQ(file["hashes"]["MD5"], std::string(32, 'a'));
}

TEST(MispAttributes, WithoutAMappingAreKeptAsTheyAre) {
  const Json kept = first_of(
      objects_of(event({{"Attribute", {attribute("btc", "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE")}}})), "x-misp-attribute");
  EXPECT_EQ(kept["x_misp_value"], "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE");
  EXPECT_EQ(kept["x_misp_category"], "Network activity");
}

TEST(MispAttributes, NameVulnerabilitiesAndCampaigns) {
  EXPECT_EQ(first_of(objects_of(event({{"Attribute", {attribute("vulnerability", "CVE-2017-11774")}}})),
                     "vulnerability")["name"],
            "CVE-2017-11774");
  EXPECT_EQ(
      first_of(objects_of(event({{"Attribute", {attribute("campaign-name", "MartyMcFly")}}})), "campaign")["name"],
      "MartyMcFly");
}

TEST(MispAttributes, ThatAreNoAddressDetectNothingAndAreKept) {
  const auto objects = objects_of(event({{"Attribute", Json::array({attribute("ip-src", "the gateway")})}}));
  EXPECT_TRUE(first_of(objects, "indicator").empty());
  EXPECT_EQ(first_of(objects, "x-misp-attribute")["x_misp_value"], "the gateway");
}

TEST(MispAttributes, TellWhatTheyIndicate) {
  Json seen = attribute("domain", "circl.lu");
  seen["Galaxy"] = Json::array(
      {{{"type", "ransomware"},
        {"GalaxyCluster", Json::array({{{"uuid", "dcaa092b-7de9-4a21-977f-7fcb77e89c48"},
                                        {"value", "Locker"},
                                        {"meta", {{"synonyms", {"Lock"}}, {"refs", {"https://a.example/"}}}}}})}}});
  const auto objects = objects_of(event({{"Attribute", Json::array({seen})}}));
  const Json malware = first_of(objects, "malware");
  EXPECT_EQ(malware["aliases"], Json::array({"Lock"}));
  EXPECT_EQ(malware["external_references"][0]["url"], "https://a.example/");
  EXPECT_TRUE(std::ranges::any_of(objects, [&](const Json& one) {
    return one["type"] == "relationship" && one["relationship_type"] == "indicates" &&
           one["source_ref"] == first_of(objects, "indicator")["id"] && one["target_ref"] == malware["id"];
  }));
}

TEST(MispGalaxies, BecomeTheObjectsThatTheyAreInStix) {
  const auto galaxy = [](const std::string& type, const std::string& value) {
    return Json{{"type", type},
                {"GalaxyCluster",
                 {{{"uuid", "dcaa092b-7de9-4a21-977f-7fcb77e89c48"},
                   {"value", value},
                   {"description", "d"},
                   {"meta", {{"external_id", {"T1134"}}}}}}}};
  };
  const Json technique =
      first_of(objects_of(event({{"Galaxy", {galaxy("mitre-attack-pattern", "Access Token Manipulation - T1134")}}})),
               "attack-pattern");
  EXPECT_EQ(technique["id"], "attack-pattern--dcaa092b-7de9-4a21-977f-7fcb77e89c48");
  EXPECT_EQ(technique["name"], "Access Token Manipulation");
  EXPECT_EQ(technique["external_references"][0]["external_id"], "T1134");
  EXPECT_EQ(first_of(objects_of(event({{"Galaxy", {galaxy("mitre-malware", "BISCUIT")}}})), "malware")["is_family"],
            true);
  EXPECT_FALSE(
      first_of(objects_of(event({{"Galaxy", {galaxy("threat-actor", "Cutting Kitten")}}})), "threat-actor").empty());
  EXPECT_FALSE(
      first_of(objects_of(event({{"Galaxy", {galaxy("mitre-intrusion-set", "APT16")}}})), "intrusion-set").empty());
  EXPECT_FALSE(
      first_of(objects_of(event({{"Galaxy", {galaxy("mitre-course-of-action", "M1")}}})), "course-of-action").empty());
  EXPECT_FALSE(first_of(objects_of(event({{"Galaxy", {galaxy("botnet", "B")}}})), "tool").empty());
  EXPECT_FALSE(first_of(objects_of(event({{"Galaxy", {galaxy("ransomware", "R")}}})), "malware").empty());
}

TEST(MispFiles, TellWhatIsWrongWithTheirPlace) {
  Json broken = attribute("domain", "a.example");
  broken["uuid"] = "x";
  EXPECT_THAT(
      from_misp(event({{"Attribute", {broken, attribute("md5", std::string(32, 'a'))}}}).dump(), making).mistakes,
      ElementsAre(HasSubstr("attribute")));
  EXPECT_THAT(from_misp("[1]", making).mistakes, ElementsAre(HasSubstr("expected an event of MISP")));
  EXPECT_THROW((void)from_misp("{\"Event\":", making), BundleMistake);
  EXPECT_THROW((void)from_misp(std::string(10'000, '['), making), BundleMistake);
  EXPECT_THROW((void)from_misp("", making), BundleMistake);
}

TEST(MispEvents, BringTheSightingsOfTheirAttributes) {
  Json seen = attribute("domain", "circl.lu");
  const Json organization{{"uuid", "55f6ea65-aa10-4c5a-bf01-4f84950d210f"}, {"name", "CIRCL"}};
  seen["Sighting"] = {{{"uuid", "11111111-1111-4111-8111-111111111111"},
                       {"type", "0"},
                       {"date_sighting", "1603643000"},
                       {"source", "honeypot"},
                       {"Organisation", organization}},
                      {{"uuid", "22222222-2222-4222-8222-222222222222"}, {"type", "1"}},
                      {{"uuid", "33333333-3333-4333-8333-333333333333"}, {"type", "2"}}};
  const auto objects = objects_of(event({{"Attribute", Json::array({seen})}}));
  const std::string indicator = first_of(objects, "indicator")["id"];
  const Json sighting = first_of(objects, "sighting");
  EXPECT_EQ(sighting["id"], "sighting--11111111-1111-4111-8111-111111111111");
  EXPECT_EQ(sighting["sighting_of_ref"], indicator);
  EXPECT_EQ(sighting["created"], "2020-10-25T16:23:20.000Z");
  EXPECT_EQ(sighting["description"], "honeypot");
  EXPECT_EQ(sighting["where_sighted_refs"], Json::array({"identity--55f6ea65-aa10-4c5a-bf01-4f84950d210f"}));
  const Json opinion = first_of(objects, "opinion");  // a false positive
  EXPECT_EQ(opinion["opinion"], "strongly-disagree");
  const std::string observed = first_of(objects, "observed-data")["id"];
  EXPECT_EQ(sighting["observed_data_refs"], Json::array({observed}));
  EXPECT_EQ(opinion["object_refs"], Json::array({indicator, observed}));
  EXPECT_EQ(std::ranges::count(objects, "sighting", [](const Json& one) { return one["type"]; }), 1);
}

TEST(MispEvents, BringTheirTextsAsNotesAboutWhatTheyReferTo) {
  const Json domain = attribute("domain", "circl.lu");
  const auto text = [](const char* uuid, const std::string& content) {
    return Json{{"uuid", uuid}, {"name", "What happened"}, {"content", content}, {"timestamp", "1603643000"}};
  };
  const auto objects = objects_of(event(
      {{"Attribute", Json::array({domain})},
       {"EventReport",
        {text("11111111-1111-4111-8111-111111111111",
              "See @[attribute](" + domain["uuid"].get<std::string>() + "), not [this](x)."),
         text("22222222-2222-4222-8222-222222222222", "Of all."), text("33333333-3333-4333-8333-333333333333", "")}}}));
  std::vector<Json> notes;
  std::ranges::copy_if(objects, std::back_inserter(notes), [](const Json& one) { return one["type"] == "note"; });
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(notes[0]["abstract"], "What happened");
  EXPECT_EQ(notes[0]["object_refs"],
            Json::array({first_of(objects, "indicator")["id"], first_of(objects, "observed-data")["id"]}));
  EXPECT_EQ(notes[1]["object_refs"], Json::array({first_of(objects, "report")["id"]}));
}

}  // namespace
}  // namespace ccop::exchange
