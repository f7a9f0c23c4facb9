// What STIX 2.1 says an object must be, and what 2.0 said: each has an object that breaks it and one that keeps it.
#include "exchange/exchange.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/examine.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/terms.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace ccop::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* random_uuid_text = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

Json with_head(const std::string& type, Json more, const std::string& version = "2.1") {
  Json object{{"type", type}, {"id", type + "--" + random_uuid_text}};
  const Group* group = Schema::stix21().type(type);
  if (group == nullptr || group->kind != Kind::observable) {
    if (version == "2.1") object["spec_version"] = "2.1";
    object["created"] = "2026-01-01T00:00:00.000Z";
    object["modified"] = "2026-01-02T00:00:00.000Z";
  }
  object.update(more);
  return object;
}

std::string mistake(const Json& object) {
  const auto found = Examiner{}.examine(object.dump());
  return found.errors.empty() ? "" : found.errors.front().property + ": " + found.errors.front().rule;
}

TEST(StixMusts, OfTheCasesAreAllAsked) {
  std::ifstream in{std::string{CCOP_SOURCE_DIR} + "/tests/exchange/cases/stix-objects-against-a-MUST-taken.json"};
  const Json bundle = Json::parse(in);
  EXPECT_EQ(bundle["objects"].size(), 13u);
  for (const auto& object : bundle["objects"]) EXPECT_NE(mistake(object), "") << object;
}

TEST(StixMusts, GiveValuesTheirForms) {
  struct Form {
    std::string type;
    std::string property;
    std::vector<std::string> right;
    std::vector<std::string> wrong;
    std::string section;
  };
  const std::vector<Form> forms{{"ipv4-addr",
                                 "value",
                                 {"198.51.100.7", "198.51.100.0/24", "0.0.0.0/0"},
                                 {"999.1.1.1", "2001:db8::1", "198.51.100.0/33", "198.51.100.0/08", "foo",
                                  "198.51.100.7/", "198.51.100", "198.51.100.7/-1"},
                                 "6.8"},
                                {"ipv6-addr",
                                 "value",
                                 {"2001:db8::1", "2001:db8::/32", "::"},
                                 {"198.51.100.7", "2001:db8::/129", "2001:db8::/032", "2001:db8", "fe80::1%eth0"},
                                 "6.9"},
                                {"email-addr",
                                 "value",
                                 {"j@e.example", "\"j d\"@e.example", "джон@почта.example"},
                                 {"John <j@e.example>", "j", "@e.example", "j@", "a b@e.example"},
                                 "6.5"},
                                {"mac-addr",
                                 "value",
                                 {"aa:bb:cc:00:11:22"},
                                 {"AA:BB:CC:00:11:22", "aa-bb-cc-00-11-22", "a:b:c:0:1:2", "aa:bb:cc:00:11"},
                                 "6.12"},
                                {"url",
                                 "value",
                                 {"https://e.example/a", "urn:x:y", "https://пример.example/"},
                                 {"foo", "e.example/a", "https://e.example/a b", "://x", "1x:y"},
                                 "6.18"},
                                {"windows-registry-key",
                                 "key",
                                 {"HKEY_LOCAL_MACHINE\\Software", "hkey_users\\x"},
                                 {"HKLM\\x", "hkcu", "HKCR\\y"},
                                 "6.17"}};
  for (const auto& form : forms) {
    for (const auto& value : form.right)
      EXPECT_EQ(mistake(with_head(form.type, {{form.property, value}})), "") << value;
    for (const auto& value : form.wrong)
      EXPECT_THAT(mistake(with_head(form.type, {{form.property, value}})), HasSubstr("section " + form.section))
          << value;
  }
}

TEST(StixMusts, NameLanguagesAsRfc5646Does) {
  for (const auto* right : {"en", "de-CH", "zh-Hant-TW", "sr-Latn", "es-419", "sl-rozaj", "de-CH-1901", "en-a-bbb-x-a",
                            "x-whatever", "i-klingon", "zh-cmn-Hans-CN"})
    EXPECT_TRUE(is_language(right)) << right;
  for (const auto* wrong : {"", "foo bar", "e", "en-", "-en", "en--US", "toolonglanguage", "en-x", "de-419-DE", "12"})
    EXPECT_FALSE(is_language(wrong)) << wrong;
  EXPECT_THAT(mistake(with_head("tool", {{"name", "n"}, {"lang", "foo bar"}})), HasSubstr("RFC 5646"));
}

