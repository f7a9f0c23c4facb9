// Objects against the specification's text: each rule has an object that keeps it and one that breaks it.
#include "exchange/stix/examine.hpp"

#include <nlohmann/json.hpp>

namespace ccop::exchange {
namespace {

using Json = nlohmann::json;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* uuid = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

Json head(const std::string& type) {
  Json object{{"type", type}, {"id", type + "--" + uuid}};
  const Group* group = Schema::stix21().type(type);
  if (group != nullptr && group->kind == Kind::observable) return object;
  object["spec_version"] = "2.1";
  object["created"] = "2026-01-01T00:00:00.000Z";
  if (group == nullptr || group->properties.contains("modified")) object["modified"] = "2026-01-02T00:00:00.000Z";
  return object;
}
Json with(Json object, const Json& more) {
  object.update(more);
  return object;
}
Json indicator(const Json& more = Json::object()) {
  return with(
      with(head("indicator"),
           {{"pattern", "[file:name = 'a']"}, {"pattern_type", "stix"}, {"valid_from", "2026-01-01T00:00:00Z"}}),
      more);
}

std::vector<std::string> sentences(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const auto& finding : findings) all.push_back(finding.sentence());
  return all;
}
std::vector<std::string> errors(const std::string& json, ExamineOptions options = {}) {
  return sentences(Examiner{options}.examine(json).errors);
}
std::vector<std::string> errors(const Json& object) {
  return errors(object.dump());
}
std::vector<std::string> warnings(const Json& object) {
  return sentences(Examiner{}.examine(object.dump()).warnings);
}

TEST(StixObjects, NameTheObjectThePropertyAndTheRuleInWhatIsWrong) {
  const auto found = errors(indicator({{"valid_from", "yesterday"}}));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front(), std::string{"indicator--"} + uuid +
                               ": valid_from: expected a timestamp in UTC such as 2026-01-31T12:00:00.000Z");
}

/// The least that an object of each type must hold beside its head.
const std::map<std::string, Json>& least() {
  static const std::string other = "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff";
  static const std::map<std::string, Json> by_type{
      {"attack-pattern", {{"name", "n"}}},
      {"campaign", {{"name", "n"}}},
      {"course-of-action", {{"name", "n"}}},
      {"grouping", {{"context", "unspecified"}, {"object_refs", {other}}}},
      {"identity", {{"name", "n"}}},
      {"incident", {{"name", "n"}}},
      {"indicator", {{"pattern", "[a:b = 1]"}, {"pattern_type", "stix"}, {"valid_from", "2026-01-01T00:00:00Z"}}},
      {"infrastructure", {{"name", "n"}}},
      {"intrusion-set", {{"name", "n"}}},
      {"location", {{"country", "ch"}}},
      {"malware", {{"is_family", false}}},
      {"malware-analysis", {{"product", "p"}, {"result", "benign"}}},
      {"note", {{"content", "c"}, {"object_refs", {other}}}},
      {"observed-data",
       {{"first_observed", "2026-01-01T00:00:00Z"},
        {"last_observed", "2026-01-01T00:00:00Z"},
        {"number_observed", 1},
        {"object_refs", {std::string{"file--"} + uuid}}}},
      {"opinion", {{"opinion", "agree"}, {"object_refs", {other}}}},
      {"report", {{"name", "n"}, {"published", "2026-01-01T00:00:00Z"}, {"object_refs", {other}}}},
      {"threat-actor", {{"name", "n"}}},
      {"tool", {{"name", "n"}}},
      {"vulnerability", {{"name", "n"}}},
      {"relationship", {{"relationship_type", "uses"}, {"source_ref", other}, {"target_ref", other}}},
      {"sighting", {{"sighting_of_ref", other}}},
      {"artifact", {{"payload_bin", "aGk="}}},
      {"autonomous-system", {{"number", 64500}}},
      {"directory", {{"path", "/tmp"}}},
      {"domain-name", {{"value", "a.example"}}},
      {"email-addr", {{"value", "a@b.example"}}},
      {"email-message", {{"is_multipart", false}}},
      {"file", {{"name", "f"}}},
      {"ipv4-addr", {{"value", "198.51.100.1"}}},
      {"ipv6-addr", {{"value", "2001:db8::1"}}},
      {"mac-addr", {{"value", "00:00:5e:00:53:01"}}},
      {"mutex", {{"name", "m"}}},
      {"network-traffic", {{"protocols", {"tcp"}}, {"src_ref", std::string{"ipv4-addr--"} + uuid}}},
      {"process", {{"pid", 1}}},
      {"software", {{"name", "s"}}},
      {"url", {{"value", "https://a.example/"}}},
      {"user-account", {{"user_id", "u"}}},
      {"windows-registry-key", {{"key", "HKEY_LOCAL_MACHINE"}}},
      {"x509-certificate", {{"serial_number", "1"}}},
      {"extension-definition",
       {{"name", "n"},
        {"schema", "s"},
        {"version", "1.0"},
        {"created_by_ref", other},
        {"extension_types", {"property-extension"}}}},
      {"language-content", {{"object_ref", other}, {"contents", {{"fr", {{"name", "n"}}}}}}},
      {"marking-definition", {{"definition_type", "statement"}, {"definition", {{"statement", "s"}}}}}};
  return by_type;
}

