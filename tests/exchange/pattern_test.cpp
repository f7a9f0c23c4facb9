// The patterning grammar of STIX 2.1, section 9.
#include "exchange/stix/pattern.hpp"

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
      "[ipv4-addr:value = '198.51.100.7' AND file:hashes.'SHA-256' != 'it\\'s' OR url:value IN ('a', 'b')]");
  const auto& values = std::get<Pattern>(parsed).values;
  ASSERT_EQ(values.size(), 4u);
  EXPECT_EQ(values[0].object_type, "ipv4-addr");
  EXPECT_EQ(values[0].path, "value");
  EXPECT_EQ(values[0].value, "198.51.100.7");
  EXPECT_TRUE(values[0].is_equality);
  EXPECT_EQ(values[1].path, "hashes.'SHA-256'");
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
  EXPECT_EQ(mistake("[a:b = 1] REPEATS 0 TIMES"), "at character 19: expected a number above 0");
  EXPECT_NE(mistake("[a:b = h'0']"), "");
  EXPECT_NE(mistake("[a:b = t'tomorrow']"), "");
  EXPECT_NE(mistake("[a:b LIKE 1]"), "");
  EXPECT_NE(mistake("[a:b[x] = 1]"), "");
}

TEST(Patterns, AreNotReadWithoutEndHoweverDeepTheyNest) {
  EXPECT_NE(mistake(std::string(100'000, '(')), "");
  EXPECT_NE(mistake("[" + std::string(100'000, '(')), "");
  EXPECT_EQ(mistake(std::string(50, '(') + "[a:b = 1]" + std::string(50, ')')), "");
}

}  // namespace
}  // namespace ccop::exchange