TEST(StixMusts, WriteIdsOfOtherCataloguesAsTheseDo) {
  const auto refers = [](const std::string& type, const Json& reference) {
    return mistake(with_head(type, {{"name", "n"}, {"external_references", Json::array({reference})}}));
  };
  EXPECT_EQ(refers("vulnerability", {{"source_name", "cve"}, {"external_id", "CVE-2026-1234"}}), "");
  EXPECT_EQ(refers("vulnerability", {{"source_name", "cve"}, {"external_id", "CVE-2026-12345"}}), "");
  EXPECT_EQ(refers("vulnerability", {{"source_name", "ours"}, {"external_id", "cve-2026-1"}}), "");
  EXPECT_THAT(refers("vulnerability", {{"source_name", "CVE"}, {"external_id", "CVE-2026-1234"}}),
              HasSubstr("source_name: cve"));
  EXPECT_THAT(refers("attack-pattern", {{"source_name", "CAPEC"}, {"external_id", "CAPEC-163"}}),
              HasSubstr("source_name: capec"));
  for (const auto* wrong : {"cve-2026-1", "CVE-2026-1", "CVE-2026-01234", "2026-1234"})
    EXPECT_THAT(refers("vulnerability", {{"source_name", "cve"}, {"external_id", wrong}}), HasSubstr("section 4.18"))
        << wrong;
  EXPECT_EQ(refers("attack-pattern", {{"source_name", "capec"}, {"external_id", "CAPEC-163"}}), "");
  EXPECT_THAT(refers("attack-pattern", {{"source_name", "capec"}, {"external_id", "163"}}), HasSubstr("section 4.1"));
}

TEST(StixMusts, ReferToNoBundle) {
  const std::string bundle = std::string{"bundle--"} + random_uuid_text;
  EXPECT_THAT(mistake(with_head("sighting", {{"sighting_of_ref", bundle}})), HasSubstr("sighting_of_ref"));
  EXPECT_THAT(mistake(with_head("note", {{"content", "c"}, {"object_refs", {bundle}}})), HasSubstr("object_refs[0]"));
  EXPECT_EQ(mistake(with_head("sighting", {{"sighting_of_ref", std::string{"x-own--"} + random_uuid_text}})), "");
}

TEST(StixMusts, SayWhatKindAnExtensionIs) {
  const auto extended = [](const Json& extension) {
    return mistake(with_head(
        "tool",
        {{"name", "n"}, {"extensions", {{std::string{"extension-definition--"} + random_uuid_text, extension}}}}));
  };
  EXPECT_EQ(extended({{"extension_type", "property-extension"}, {"rank", 5}}), "");
  EXPECT_THAT(extended({{"rank", 5}}), HasSubstr("section 7.3"));
  EXPECT_THAT(extended({{"extension_type", "other"}}), HasSubstr("section 7.3"));
  const Json definition{{"name", "n"},
                        {"schema", "s"},
                        {"version", "1.0"},
                        {"created_by_ref", std::string{"identity--"} + random_uuid_text},
                        {"extension_types", {"new-sdo"}}};
  EXPECT_EQ(mistake(with_head("extension-definition", definition)), "");
  Json properties = definition;
  properties["extension_properties"] = {"a"};
  EXPECT_THAT(mistake(with_head("extension-definition", properties)), HasSubstr("extension_properties"));
  properties["extension_types"] = {"toplevel-property-extension"};
  EXPECT_EQ(mistake(with_head("extension-definition", properties)), "");
}

TEST(StixMusts, NamePropertiesAndHashesSo) {
  EXPECT_THAT(mistake(with_head("tool", {{"name", "n"}, {"9ome", 1}})), HasSubstr("9ome"));
  EXPECT_THAT(mistake(with_head("file", {{"hashes", {{"MD", "x"}}}})), HasSubstr("section 2.7"));
  EXPECT_THAT(mistake(with_head("file", {{"hashes", {{"SHA-224", "x"}}}})), HasSubstr("56 hexadecimal digits"));
  EXPECT_EQ(mistake(with_head("file", {{"hashes", {{"SHA-224", std::string(56, 'a')}, {"x_own", "y"}}}})), "");
}

TEST(StixMusts, GiveAProcessARandomId) {
  EXPECT_EQ(mistake(with_head("process", {{"pid", 1}})), "");
  EXPECT_THAT(mistake(with_head("process", {{"pid", 1}, {"id", "process--05b16a01-46c6-56dd-bd6e-c6dfb4a1427a"}})),
              HasSubstr("section 6.13"));
}