TEST(StixObjects, OfEveryTypeAreTakenWithTheLeastTheyNeedAndRefusedWithoutIt) {
  EXPECT_EQ(least().size(), Schema::stix21().types().size());
  for (const auto& [type, properties] : least()) {
    const Json object = with(head(type), properties);
    EXPECT_THAT(errors(object), IsEmpty()) << object;
    for (const auto& name : Schema::stix21().type(type)->required) {
      if (name == "id" || name == "type" || name == "spec_version") continue;
      Json lacking = object;
      lacking.erase(name);
      EXPECT_THAT(errors(lacking), Contains(HasSubstr(name))) << lacking;
    }
  }
}

TEST(StixObjects, RefuseAWrongTypeInEveryProperty) {
  for (const auto& [type, group] : Schema::stix21().types())
    for (const auto& [name, rule] : group.properties) {
      if (name == "type" || name == "id") continue;
      Json object = with(head(type), least().at(type));
      object[name] = Json::array({Json::array()});
      EXPECT_THAT(errors(object), Contains(HasSubstr(name))) << type << "." << name;
    }
}

TEST(StixObjects, MustNotHoldEmptyLists) {
  EXPECT_THAT(errors(indicator({{"labels", Json::array()}})),
              Contains(HasSubstr("labels: expected a list that is not empty")));
}

TEST(StixObjects, AreNamedByTheirTypeAndAUuid) {
  EXPECT_THAT(errors(indicator({{"id", std::string{"malware--"} + uuid}})),
              Contains(HasSubstr("id: expected the object's type")));
  EXPECT_THAT(errors(indicator({{"id", "indicator--8e2e2d2b"}})), Not(IsEmpty()));
  EXPECT_THAT(errors(Json{{"type", "Indicator"}, {"id", std::string{"Indicator--"} + uuid}}), Not(IsEmpty()));
}

TEST(StixObjects, AreNotModifiedBeforeTheyAreCreated) {
  EXPECT_THAT(errors(indicator({{"modified", "2025-12-31T23:59:59.999Z"}})), Contains(HasSubstr("modified")));
  EXPECT_THAT(errors(indicator({{"modified", "2026-01-01T00:00:00.000Z"}})), IsEmpty());
}

