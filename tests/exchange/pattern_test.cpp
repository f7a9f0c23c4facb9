// The patterning grammar of STIX 2.1, section 9.
#include "exchange/stix/pattern.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace ccop::exchange {
namespace {

std::string mistake(std::string_view text) {
  const auto parsed = parse_pattern(text);
  const auto* found = std::get_if<PatternMistake>(&parsed);
  return found == nullptr ? std::string{} : found->sentence();
}

// Examples of the specification.
TEST(Patterns, OfTheSpecificationAreRead) {
  for (const auto* pattern :
       {"[email-message:from_ref.value MATCHES '.+\\\\@example\\\\.com$' AND "
        "email-message:body_multipart[*].body_raw_ref.name MATCHES "
        "'^Final Report.+\\\\.exe$']",
        "[file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']",
        "[file:hashes.'SHA-256' = 'bf07a7fbb825fc0aae7bf4a1177b2b31fcf8a3feeaf7092761e18c859ee52a9c' OR "
        "file:hashes.MD5 = "
        "'cead3f77f6cda6ec00f57d76c9a6879f'] AND [file:hashes.'SHA-256' = "
        "'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']",
        "([file:hashes.MD5 = '79054025255fb1a26e4bc422aef54eb4'] FOLLOWEDBY [win-registry-key:key = "
        "'HKLM\\\\foo\\\\bar']) WITHIN 300 "
        "SECONDS",
        "[user-account:account_type = 'unix' AND user-account:user_id = '1007' AND user-account:account_login = "
        "'Peter'] AND "
        "[user-account:account_type = 'unix']",
        "[artifact:mime_type = 'application/vnd.tcpdump.pcap' AND artifact:payload_bin MATCHES '\\\\xd4\\\\xc3']",
        "[ipv4-addr:value ISSUBSET '203.0.113.0/24' OR ipv4-addr:value NOT ISSUPERSET '198.51.100.0/24']",
        "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'example.com'] REPEATS 5 "
        "TIMES WITHIN 1800.5 "
        "SECONDS",
        "[domain-name:value IN ('a.example', 'b.example')] START t'2016-06-01T00:00:00Z' STOP t'2016-07-01T00:00:00Z'",
        "[file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]",
        "[NOT EXISTS windows-registry-key:values OR EXISTS process:pid]",
        "[x509-certificate:issuer = 'CN=WEBMAIL' AND x509-certificate:serial_number = '4c:0b:1d:19' AND x:y = h'00ff' "
        "AND x:y = b'AA==' "
        "AND x:z = true AND x:t < t'2016-06-01T00:00:00.123Z']",
        "[ipv4-addr:value = '198.51.0.0' AND domain-name:value = 'host0.example'] // a remark"})
    EXPECT_EQ(mistake(pattern), "") << pattern;
}

TEST(Patterns, TellWhatTheyCompare) {
  const auto parsed = parse_pattern(
      "[ipv4-addr:value = '198.51.100.7' AND file:extensions.'ntfs-ext'.sid != 'it\\'s' OR url:value IN ('a', 'b')]");
  const auto& values = std::get<Pattern>(parsed).values;
  ASSERT_EQ(values.size(), 4u);
  EXPECT_EQ(values[0].object_type, "ipv4-addr");
  EXPECT_EQ(values[0].path, "value");
  EXPECT_EQ(values[0].value, "198.51.100.7");
  EXPECT_TRUE(values[0].is_equality());
  EXPECT_EQ(values[1].path, "extensions.'ntfs-ext'.sid");
  EXPECT_EQ(values[1].value, "it's");
  EXPECT_TRUE(values[1].negated);
  EXPECT_EQ(values[3].value, "b");
}

TEST(Patterns, SayAtWhichCharacterTheyAreWrong) {
  EXPECT_EQ(mistake("[file:name = 'a'"), "at character 17: expected ]");
  EXPECT_EQ(mistake("[file:name 'a']"),
            "at character 12: expected =, !=, <, <=, >, >=, IN, LIKE, MATCHES, ISSUBSET or ISSUPERSET");
  EXPECT_EQ(mistake("[file = 'a']"), "at character 7: expected :");
  EXPECT_EQ(mistake(""), "at character 1: expected [ or (");
  EXPECT_EQ(mistake("[file:name = 'a]"), "at character 17: expected the string's closing '");
  EXPECT_EQ(mistake("[a:b = 1] nonsense"), "at character 11: expected the end, or AND, OR, FOLLOWEDBY or a qualifier");
  EXPECT_EQ(mistake("[a:b = 1] REPEATS 0 TIMES"), "at character 19: expected a whole number above 0");
  EXPECT_NE(mistake("[a:b = h'0']"), "");
  EXPECT_NE(mistake("[a:b = t'tomorrow']"), "");
  EXPECT_NE(mistake("[a:b LIKE 1]"), "");
  EXPECT_NE(mistake("[a:b[x] = 1]"), "");
}

// The lists of OASIS's own validator have these; each names the character at which it is wrong.
TEST(Patterns, OfTheValidatorsListThatAreWrongAreRefused) {
  const std::string one = "[ipv4-addr:value = '198.51.100.7'] ";
  for (const auto& [text, sentence] : std::vector<std::pair<std::string, std::string>>{
           {one + "WITHIN -5 SECONDS", "at character 43: expected a number above 0"},
           {one + "REPEATS -2 TIMES", "at character 44: expected a whole number above 0"},
           {one + "REPEATS 1.5 TIMES", "at character 45: expected TIMES"},
           {one + "REPEATS 2 TIMES REPEATS 3 TIMES", "at character 52: expected REPEATS once for an observation"},
           {one + "WITHIN 5 SECONDS WITHIN 6 SECONDS", "at character 53: expected WITHIN once for an observation"},
           {one + "START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00Z' START t'2026-01-01T00:00:00Z' STOP "
                  "t'2026-01-02T00:00:00Z'",
            "at character 95: expected START once for an observation"},
           {"[file:size = 024]", "at character 14: expected a whole number without zeros before it"},
           {"[file:size = 1.]", "at character 16: expected a digit behind the point"},
           {"[file:size < true]",
            "at character 14: expected a value that has an order: a 'string', a number, t'time', "
            "h'hex' or b'base64'"},
           {"[file:hashes.'SHA-256' = 'f00']", "at character 26: expected 64 hexadecimal digits"},
           {"[file:hashes.MD5 IN ('d41d8cd98f00b204e9800998ecf8427e', 'x')]",
            "at character 58: expected 32 hexadecimal digits"},
           {"[x:created = t'2024-13-01T12:00:00Z']",
            "at character 15: expected a timestamp such as '2026-01-31T12:00:00Z'"}})
    EXPECT_EQ(mistake(text), sentence) << text;
}

TEST(Patterns, OfTheValidatorsListThatAreRightAreTaken) {
  for (const std::string text :
       {"([file:name = 'a']) WITHIN 5 SECONDS WITHIN 6 SECONDS", "([file:name = 'a'] REPEATS 2 TIMES) REPEATS 2 TIMES",
        "[file:name = 'a'] WITHIN 0.5 SECONDS", "[file:size = -1 OR file:size = +2 OR file:size = .5 OR file:size = 0]",
        "[x:created = t'2024-02-30T12:00:00Z']", "[file:hashes[*] = '8665c8d477534008b3058b72e2dae8ae']",
        "[file:hashes.MD5 LIKE 'f00%']",
        "( [(network-traffic:dst_port IN(443,6443,8443) AND network-traffic:src_packets != 0) ])"})
    EXPECT_EQ(mistake(text), "") << text;
}

TEST(Patterns, OfTheCasesAreJudgedAsTheyShouldBe) {
  const auto patterns_of = [](const std::string& file) {
    std::ifstream in{std::string{CCOP_SOURCE_DIR} + "/tests/exchange/cases/" + file};
    return nlohmann::json::parse(in)["objects"];
  };
  const auto wrong = patterns_of("stix-patterns-wrongly-taken.json");
  EXPECT_GE(wrong.size(), 5u);
  for (const auto& one : wrong) EXPECT_NE(mistake(one["pattern"].get<std::string>()), "") << one["pattern"];
  const auto right = patterns_of("stix-patterns-wrongly-refused.json");
  EXPECT_GE(right.size(), 5u);
  for (const auto& one : right) EXPECT_EQ(mistake(one["pattern"].get<std::string>()), "") << one["pattern"];
}

TEST(Patterns, MayHaveAnyWhiteSpaceOfUnicodesAndRemarksBetweenTheirWords) {
  for (const std::string space :
       {"\xC2\xA0", "\xE2\x80\x89", "\xE3\x80\x80", "\v", "\f", "\xC2\x85", "/* a remark */", " // one\n"})
    for (const std::string text :
         {"[ipv4-addr:value_=_'198.51.100.7'_]_", "_[_file_:_hashes_._'SHA-1'_[_0_]_._x_!=_1]"}) {
      std::string spaced = text;
      for (auto at = spaced.find('_'); at != std::string::npos; at = spaced.find('_', at + space.size()))
        spaced.replace(at, 1, space);
      EXPECT_EQ(mistake(spaced), "") << spaced;
    }
  const auto parsed = parse_pattern("[network-traffic:extensions.'http-request-ext' .request_value = '/x']");
  EXPECT_EQ(std::get<Pattern>(parsed).values.at(0).path, "extensions.'http-request-ext'.request_value");
}

std::string alternatives(std::string_view text) {
  const auto all = alternatives_of(text);
  if (!all) return "none";
  std::string out;
  for (const auto& conjunction : *all) {
    out += out.empty() ? "" : " | ";
    for (const auto& one : conjunction)
      out += (&one == &conjunction.front() ? "" : " & ") + std::string{one.negated ? "!" : ""} + one.value;
  }
  return out;
}

TEST(Patterns, AreAlternativesWhereTheySayNoMoreThanThat) {
  EXPECT_EQ(alternatives("[a:b = '1' AND a:c = '2' OR a:d IN ('3', '4')]"), "1 & 2 | 3 | 4");
  EXPECT_EQ(alternatives("[a:b = '1'] OR ([a:c = '2'])"), "1 | 2");
  EXPECT_EQ(alternatives("[(a:b = '1' OR a:b = '2') AND (a:c = '3' OR a:c = '4')]"), "1 & 3 | 1 & 4 | 2 & 3 | 2 & 4");
  EXPECT_EQ(alternatives("[a:b NOT IN ('1', '2')]"), "!1 & !2");
  for (const auto* more : {"[a:b = 1] AND [a:b = 2]", "[a:b = 1] FOLLOWEDBY [a:b = 2]", "[a:b = 1] WITHIN 5 SECONDS",
                           "([a:b = 1] OR [a:b = 2]) REPEATS 2 TIMES", "no pattern"})
    EXPECT_EQ(alternatives(more), "none") << more;
  std::string many = "[a:b = 1";
  for (int i = 0; i < 20; ++i) many += " AND (a:b = 1 OR a:b = 2)";
  EXPECT_EQ(alternatives(many + "]"), "none") << "a million of them";
}

TEST(Patterns, AreNotReadWithoutEndHoweverDeepTheyNest) {
  EXPECT_NE(mistake(std::string(100'000, '(')), "");
  EXPECT_NE(mistake("[" + std::string(100'000, '(')), "");
  EXPECT_EQ(mistake(std::string(50, '(') + "[a:b = 1]" + std::string(50, ')')), "");
}

}  // namespace
}  // namespace ccop::exchange