/// `what` is wrong with a tool that has one more property.
std::string of_tool_with(const std::string& property, const Json& value, const std::string& version = "2.1") {
  return mistake(with_head("tool", {{"name", "n"}, {"labels", {"l"}}, {property, value}}, version));
}

TEST(StixMusts, NamePropertiesAndTypesWithThreeToTwoHundredAndFiftyCharacters) {
  EXPECT_EQ(of_tool_with("x_a", 1), "");
  EXPECT_EQ(of_tool_with("x" + std::string(249, 'y'), 1), "");
  EXPECT_THAT(of_tool_with("mp", 1), HasSubstr("mp: a property's name of 3 to 250"));
  EXPECT_THAT(of_tool_with("x" + std::string(250, 'y'), 1), HasSubstr("a property's name of 3 to 250"));
  EXPECT_EQ(mistake(with_head("x-y", {{"some", 1}})), "");
  EXPECT_THAT(mistake(with_head("xy", {{"some", 1}})), HasSubstr("the name of a type"));
}

TEST(StixMusts, HaveNoEmptyListInAPropertyOfOnesOwn) {
  EXPECT_EQ(of_tool_with("x_mine", {"one"}), "");
  EXPECT_EQ(of_tool_with("x_mine", Json::parse("[\"one\"]")), "");
  EXPECT_THAT(of_tool_with("x_mine", Json::array()), HasSubstr("x_mine: a list that is not empty"));
}

TEST(StixMusts, LeaveReservedNamesAlone) {
  for (const auto* name : {"severity", "username", "phone_number", "action"})
    EXPECT_THAT(of_tool_with(name, "x"), HasSubstr(std::string{name} + ": no property that is reserved")) << name;
  EXPECT_EQ(of_tool_with("severity_of_mine", "x"), "");
  EXPECT_THAT(mistake(with_head("file", {{"name", "f"}, {"action", true}})), HasSubstr("reserved"));
  EXPECT_EQ(of_tool_with("confidence", 50), "");
  EXPECT_THAT(of_tool_with("confidence", 50, "2.0"), HasSubstr("reserved")) << "until 2.1 gave it a meaning";
}

// As OpenCTI writes its incidents.
TEST(StixMusts, TakeAReservedNameThatAnExtensionDeclares) {
  const Json extension{{"extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba", {{"extension_type", "new-sdo"}}}};
  EXPECT_EQ(mistake(with_head("incident", {{"name", "n"}, {"severity", "high"}, {"extensions", extension}})), "");
}

TEST(StixMusts, NameSoftwareByCpe23AndItsLanguagesByRfc5646) {
  const auto software = [](const std::string& property, const Json& value) {
    return mistake(with_head("software", {{"name", "n"}, {property, value}}));
  };
  for (const auto* right : {"cpe:2.3:a:microsoft:word:2000:*:*:*:*:*:*:*", "cpe:2.3:o:x:y\\:z:-:*:*:*:*:*:*:*"})
    EXPECT_EQ(software("cpe", right), "") << right;
  for (const auto* wrong :
       {"invalid", "cpe:/a:microsoft:word:2000", "cpe:2.3:a:microsoft:word:2000",
        "cpe:2.3:x:microsoft:word:2000:*:*:*:*:*:*:*", "cpe:2.3:a::word:2000:*:*:*:*:*:*:*",
        "cpe:2.3:a:micro soft:word:2000:*:*:*:*:*:*:*", "cpe:2.3:", "cpe:2.3:a:b:c:*:*:*:*:*:*:*:*:*"})
    EXPECT_THAT(software("cpe", wrong), HasSubstr("section 6.14")) << wrong;
  EXPECT_EQ(software("languages", {"eng", "de-CH"}), "");
  EXPECT_THAT(software("languages", {"eng", "foo bar"}), HasSubstr("languages[1]"));
}

TEST(StixMusts, NameCharacterSetsAsIanaDoes) {
  const auto encoded = [](const char* name) { return mistake(with_head("file", {{"name", "f"}, {"name_enc", name}})); };
  for (const auto* right : {"windows-1252", "UTF-8", "utf-8", "ISO-8859-1", "Shift_JIS"}) EXPECT_EQ(encoded(right), "");
  for (const auto* wrong : {"bla.bla.bla", "latin1", ""}) EXPECT_THAT(encoded(wrong), HasSubstr("section 3.9.1"));
  EXPECT_THAT(mistake(with_head("directory", {{"path", "/"}, {"path_enc", "bla"}})), HasSubstr("path_enc"));
}