TEST(StixObjects, ReferToTheTypesTheSpecificationNames) {
  EXPECT_THAT(errors(indicator({{"created_by_ref", std::string{"malware--"} + uuid}})),
              Contains(HasSubstr("created_by_ref")));
  const Json relationship = with(head("relationship"), least().at("relationship"));
  EXPECT_THAT(errors(with(relationship, {{"source_ref", std::string{"relationship--"} + uuid}})),
              Contains(HasSubstr("source_ref")));
  EXPECT_THAT(errors(with(relationship, {{"source_ref", std::string{"x-custom--"} + uuid}})), IsEmpty());
}

TEST(StixObjects, TakeWordsOutsideAnOpenVocabularyWithARemarkAndOutsideAClosedOneNot) {
  EXPECT_THAT(errors(indicator({{"indicator_types", {"odd"}}})), IsEmpty());
  EXPECT_THAT(warnings(indicator({{"indicator_types", {"odd"}}})), Contains(HasSubstr("indicator_types[0]")));
  EXPECT_THAT(errors(with(head("opinion"), {{"opinion", "maybe"}, {"object_refs", {std::string{"file--"} + uuid}}})),
              Contains(HasSubstr("opinion-enum")));
}

TEST(StixObjects, KeepUnknownPropertiesByteForByteAndOnlyRemarkOnThem) {
  const std::string json = std::string{R"({ "type":"identity", "spec_version":"2.1","id":"identity--)"} + uuid +
                           R"(","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":"n",)" +
                           "\n  " + R"("x_own": {"n": 1.50e+3, "text": "a \u00e9  b"} })";
  const auto examined = Examiner{}.examine(json);
  EXPECT_THAT(examined.errors, IsEmpty());
  EXPECT_THAT(sentences(examined.warnings), Contains(HasSubstr("x_own")));
  EXPECT_THAT(examined.object.json, HasSubstr(R"("x_own":{"n":1.50e+3,"text":"a \u00e9  b"})"));
}

TEST(StixObjects, RefuseCustomTypesAndPropertiesWhereTheFlagSaysSo) {
  const ExamineOptions strict{false, true, true};
  EXPECT_THAT(errors(indicator({{"x_own", 1}}).dump(), strict), Contains(HasSubstr("x_own")));
  EXPECT_THAT(errors(head("x-own").dump(), strict), Contains(HasSubstr("type")));
  EXPECT_THAT(errors(head("x-own").dump()), IsEmpty());
}

TEST(StixObjects, MayDeclareFurtherPropertiesByAnExtension) {
  const Json declared = indicator(
      {{"rank", 5},
       {"extensions",
        {{std::string{"extension-definition--"} + uuid, {{"extension_type", "toplevel-property-extension"}}}}}});
  EXPECT_THAT(errors(declared.dump(), {false, true, true}), IsEmpty());
  EXPECT_THAT(warnings(declared), IsEmpty());
}

TEST(StixObjects, HaveTheExtensionsOfObservablesChecked) {
  Json file =
      with(head("file"),
           {{"name", "f"}, {"extensions", {{"windows-pebinary-ext", {{"pe_type", "exe"}, {"machine_hex", "14c"}}}}}});
  EXPECT_THAT(errors(file), Contains(HasSubstr("extensions.windows-pebinary-ext.machine_hex")));
  file["extensions"]["windows-pebinary-ext"]["machine_hex"] = "014c";
  EXPECT_THAT(errors(file), IsEmpty());
}

