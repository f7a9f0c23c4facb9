// What is found in free text, as people paste it.
#include "exchange/recognise.hpp"

#include "exchange/compose.hpp"
#include "exchange/stix/examine.hpp"
#include "exchange/stix/pattern.hpp"
#include "exchange/stix/terms.hpp"

namespace ccop::exchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> values(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& sign : recognise(text)) all.push_back(sign.value);
  return all;
}
Recognised kind(std::string_view text) {
  const auto signs = recognise(text);
  EXPECT_EQ(signs.size(), 1u) << text;
  return signs.empty() ? Recognised{} : signs.front().kind;
}

TEST(FreeText, HoldsAddressesDomainsUrlsHashesAndCves) {
  EXPECT_EQ(kind("seen from 198.51.100.7."), Recognised::ipv4);
  EXPECT_EQ(kind("block 203.0.113.0/24!"), Recognised::ipv4);
  EXPECT_EQ(kind("2001:DB8::1,"), Recognised::ipv6);
  EXPECT_EQ(kind("(evil.example)"), Recognised::domain);
  EXPECT_EQ(kind("https://evil.example/a?b=1"), Recognised::url);
  EXPECT_EQ(kind("from: <someone@evil.example>"), Recognised::email);
  EXPECT_EQ(kind("d41d8cd98f00b204e9800998ecf8427e"), Recognised::md5);
  EXPECT_EQ(kind("da39a3ee5e6b4b0d3255bfef95601890afd80709"), Recognised::sha1);
  EXPECT_EQ(kind("SHA256=E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"), Recognised::sha256);
  EXPECT_EQ(kind("cve-2026-12345"), Recognised::cve);
  EXPECT_EQ(kind("T1059.001"), Recognised::technique);
  EXPECT_EQ(kind("invoice.pdf.exe"), Recognised::file_name);
  EXPECT_EQ(kind("198.51.100.7:8080"), Recognised::ipv4);
}

TEST(FreeText, IsMadeWholeWhereItWasDefanged) {
  EXPECT_THAT(values("hxxps://evil[.]example/a"), ElementsAre("https://evil.example/a"));
  EXPECT_THAT(values("hXXp[://]evil(dot)example/"), ElementsAre("http://evil.example/"));
  EXPECT_THAT(values("198[.]51[.]100[.]7 198.51.100(.)8"), ElementsAre("198.51.100.7", "198.51.100.8"));
  EXPECT_THAT(values("someone[at]evil[.]example"), ElementsAre("someone@evil.example"));
}

TEST(FreeText, IsMostlyWordsAndNumbersThatAreNothing) {
  EXPECT_THAT(values("At 12:30 we found 3.5 GB, e.g. in version 1.2.3, and/or nothing. See section 4.2.1; 300.1.1.1 is "
                     "no address."),
              IsEmpty());
  EXPECT_THAT(values("10.0.0.1.5 abc:def T12 CVE-12-3 @example.com ..."), IsEmpty());
}

TEST(FreeText, GivesEachValueOnceInItsOrderAndNotMoreThanAsked) {
  EXPECT_THAT(values("b.example a.example b.example"), ElementsAre("b.example", "a.example"));
  EXPECT_EQ(recognise("a.example b.example c.example", 2).size(), 2u);
}

TEST(FreeText, BecomesPatternsThatAreWellFormed) {
  for (const auto& sign : recognise(
           "198.51.100.7 2001:db8::1 a.example https://a.example/'x\\y a@b.example d41d8cd98f00b204e9800998ecf8427e "
           "da39a3ee5e6b4b0d3255bfef95601890afd80709 x.exe"))
    EXPECT_TRUE(std::holds_alternative<Pattern>(parse_pattern(pattern_of(sign)))) << pattern_of(sign);
}

TEST(IncidentReports, BecomeStixInWhichEverythingRelatesToTheIncident) {
  const Making making{"identity--f431f809-377b-45e0-aa1c-6a4751cae5ff", 1'767'225'600'123'456, Level::green, true};
  const auto objects = compose(making, {"n", "d", "f", "h", 0, "198.51.100.7 CVE-2026-1234 T1566"});
  ASSERT_EQ(objects.size(), 5u);
  for (const auto& json : objects) {
    const auto examined = Examiner{}.examine(json.dump());
    EXPECT_TRUE(examined.errors.empty()) << json << examined.errors.front().sentence();
    EXPECT_EQ(strictest(examined.object.markings), Level::green);
    EXPECT_THAT(examined.object.markings, Contains(chatham_house_marking()));
  }
  EXPECT_EQ(objects[0]["type"], "incident");
  EXPECT_EQ(objects[0]["external_references"][0]["external_id"], "T1566");
  EXPECT_EQ(objects[2]["target_ref"], objects[0]["id"]);
  EXPECT_EQ(objects[4]["source_ref"], objects[3]["id"]);
}

TEST(Terms, AreWordsInSmallLettersWithoutPunctuationAtTheirEnds) {
  const auto terms = [](std::string_view text) {
    std::vector<std::string> all;
    append_terms(all, text);
    return all;
  };
  EXPECT_THAT(terms("The Botnet, (again) at host-1.example."),
              ElementsAre("the", "botnet", "again", "at", "host-1.example"));
  EXPECT_THAT(terms("ÉCOLE Ángel Привет Ελλάδα"), ElementsAre("école", "ángel", "привет", "ελλάδα"));
  EXPECT_THAT(terms("网络 安全"), ElementsAre("网", "络", "安", "全"));
  EXPECT_THAT(terms("«هجوم»، تصيد؟"), ElementsAre("هجوم", "تصيد"));
  EXPECT_THAT(terms("\xC3"), Not(IsEmpty()));  // a character that is cut off ends the text, nothing more
  EXPECT_THAT(terms(""), IsEmpty());
}

TEST(Terms, OfAValueHoldWhatLiesWithin) {
  std::vector<std::string> terms;
  append_value_terms(terms, "https://user@www.Evil.example:8443/a");
  EXPECT_THAT(terms, Contains("www.evil.example"));
  terms.clear();
  append_value_terms(terms, "2001:0DB8:0:0::1");
  EXPECT_THAT(terms, ElementsAre("2001:db8::1"));
}

TEST(Terms, ReachFromAnAddressToItsNetworksAndFromADomainToItsParents) {
  EXPECT_THAT(wider_terms("198.51.100.7"), Contains("198.51.100.0/24"));
  EXPECT_THAT(wider_terms("198.51.100.7"), Contains("198.0.0.0/8"));
  EXPECT_THAT(wider_terms("198.51.100.0/24"), Not(Contains("198.51.100.0/24")));
  EXPECT_THAT(wider_terms("198.51.100.0/24"), Contains("198.51.0.0/16"));
  EXPECT_THAT(wider_terms("2001:db8::1"), Contains("2001:db8::/32"));
  EXPECT_THAT(wider_terms("a.b.evil.example"), ElementsAre("b.evil.example", "evil.example"));
  EXPECT_THAT(wider_terms("10.0.0.1/99"), IsEmpty());
  EXPECT_THAT(wider_terms("word"), IsEmpty());
}

}  // namespace
}  // namespace ccop::exchange