TEST(StixMusts, PointAtAnArtifactByAUrl) {
  const auto at = [](const char* url) {
    return mistake(with_head("artifact", {{"url", url}, {"hashes", {{"MD5", std::string(32, 'a')}}}}));
  };
  EXPECT_EQ(at("https://e.example/file"), "");
  EXPECT_THAT(at("foo"), HasSubstr("url: a URL"));
}

TEST(StixMusts, EndTheNamesOfOnesOwnExtensionsOfObservablesWithExt) {
  const auto extended = [](const char* name) {
    return mistake(with_head("file", {{"name", "f"}, {"extensions", {{name, {{"foo_val", "bar"}}}}}}));
  };
  EXPECT_EQ(extended("x-example-com-foo-ext"), "");
  for (const auto* wrong : {"x-foobar", "X-Foo-ext", "x_foo-ext"}) EXPECT_THAT(extended(wrong), HasSubstr(wrong));
}

TEST(OlderStix, IsExaminedAsStix20) {
  for (const std::string type : {"indicator", "malware", "report", "threat-actor", "tool"}) {
    Json object = with_head(type, {{"name", "n"}, {"labels", {"l"}}}, "2.0");
    if (type == "indicator") object.update({{"pattern", "[a:b = 1]"}, {"valid_from", "2026-01-01T00:00:00Z"}});
    if (type == "report")
      object.update(
          {{"published", "2026-01-01T00:00:00Z"}, {"object_refs", {std::string{"tool--"} + random_uuid_text}}});
    EXPECT_EQ(mistake(object), "") << object;
    object.erase("labels");
    EXPECT_THAT(mistake(object), HasSubstr("STIX 2.0 requires")) << object;
  }
  EXPECT_THAT(mistake(with_head("identity", {{"name", "n"}}, "2.0")), HasSubstr("identity_class"));
  EXPECT_EQ(mistake(with_head("identity", {{"name", "n"}})), "") << "of 2.1 it is not asked";
}

TEST(OlderStix, HasRandomIds) {
  EXPECT_EQ(of_tool_with("x_mine", 1, "2.0"), "");
  for (const auto* other : {"fdd60b30-b67c-11e3-b0b9-f01faf20d111", "05b16a01-46c6-56dd-bd6e-c6dfb4a1427a"}) {
    EXPECT_THAT(of_tool_with("id", std::string{"tool--"} + other, "2.0"), HasSubstr("version 4")) << other;
    EXPECT_EQ(of_tool_with("id", std::string{"tool--"} + other), "") << "2.1 leaves it open";
  }
}

TEST(OlderStix, LeavesTheOrderOfTimesOpen) {
  const Json times{{"name", "n"}, {"first_seen", "2026-01-02T00:00:00Z"}, {"last_seen", "2026-01-01T00:00:00Z"}};
  EXPECT_THAT(mistake(with_head("campaign", times)), HasSubstr("last_seen"));
  const auto found = Examiner{}.examine(with_head("campaign", times, "2.0").dump());
  EXPECT_THAT(found.errors, IsEmpty());
  ASSERT_EQ(found.warnings.size(), 1u);
  EXPECT_EQ(found.warnings.front().property, "last_seen");
}

TEST(OlderStix, HasItsObservablesExamined) {
  const auto observed = [](const Json& objects) {
    return mistake(with_head("observed-data",
                             {{"first_observed", "2026-01-01T00:00:00Z"},
                              {"last_observed", "2026-01-01T00:00:00Z"},
                              {"number_observed", 1},
                              {"objects", objects}},
                             "2.0"));
  };
  EXPECT_EQ(observed({{"0", {{"type", "ipv4-addr"}, {"value", "203.0.113.200"}}}}), "");
  EXPECT_THAT(observed({{"0", {{"type", "ipv4-addr"}}}}), HasSubstr("objects.0.value"));
  EXPECT_THAT(observed({{"0", {{"type", "ipv4-addr"}, {"value", "x"}}}}), HasSubstr("objects.0.value"));
  EXPECT_THAT(observed({{"0", {{"value", "203.0.113.200"}}}}), HasSubstr("objects.0: an object with its type"));
  EXPECT_THAT(observed({{"0", {{"type", "tool"}, {"name", "n"}}}}), HasSubstr("a cyber-observable"));
  EXPECT_THAT(observed({{"0", {{"type", "file"}, {"size", 1}}}}), HasSubstr("objects.0: at least one of"));
  const Json traffic{{"type", "network-traffic"}, {"protocols", {"tcp"}}, {"dst_ref", "0"}};
  EXPECT_EQ(observed({{"0", {{"type", "ipv4-addr"}, {"value", "203.0.113.200"}}}, {"1", traffic}}), "");
  EXPECT_THAT(observed({{"1", traffic}}), HasSubstr("objects.1.dst_ref"));
  EXPECT_THAT(observed({{"0", {{"type", "mutex"}, {"name", "m"}}}, {"1", traffic}}), HasSubstr("objects.1.dst_ref"));
  EXPECT_THAT(observed({{"0", {{"type", "user-account"}, {"account_login", "x"}}}}), HasSubstr("objects.0.user_id"));
}

