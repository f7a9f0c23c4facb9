// MISP events, against the mappings that misp-stix documents.
#include "community/community.hpp"
#include "exchange/files.hpp"
#include "exchange/misp/events.hpp"
#include "exchange/stix/examine.hpp"
#include "temporary_folder.hpp"

#include <sstream>

namespace ccop::exchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Making making{"", 1'767'225'600'000'000, Level::amber, false};

Json attribute(const std::string& type, const std::string& value, bool to_ids = true) {
  return {{"uuid", "91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f"},
          {"type", type},
          {"category", "Network activity"},
          {"value", value},
          {"timestamp", "1603642920"},
          {"comment", "c"},
          {"to_ids", to_ids}};
}
Json event(Json more = Json::object()) {
  Json json{{"uuid", "a6ef17d6-91cb-4a05-b10b-2f045daf874b"},
            {"info", "An event"},
            {"timestamp", "1603642920"},
            {"published", true},
            {"publish_timestamp", "1603642925"},
            {"Orgc", {{"uuid", "a0c22599-9e58-4da4-96ac-7051603fa951"}, {"name", "MISP-Project"}}}};
  json.update(more);
  return {{"Event", json}};
}
std::vector<Json> objects_of(const Json& json) {
  auto made = from_misp(json.dump(), making);
  EXPECT_THAT(made.mistakes, IsEmpty());
  for (const auto& object : made.objects) {
    const auto examined = Examiner{}.examine(object.dump());
    EXPECT_TRUE(examined.errors.empty()) << object << examined.errors.front().sentence();
  }
  return made.objects;
}
Json first_of(const std::vector<Json>& objects, const std::string& type) {
  for (const auto& object : objects)
    if (object["type"] == type) return object;
  return Json::object();
}

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

// Attribute, value, pattern: as misp-stix's documentation of its mapping gives them.
TEST(MispAttributes, ThatDetectBecomeThePatternsOfMispStix) {
  const std::vector<std::array<std::string, 3>> documented{
      {"AS", "174", "[autonomous-system:number = '174']"},
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
      {"hostname|port", "circl.lu|8443", "[domain-name:value = 'circl.lu' AND network-traffic:dst_port = '8443']"},
      {"http-method", "POST", "[network-traffic:extensions.'http-request-ext'.request_method = 'POST']"},
      {"ip-dst", "5.6.7.8",
       "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '5.6.7.8']"},
      {"ip-src|port", "1.2.3.4|1234",
       "[network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:src_ref.value = '1.2.3.4' AND "
       "network-traffic:src_port = '1234']"},
      {"link", "https://misp-project.org/download/", "[url:value = 'https://misp-project.org/download/']"},
      {"mutex", "MutexTest", "[mutex:name = 'MutexTest']"},
      {"regkey", "HKLM\\Software\\mthjk", "[windows-registry-key:key = 'HKLM\\\\Software\\\\mthjk']"},
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

Json object(const std::string& name, char last_of_uuid, const Json& attributes,
            const Json& references = Json::array()) {
  return {{"uuid", std::string{"5e384ae7-672c-4250-9cda-3b4da964451"} + last_of_uuid},
          {"name", name},
          {"meta-category", "file"},
          {"timestamp", "1603642920"},
          {"Attribute", attributes},
          {"ObjectReference", references}};
}
Json related(const std::string& relation, const std::string& type, const std::string& value, bool to_ids = true) {
  static unsigned count = 0;
  Json json = attribute(type, value, to_ids);
  json["object_relation"] = relation;
  std::string uuid = "00000000-0000-4000-8000-000000000000";
  const std::string number = std::to_string(++count);
  json["uuid"] = uuid.replace(uuid.size() - number.size(), number.size(), number);
  return json;
}
Json reference(const Json& to, const std::string& kind) {
  return {
      {"uuid", "77777777-7777-4777-8777-777777777777"}, {"referenced_uuid", to["uuid"]}, {"relationship_type", kind}};
}

TEST(MispObjects, ThatDetectBecomeOnePatternOfWhatDetectsInThem) {
  const auto file = [](bool to_ids) {
    return object("file", 'a',
                  Json::array({related("filename", "filename", "oui", to_ids),
                               related("md5", "md5", "8764605c6f388c89096b534d33565802", to_ids),
                               related("size-in-bytes", "size-in-bytes", "35", false)}));
  };
  const auto objects = objects_of(event({{"Object", Json::array({file(true)})}}));
  const Json indicator = first_of(objects, "indicator");
  EXPECT_EQ(indicator["pattern"], "[file:name = 'oui' AND file:hashes.MD5 = '8764605c6f388c89096b534d33565802']");
  EXPECT_EQ(first_of(objects, "file")["size"], 35);
  const Json based_on = first_of(objects, "relationship");
  EXPECT_EQ(based_on["relationship_type"], "based-on");
  EXPECT_EQ(based_on["source_ref"], indicator["id"]);
  EXPECT_EQ(based_on["target_ref"], first_of(objects, "observed-data")["id"]);

  const auto quiet = objects_of(event({{"Object", Json::array({file(false)})}}));
  EXPECT_TRUE(first_of(quiet, "indicator").empty());
  EXPECT_EQ(first_of(quiet, "file")["name"], "oui");
}

TEST(MispObjects, ThatStixHasNoPlaceForAreKeptAsTheyAre) {
  const Json unknown =
      object("coin-address", 'a', Json::array({related("address", "btc", "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE")}));
  const Json incomplete = object("http-request", 'b',
                                 Json::array({related("method", "http-method", "GET", false),
                                              related("ip-dst", "ip-dst", "198.51.100.7", false)}));
  const Json without_a_name = object("course-of-action", 'c', Json::array({related("cost", "text", "low", false)}));
  const auto objects = objects_of(event({{"Object", Json::array({unknown, incomplete, without_a_name})}}));
  EXPECT_EQ(first_of(objects, "x-misp-object")["x_misp_attributes"][0]["value"], "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE");
  EXPECT_EQ(first_of(objects, "network-traffic")["x_misp_request_method"], "GET");  // an extension needs a path too
  EXPECT_EQ(std::ranges::count(objects, "x-misp-object", [](const Json& one) { return one["type"]; }), 2);
}

TEST(MispObjects, LoseNoAttributeThatHasNoPlaceOrDoesNotFit) {
  const auto objects = objects_of(
      event({{"Object",
              Json::array({object(
                  "file", 'a',
                  Json::array({related("filename", "filename", "a.exe"), related("filename", "filename", "b.exe"),
                               related("size-in-bytes", "size-in-bytes", "many", false),
                               related("Odd One", "text", "x", false), related("Odd One", "text", "y", false)}))})}}));
  const Json file = first_of(objects, "file");
  EXPECT_EQ(file["name"], "a.exe");
  EXPECT_EQ(file["x_misp_filename"], "b.exe");
  EXPECT_EQ(file["x_misp_size_in_bytes"], "many");
  EXPECT_EQ(file["x_misp_odd_one"], Json::array({"x", "y"}));
  EXPECT_EQ(first_of(objects, "indicator")["pattern"], "[file:name = 'a.exe' AND file:x_misp_filename = 'b.exe']");
}

TEST(MispObjects, NameAPersonOnceHoweverOftenItsNamesAreSaid) {
  const Json full = related("full-name", "full-name", "Ana Lima", false);
  const Json first = related("first-name", "first-name", "Ana", false);
  const Json last = related("last-name", "last-name", "Lima", false);
  for (const auto& names : {Json::array({full, first, last}), Json::array({first, last, full})}) {
    const auto objects = objects_of(event({{"Object", Json::array({object("person", 'a', names)})}}));
    EXPECT_EQ(std::ranges::count(objects, "Ana Lima", [](const Json& one) { return one.value("name", ""); }), 1);
  }
}

TEST(MispAttributes, SayNothingOfTheKindOfAnAddressThatIsNone) {
  const auto objects = objects_of(event({{"Attribute", Json::array({attribute("ip-src", "the gateway")})}}));
  EXPECT_EQ(first_of(objects, "indicator")["pattern"], "[network-traffic:src_ref.value = 'the gateway']");
  EXPECT_TRUE(first_of(objects, "observed-data").empty());
}

TEST(MispObjects, HaveTheirPartsWithinThem) {
  const Json section = object("pe-section", 'c', Json::array({related("name", "text", ".rsrc")}));
  const Json pe =
      object("pe", 'b', Json::array({related("type", "text", "exe")}), Json::array({reference(section, "includes")}));
  const Json file = object("file", 'a', Json::array({related("filename", "filename", "a.exe")}),
                           Json::array({reference(pe, "includes")}));
  const auto objects = objects_of(event({{"Object", Json::array({section, pe, file})}}));
  const auto is_file = [](const Json& one) { return one["type"] == "file"; };
  EXPECT_EQ(std::ranges::count_if(objects, is_file), 1);
  const Json extension = first_of(objects, "file")["extensions"]["windows-pebinary-ext"];
  EXPECT_EQ(extension["pe_type"], "exe");
  EXPECT_EQ(extension["sections"][0]["name"], ".rsrc");
  EXPECT_EQ(std::ranges::count(objects, "relationship", [](const Json& one) { return one["type"]; }), 1);  // based-on
}

TEST(MispObjects, ReferToEachOther) {
  const Json address = object("ip-port", 'a', Json::array({related("ip", "ip-dst", "198.51.100.7")}));
  const Json file = object("file", 'b', Json::array({related("filename", "filename", "a.exe")}),
                           Json::array({reference(address, "Connects To")}));
  const auto objects = objects_of(event({{"Object", Json::array({file, address})}}));
  const auto found = std::ranges::find(objects, "relationship--77777777-7777-4777-8777-777777777777",
                                       [](const Json& one) { return one["id"]; });
  ASSERT_NE(found, objects.end());
  EXPECT_EQ((*found)["relationship_type"], "connects-to");
  EXPECT_EQ((*found)["source_ref"], "indicator--" + file["uuid"].get<std::string>());
  EXPECT_EQ((*found)["target_ref"], "indicator--" + address["uuid"].get<std::string>());
}

TEST(MispObjects, AreMarkedAsStrictlyAsAnyOfTheirAttributes) {
  Json secret = related("md5", "md5", std::string(32, 'a'));
  secret["Tag"] = Json::array({{{"name", "tlp:red"}}});
  const Json section = object("pe-section", 'b', Json::array({secret}));
  const Json pe =
      object("pe", 'c', Json::array({related("type", "text", "exe")}), Json::array({reference(section, "includes")}));
  const auto objects = objects_of(event({{"Object", Json::array({pe, section})}}));
  EXPECT_EQ(first_of(objects, "indicator")["object_marking_refs"][0], marking_id(Level::red));
  // A file without a name or a hash is none, so the rest is kept as it is.
  EXPECT_EQ(first_of(objects, "x-misp-object")["object_marking_refs"][0], marking_id(Level::red));
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
  EXPECT_THAT(from_misp("[1]", making).mistakes, ElementsAre("expected an event of MISP"));
  EXPECT_THROW((void)from_misp("{\"Event\":", making), BundleMistake);
  EXPECT_THROW((void)from_misp(std::string(10'000, '['), making), BundleMistake);
  EXPECT_THROW((void)from_misp("", making), BundleMistake);
}

TEST(MispExport, MakesAttributesOfPatterns) {
  const auto objects = objects_of(event({{"Attribute", {attribute("domain", "circl.lu")}}}));
  const Json exported = to_misp(objects, "Shared", 1'767'225'600'000'000);
  const Json again = exported["Event"]["Attribute"][0];
  EXPECT_EQ(again["type"], "domain");
  EXPECT_EQ(again["value"], "circl.lu");
  EXPECT_EQ(first_of(objects_of(exported), "indicator")["pattern"], "[domain-name:value = 'circl.lu']");
}

TEST(MispExport, SaysHowFarAnAttributeMayGo) {
  Json secret = attribute("yara", "rule x { condition: true }");
  secret["Tag"] = Json::array({{{"name", "tlp:red"}}});
  const Json exported = to_misp(objects_of(event({{"Attribute", Json::array({secret})}})), "Shared", 0);
  const Json again = exported["Event"]["Attribute"][0];
  EXPECT_EQ(again["type"], "yara");
  EXPECT_EQ(again["value"], "rule x { condition: true }");
  EXPECT_EQ(again["Tag"], secret["Tag"]);
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

TEST(MispObjects, BringTheSightingsOfTheirAttributesToo) {
  Json seen = attribute("domain", "circl.lu");
  seen["uuid"] = "44444444-4444-4444-8444-444444444444";
  seen["Sighting"] = Json::array({{{"uuid", "11111111-1111-4111-8111-111111111111"}, {"type", "0"}}});
  const Json object{{"uuid", "55555555-5555-4555-8555-555555555555"},
                    {"name", "domain-ip"},
                    {"meta-category", "network"},
                    {"Attribute", Json::array({seen})}};
  const auto objects = objects_of(event({{"Object", Json::array({object})}}));
  EXPECT_EQ(first_of(objects, "sighting")["sighting_of_ref"], first_of(objects, "indicator")["id"]);
}

class Files : public ::testing::Test {
 protected:
  IntakeReport bring(Format format, const std::string& text, bool custom = true) {
    Intake intake{exchange_, party_, identities_, {Level::amber, custom, true}};
    const auto reader =
        reader_of(format, "f", {identities_.community(), microseconds_now(), Level::amber, false}, intake);
    for (std::size_t at = 0; at < text.size(); at += 11) reader->feed(std::string_view{text}.substr(at, 11));
    reader->finish();
    return intake.finish();
  }
  testing::TemporaryFolder folder_;
  Exchange exchange_{store::open_sqlite_objects(folder_.file("x.db"), terms_of_json)};
  community::Community state_;
  Identities identities_{"ccop", state_};
  Party party_{{community::Standing::member, true, std::nullopt}, true, Level::red};
};

TEST_F(Files, AreTakenInOnceHoweverOftenTheyCome) {
  const std::string csv = "indicator,comment\n198.51.100.7,seen\n\n# remark\nhxxp://evil[.]example/,x\nnonsense,here\n";
  const auto first = bring(Format::csv, csv);
  EXPECT_EQ(first.fresh, 2u);
  EXPECT_THAT(first.mistakes, ElementsAre(HasSubstr("f, line 6")));
  const auto second = bring(Format::csv, csv);
  EXPECT_EQ(second.fresh, 0u);
  EXPECT_EQ(second.known, 2u);
}

TEST_F(Files, OfStixTellThePlaceOfABadObjectAndTakeTheOthers) {
  const std::string good =
      R"({"type":"tool","spec_version":"2.1","id":"tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":"n"})";
  const auto report = bring(Format::stix, R"({"type":"bundle","objects":[{"type":"tool"},)" + good + "]}");
  EXPECT_EQ(report.objects, 2u);
  EXPECT_EQ(report.fresh, 1u);
  EXPECT_THAT(report.mistakes, ElementsAre(HasSubstr("f, byte 28")));
  EXPECT_THROW((void)bring(Format::stix, R"({"type":"bundle","objects":[)" + good), BundleMistake);
}

TEST_F(Files, GoOutAsEventsOfMispThatComeInAgain) {
  std::string text;
  for (int i = 0; i < 10'001; ++i) text += "host" + std::to_string(i) + ".example\n";
  EXPECT_EQ(bring(Format::csv, text).fresh, 10'001u);
  std::ostringstream out;
  const auto lists = std::vector{list_of(Level::amber)};
  EXPECT_EQ(write_misp(exchange_.store(), lists, "Shared", out), 10'001u);
  const Json events = Json::parse(out.str())["response"];
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0]["Event"]["Attribute"].size(), 10'000u);
  EXPECT_EQ(events[1]["Event"]["info"], "Shared, 2");
  EXPECT_THAT(from_misp(out.str(), making).mistakes, IsEmpty());
}

TEST_F(Files, GoOutAsTheValuesThatIndicatorsLookFor) {
  const Json quoted{{"type", "indicator"},
                    {"spec_version", "2.1"},
                    {"id", "indicator--00000000-0000-4000-8000-000000000001"},
                    {"created", "2026-01-01T00:00:00Z"},
                    {"modified", "2026-01-01T00:00:00Z"},
                    {"name", "=a \"b\", c"},
                    {"pattern", "[domain-name:value = 'a.example' AND file:size > 5 AND url:value != 'b']"},
                    {"pattern_type", "stix"},
                    {"valid_from", "2026-01-01T00:00:00Z"},
                    {"object_marking_refs", {marking_id(Level::green)}}};
  const Json bundle{
      {"type", "bundle"}, {"id", "bundle--00000000-0000-4000-8000-000000000001"}, {"objects", Json::array({quoted})}};
  EXPECT_EQ(bring(Format::stix, bundle.dump()).fresh, 1u);
  std::ostringstream out;
  EXPECT_EQ(write_csv(exchange_.store(), {list_of(Level::amber)}, out), 1u);
  EXPECT_EQ(out.str(),
            "kind,value,marking,name,indicator\r\n"
            "\"domain-name:value\",\"a.example\",\"tlp:green\",\"'=a \"\"b\"\", c\","
            "\"indicator--00000000-0000-4000-8000-000000000001\"\r\n");
}

TEST_F(Files, GoOutAsABundleThatComesInAgain) {
  EXPECT_EQ(bring(Format::text, "198.51.100.7 and CVE-2026-1234").fresh, 2u);
  std::ostringstream out;
  EXPECT_EQ(write_bundle(exchange_.store(), readable(party_), out), 2u);
  EXPECT_EQ(bring(Format::stix, out.str()).known, 2u);
}

}  // namespace
}  // namespace ccop::exchange
