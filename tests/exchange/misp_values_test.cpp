// Values of MISP's as they are typed, and things that STIX has no place for: cleaned, kept, and told.
#include "exchange/an_exchange.hpp"
#include "exchange/misp/cleaning.hpp"
#include "exchange/misp_events.hpp"

namespace ccop::exchange {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::string pattern_of(const std::string& type, const std::string& value) {
  return first_of(objects_of(event({{"Attribute", {attribute(type, value)}}})), "indicator").value("pattern", "none");
}

TEST(MispValues, AreNumbersWhereTheyAreNumbers) {
  EXPECT_EQ(pattern_of("AS", "AS4200000000"), "[autonomous-system:number = 4200000000]");
  EXPECT_EQ(pattern_of("port", "443"), "[network-traffic:dst_port = 443]");
  EXPECT_EQ(pattern_of("size-in-bytes", "1024"), "[file:size = 1024]");
  EXPECT_EQ(pattern_of("hostname|port", "h.example|8443"),
            "[domain-name:value = 'h.example' AND network-traffic:dst_port = 8443]");
  const auto objects = objects_of(
      event({{"Object", Json::array({object("process", 'a', Json::array({related("hidden", "boolean", "1")}))})}}));
  EXPECT_EQ(first_of(objects, "indicator")["pattern"], "[process:is_hidden = true]");
}

TEST(MispValues, AreCleanedOfWhatPlainlyIsNotTheirs) {
  using misp::cleaned;
  EXPECT_EQ(cleaned("url", "hxxp://evil[.]example/a"), "http://evil.example/a");
  EXPECT_EQ(cleaned("domain", " evil[.]example\t"), "evil.example");
  EXPECT_EQ(cleaned("ip-dst|port", "198[.]51[.]100[.]7| 443"), "198.51.100.7|443");
  EXPECT_EQ(cleaned("md5", " D41D8CD98F00B204 E9800998ECF8427E "), "D41D8CD98F00B204E9800998ECF8427E");
  EXPECT_EQ(cleaned("filename|md5", "a b|c.exe|d41d8cd98f00b204e9800998ecf8427e "),
            "a b|c.exe|d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(cleaned("email-src", "John Doe <j[@]e.example>"), "j@e.example");
  EXPECT_EQ(cleaned("x509-fingerprint-sha1", "46:AB:A9:9A"), "46ABA99A");
  EXPECT_EQ(cleaned("text", " as it is "), " as it is ");
  EXPECT_EQ(pattern_of("regkey", "HKLM\\Software"), "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Software']");
  EXPECT_EQ(pattern_of("mac-address", "AA-BB-CC-DD-EE-FF"), "[mac-addr:value = 'aa:bb:cc:dd:ee:ff']");
  EXPECT_EQ(
      pattern_of("ip-src", "198.51.100.0/24"),
      "[network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:src_ref.value ISSUBSET '198.51.100.0/24']");
}

class MispThings : public AnExchange {
 protected:
  IntakeReport bring_event(const Json& event) { return bring(Format::misp, event.dump()); }
};

TEST_F(MispThings, TellWhatWasCleanedAndWhatCanNotBeWhatItIsSaidToBe) {
  const auto report =
      bring_event(event({{"Attribute",
                          {related("", "url", "hxxp://evil[.]example/"), related("", "hostname|port", "h.example|http"),
                           related("", "sha256", "abc"), related("", "size-in-bytes", "12 KB"),
                           related("", "ip-src", "the gateway"), related("", "domain", "fine.example")}}}));
  EXPECT_THAT(report.mistakes, IsEmpty());
  EXPECT_THAT(kinds_of(report.left_out),
              ::testing::IsSupersetOf({"cleaned url 1", "not-of-its-type hostname|port 1", "not-of-its-type sha256 1",
                                       "not-of-its-type size-in-bytes 1", "not-of-its-type ip-src 1",
                                       "not-detecting hostname|port 1"}));
  std::vector<std::string> patterns;
  for (const auto& one : objects_of_type("indicator")) patterns.push_back(one["pattern"]);
  EXPECT_THAT(patterns,
              UnorderedElementsAre("[url:value = 'http://evil.example/']", "[domain-name:value = 'fine.example']"));
  EXPECT_THAT(objects_of_type("x-misp-attribute"), SizeIs(4)) << "kept whole, not in part";
}

TEST_F(MispThings, DetectByThePartsOfAnObjectThatStixHasNoPlaceFor) {
  bring_case("misp-detecting-attribute-in-object-of-unknown-template.json");
  const auto indicators = objects_of_type("indicator");
  ASSERT_THAT(indicators, SizeIs(1));
  EXPECT_EQ(indicators[0]["id"], "indicator--1846f38a-eace-4b86-b6fb-9f48561057f7");
  EXPECT_EQ(indicators[0]["description"], "why");
  const auto kept = objects_of_type("x-misp-object");
  ASSERT_THAT(kept, SizeIs(1));
  const Json attribute = kept[0]["x_misp_attributes"][0];
  EXPECT_EQ(attribute["to_ids"], true);
  EXPECT_EQ(attribute["comment"], "why");
  EXPECT_EQ(attribute["uuid"], "1846f38a-eace-4b86-b6fb-9f48561057f7");
  EXPECT_EQ(attribute["timestamp"], "1767225600");
  EXPECT_THAT(found("203.0.113.68"),
              ::testing::IsSupersetOf({kept[0]["id"].get<std::string>(), indicators[0]["id"].get<std::string>()}));
}

TEST_F(MispThings, AreFoundByTheValuesThatTheyHoldWithinThem) {
  bring_event(event(
      {{"Object", Json::array({object(
                      "coin-address", 'a',
                      Json::array({related("address", "btc", "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE", false)}))})}}));
  EXPECT_THAT(found("1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE"), SizeIs(1));
  const auto report = bring_case("stix20-observed-data-unexamined-and-not-searchable.json");
  EXPECT_THAT(found("203.0.113.200"), SizeIs(1));
  EXPECT_THAT(report.mistakes, ElementsAre(::testing::HasSubstr("objects.0.value: expected this property")));
}

TEST_F(MispThings, AreANoteAndAReportWhereAnEventHasOnlyAText) {
  bring_case("misp-only-an-event-report.json");
  const auto reports = objects_of_type("report");
  const auto notes = objects_of_type("note");
  ASSERT_THAT(reports, SizeIs(1));
  ASSERT_THAT(notes, SizeIs(1));
  EXPECT_EQ(notes[0]["content"], "What happened, in words.");
  EXPECT_EQ(reports[0]["object_refs"], Json::array({notes[0]["id"]}));
  const auto back = events();
  ASSERT_THAT(back, SizeIs(1));
  EXPECT_EQ(back[0]["EventReport"][0]["content"], "What happened, in words.");
  EXPECT_EQ(back[0]["EventReport"][0]["uuid"], "b5fa608a-b0a2-48eb-9963-433606aaeb74");
}

TEST_F(MispThings, AreReadFromWhateverMispAnswersWith) {
  EXPECT_THAT(bring_case("misp-restsearch-attributes.json").mistakes, IsEmpty());
  EXPECT_THAT(found("203.0.113.69"), ::testing::Contains("indicator--e2881f2e-acf8-4d86-a4de-438474334cfd"));
  unsigned number = 0;
  const auto fresh = [&] { return related("", "domain", "answer" + std::to_string(++number) + ".example"); };
  const Json lone = object("our-own", 'a', Json::array({fresh()}));
  for (const Json& answer :
       {Json{{"Attribute", Json::array({fresh()})}}, Json{{"Attribute", fresh()}}, Json::array({fresh(), fresh()}),
        Json{{"response", Json::array({Json{{"Attribute", fresh()}}})}},
        Json{{"response", {{"Object", Json::array({lone})}}}},
        Json{{"response", Json::array({Json{{"Object", lone}}})}},
        Json{{"Event", Json::array({event({{"Attribute", {fresh()}}})["Event"]})}}})
    EXPECT_THAT(bring(Format::misp, answer.dump()).mistakes, IsEmpty()) << answer;
  for (unsigned i = 1; i <= number; ++i)
    EXPECT_THAT(found("answer" + std::to_string(i) + ".example"), ::testing::Not(IsEmpty())) << i;
}

TEST_F(MispThings, ThatWereLookedForChangeNoReportOfTheirEvent) {
  bring_event(event({{"Attribute", {attribute("domain", "a.example"), related("", "domain", "b.example")}}}));
  const auto before = objects_of_type("report");
  Json one = attribute("domain", "a.example", false);
  one["timestamp"] = "1603649999";
  bring(Format::misp, Json{{"response", {{"Attribute", Json::array({one})}}}}.dump());
  EXPECT_EQ(objects_of_type("report"), before);
  EXPECT_EQ(objects_of_type("indicator")[1].value("revoked", false) ||
                objects_of_type("indicator")[0].value("revoked", false),
            true);
}

TEST_F(MispThings, ThatArePatternsOfStixAreIndicators) {
  bring_case("misp-stix2-pattern-attribute.json");
  ASSERT_THAT(objects_of_type("indicator"), SizeIs(1));
  EXPECT_EQ(objects_of_type("indicator")[0]["pattern"], "[domain-name:value = 'inpattern2.example']");
  bring_event(event({{"Attribute", {related("", "stix2-pattern", "no pattern")}}}));
  EXPECT_THAT(objects_of_type("x-misp-attribute"), SizeIs(1));
}

TEST_F(MispThings, ThatAreLeftOutAreTold) {
  Json seen = attribute("domain", "a.example");
  seen["Sighting"] = Json::array({{{"type", "9"}, {"uuid", "11111111-1111-4111-8111-111111111111"}}});
  seen["ShadowAttribute"] = Json::array({{{"type", "domain"}, {"uuid", "22222222-2222-4222-8222-222222222222"}}});
  seen["Galaxy"] = Json::array(
      {{{"type", "sector"},
        {"GalaxyCluster", Json::array({{{"uuid", "dcaa092b-7de9-4a21-977f-7fcb77e89c48"}, {"value", "Ports"}}})}}});
  const Json lost{{"uuid", "33333333-3333-4333-8333-333333333333"},
                  {"referenced_uuid", "44444444-4444-4444-8444-444444444444"},
                  {"relationship_type", "x"}};
  const auto report = bring_event(
      event({{"Attribute", {seen, related("", "btc", "1E38kt7")}},
             {"Object",
              Json::array({object("mutex", 'a', Json::array({related("name", "text", "m")}), Json::array({lost}))})}}));
  EXPECT_THAT(kinds_of(report.left_out),
              UnorderedElementsAre("incomplete sighting 1", "proposed domain 1", "no-counterpart galaxy sector 1",
                                   "not-detecting btc 1", "kept-as-it-is btc 1", "to-nothing ObjectReference 1"));
  EXPECT_EQ(sentence_of(report.left_out.all().front()).find("1 of "), 0u);
}

}  // namespace
}  // namespace ccop::exchange