TEST(OlderStix, HasThePropertiesOfItsOwnObservables) {
  const auto observed = [](const Json& one) {
    return mistake(with_head("observed-data",
                             {{"first_observed", "2026-01-01T00:00:00Z"},
                              {"last_observed", "2026-01-01T00:00:00Z"},
                              {"number_observed", 1},
                              {"objects", {{"0", one}, {"1", {{"type", "directory"}, {"path", "/"}}}}}},
                             "2.0"));
  };
  const auto file = [&](Json more) {
    more.update({{"type", "file"}, {"name", "f"}});
    return observed(more);
  };
  EXPECT_EQ(file({{"created", "2026-01-01T00:00:00Z"}}), "");
  EXPECT_THAT(file({{"created", "2026-02-30T00:00:00Z"}}), HasSubstr("objects.0.created"));
  EXPECT_EQ(file({{"is_encrypted", true}, {"encryption_algorithm", "RSA"}}), "");
  for (const Json& clear :
       {Json{{"encryption_algorithm", "RSA"}}, Json{{"is_encrypted", false}, {"decryption_key", "k"}}})
    EXPECT_THAT(file(clear), HasSubstr("only where is_encrypted")) << clear;
  EXPECT_THAT(file({{"extensions", {{"archive-ext", {{"contains_refs", {"1"}}}}}}}), HasSubstr("of type file"))
      << "2.1 lets an archive hold directories, too";
  EXPECT_THAT(observed({{"type", "process"}, {"pid", 1}, {"binary_ref", "1"}}), HasSubstr("objects.0.binary_ref"));
}

TEST(StixMusts, AskCustomObjectsForTheirTimes) {
  const auto custom = [](const Json& more) {
    Json object{{"type", "x-lamp"}, {"id", std::string{"x-lamp--"} + random_uuid_text}};
    object.update(more);
    return mistake(object);
  };
  const Json times{{"created", "2026-01-01T00:00:00Z"}, {"modified", "2026-01-01T00:00:00Z"}};
  EXPECT_EQ(custom(times), "");
  for (const std::string time : {"created", "modified"}) {
    Json without = times;
    without.erase(time);
    EXPECT_EQ(custom(without), time + ": this property, which is required") << "of STIX 2.0 part 1, 3.1";
  }
  const auto declared = [&](const std::string& kind) {
    Json object{{"spec_version", "2.1"}};
    object["extensions"]["extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba"] = {{"extension_type", kind}};
    return custom(object);
  };
  EXPECT_EQ(declared("new-sdo"), "created: this property, which is required") << "3.2, 7.3";
  EXPECT_EQ(declared("new-sro"), "created: this property, which is required");
  EXPECT_EQ(declared("new-sco"), "") << "observables have none";
}

/// Whoever took it took it by the rules of then: it is still found, by its labels and values, when terms are made anew.
TEST(StixMusts, TakeNothingFromHowWhatIsHereAlreadyIsFound) {
  const std::string json =
      R"({"type":"tool","spec_version":"2.1","id":"tool--00000000-0000-4000-8000-000000000001",)"
      R"("created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":"older","labels":["seen-here"],)"
      R"("x":"shorter than a name may be now"})";
  Examiner examiner;
  ASSERT_FALSE(examiner.examine(json).errors.empty()) << "which nobody may share anew";
  EXPECT_THAT(terms_of_json(json), ::testing::Contains(label_term("seen-here")));
}

}  // namespace
}  // namespace ccop::exchange