TEST(StixObjects, RefuseRepeatedKeysAtAnyDepth) {
  const std::string twice =
      std::string{R"({"type":"file","id":"file--)"} + uuid + R"(","name":"a","hashes":{"MD5":"x","MD5":"y"}})";
  EXPECT_THAT(errors(twice), Contains(HasSubstr("hashes.MD5: expected each key once")));
}

TEST(StixObjects, RefuseWhatIsNoJson) {
  EXPECT_THAT(errors(std::string{"{\"type\":"}), Not(IsEmpty()));
  EXPECT_THAT(errors(std::string{"{\"type\":\"file\",\"name\":\"\xFF\"}"}), Contains(HasSubstr("UTF-8")));
  EXPECT_THAT(errors(std::string(10000, '[')), Not(IsEmpty()));
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "{\"a\":";
  EXPECT_THAT(errors(deep + "1" + std::string(10000, '}')), Contains(HasSubstr("nesting")));
  EXPECT_THAT(errors(std::string{"[]"}), Contains(HasSubstr("a JSON object")));
  EXPECT_THAT(errors(std::string{""}), Not(IsEmpty()));
}

TEST(StixObjects, KeepTheRulesOverSeveralProperties) {
  const auto breaks = [](const std::string& type, const Json& more, const std::string& property) {
    const Json object = with(with(head(type), least().at(type)), more);
    EXPECT_THAT(errors(object), Contains(HasSubstr(property))) << object;
  };
  const std::string early = "2020-01-01T00:00:00Z";
  const std::string late = "2030-01-01T00:00:00Z";
  breaks("indicator", {{"valid_until", early}}, "valid_until");
  breaks("indicator", {{"valid_until", "2026-01-01T00:00:00Z"}}, "valid_until");
  for (const auto* type : {"campaign", "infrastructure", "intrusion-set", "malware", "sighting", "threat-actor"})
    breaks(type, {{"first_seen", late}, {"last_seen", early}}, "last_seen");
  breaks("malware", {{"is_family", true}}, "name");
  breaks("location", {{"latitude", 91}, {"longitude", 0}}, "latitude");
  breaks("location", {{"latitude", 1}}, "longitude");
  breaks("location", {{"precision", 1}}, "latitude");
  breaks("observed-data", {{"number_observed", 0}}, "number_observed");
  breaks("observed-data", {{"last_observed", early}}, "last_observed");
  breaks("observed-data", {{"objects", {{"0", {{"type", "file"}}}}}}, "objects");
  breaks("relationship", {{"relationship_type", "Uses It"}}, "relationship_type");
  breaks("relationship", {{"start_time", late}, {"stop_time", late}}, "stop_time");
  breaks("artifact", {{"url", "https://a.example"}}, "url");
  breaks("email-message", {{"body_multipart", {{{"body", "x"}}}}}, "body_multipart");
  breaks("email-message", {{"is_multipart", true}, {"body", "x"}}, "body");
  breaks("network-traffic", {{"is_active", true}, {"end", late}}, "end");
  breaks("network-traffic", {{"src_port", 65536}}, "src_port");
  breaks("file", {{"hashes", {{"SHA-256", "abc"}}}}, "hashes.SHA-256");
  breaks("indicator", {{"confidence", 101}}, "confidence");
  breaks("indicator", {{"external_references", {{{"source_name", "s"}}}}}, "external_references[0]");
  breaks("indicator", {{"granular_markings", {{{"selectors", {"name.x"}}, {"lang", "fr"}}}}}, "selectors");
  breaks("indicator", {{"granular_markings", {{{"selectors", {"pattern"}}}}}}, "marking_ref");
  EXPECT_THAT(errors(head("file")), Contains(HasSubstr("at least one of hashes, name")));
  EXPECT_THAT(errors(head("process")), Not(IsEmpty()));
}

TEST(StixObjects, SelectWhatIsThereInGranularMarkings) {
  const std::string marking = "marking-definition--" + std::string{uuid};
  EXPECT_THAT(errors(indicator(
                  {{"labels", {"a", "b"}},
                   {"granular_markings", {{{"selectors", {"labels.[1]", "pattern"}}, {"marking_ref", marking}}}}})),
              IsEmpty());
}

TEST(StixObjects, WithoutSpecVersionAreReadAs20) {
  Json old = indicator();
  old.erase("spec_version");
  old.erase("pattern_type");
  old["labels"] = {"malicious-activity"};  // which 2.0 requires
  EXPECT_THAT(errors(old), IsEmpty());
  EXPECT_EQ(Examiner{}.examine(old.dump()).object.spec_version, "2.0");
  old["spec_version"] = "3.0";
  EXPECT_THAT(errors(old), Contains(HasSubstr("spec_version")));
}

TEST(StixObjects, TellOfTheirVersionMakerMarkingsAndReferences) {
  const std::string id = "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff";
  const auto object = Examiner{}
                          .examine(indicator({{"created_by_ref", id},
                                              {"revoked", true},
                                              {"object_marking_refs", {"marking-definition--" + std::string{uuid}}}})
                                       .dump())
                          .object;
  EXPECT_EQ(object.created_by, id);
  EXPECT_TRUE(object.revoked);
  EXPECT_EQ(object.version, parse_timestamp("2026-01-02T00:00:00Z"));
  EXPECT_THAT(object.markings, Contains("marking-definition--" + std::string{uuid}));
}

// Ids as Python's uuid module makes them of the canonical JSON of the contributing properties.
TEST(ObservableIds, FollowFromWhatTheObservableIs) {
  const auto expected_id = [](const Json& object, const std::string& id) {
    Json named = object;
    named["id"] = object["type"].get<std::string>() + "--" + id;
    EXPECT_THAT(warnings(named), IsEmpty()) << named;
    named["id"] = object["type"].get<std::string>() + "--00000000-0000-5000-8000-000000000000";
    EXPECT_THAT(warnings(named), Contains(HasSubstr(id)));
  };
  expected_id({{"type", "ipv4-addr"}, {"value", "198.51.100.3"}}, "28bb3599-77cd-5a82-a950-b5bc3caf07c4");
  expected_id({{"type", "domain-name"}, {"value", "example.com"}}, "bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
  expected_id({{"type", "url"}, {"value", "https://example.com/research/index.html"}},
              "47c3cf9a-5027-5bf0-997a-017c7edc7c55");
  expected_id({{"type", "email-addr"}, {"value", "john@example.com"}, {"display_name", "John Doe"}},
              "7165e2a9-671f-585d-b1e1-ca59c671d934");
  // Of several hashes the SHA-256 contributes where there is no MD5 or SHA-1.
  expected_id({{"type", "file"},
               {"name", "\u00fc.exe"},
               {"hashes",
                {{"SHA-256", "aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f"},
                 {"SHA-512", std::string(128, 'a')}}}},
              "5db59eee-1cff-51c9-902c-ba63cfb3582a");
  expected_id({{"type", "autonomous-system"}, {"number", 64500}}, "0a5f7072-df00-5729-9f0a-4eb18631a446");
  expected_id({{"type", "network-traffic"},
               {"protocols", {"tcp"}},
               {"dst_port", 443},
               {"is_active", true},
               {"src_ref", std::string{"ipv4-addr--"} + uuid}},
              "981a2e6a-2d23-51d1-b1b8-09b8f2711b01");
}

TEST(Timestamps, AreInUtcAndExist) {
  EXPECT_EQ(parse_timestamp("1970-01-01T00:00:01Z"), 1'000'000);
  EXPECT_EQ(parse_timestamp("1970-01-01T00:00:01.5Z"), 1'500'000);
  EXPECT_EQ(parse_timestamp("1970-01-01T00:00:00.0000019Z"), 1);
  for (const auto* wrong :
       {"2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00+01:00",
        "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.Z", "2026-1-01T00:00:00Z", ""})
    EXPECT_EQ(parse_timestamp(wrong), std::nullopt) << wrong;
  EXPECT_EQ(to_timestamp(1'500'000), "1970-01-01T00:00:01.500Z");
  EXPECT_EQ(to_timestamp(1'500'001), "1970-01-01T00:00:01.500001Z");
  EXPECT_EQ(to_timestamp(0, true), "1970-01-01T00:00:00.000000Z");
}

}  // namespace
}  // namespace ccop::exchange
