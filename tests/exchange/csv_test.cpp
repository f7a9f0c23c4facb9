// Lists of indicators in CSV, as spreadsheets, vendors and this program write them (RFC 4180).
#include "exchange/an_exchange.hpp"

namespace ccop::exchange {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class CsvBrought : public AnExchange {
 protected:
  std::vector<std::string> patterns() {
    std::vector<std::string> all;
    for (const auto& one : objects_of_type("indicator")) all.push_back(one["pattern"]);
    return all;
  }
  std::vector<std::string> patterns_of(const std::string& text) {
    bring(Format::csv, text);
    return patterns();
  }
};

TEST_F(CsvBrought, LosesNoFirstLineToAByteOrderMark) {
  EXPECT_THAT(bring_case("csv-bom-and-no-header.csv").mistakes, IsEmpty());
  EXPECT_THAT(patterns(),
              UnorderedElementsAre("[domain-name:value = 'evil6.example']", "[domain-name:value = 'evil7.example']"));
}

TEST_F(CsvBrought, HoldsCommasAndLineEndsInQuotes) {
  EXPECT_THAT(patterns_of("indicator,comment\r\n\"https://evil.example/a,b?c=1\",\"two\r\nlines, \"\"quoted\"\"\"\r\n"
                          "https://evil.example/plain,x\r\n"),
              UnorderedElementsAre("[url:value = 'https://evil.example/a,b?c=1']",
                                   "[url:value = 'https://evil.example/plain']"));
}

TEST_F(CsvBrought, TakesOneValueALineAndNoLinkInARemark) {
  const auto report = bring(Format::csv,
                            "indicator,comment,source\n"
                            "198.51.100.7,see https://vendor.example/report.html,https://feed.example/\n");
  EXPECT_EQ(report.fresh, 1u);
  EXPECT_THAT(patterns(), ElementsAre("[ipv4-addr:value = '198.51.100.7']"));
}

TEST_F(CsvBrought, WithoutNamesOfColumnsTakesTheFirstCellThatIsAValueAndTellsOfTheOthers) {
  const auto report = bring(Format::csv, "C2,198.51.100.7,seen at https://vendor.example/,https://feed.example/\n");
  EXPECT_THAT(patterns(), ElementsAre("[ipv4-addr:value = '198.51.100.7']"));
  EXPECT_THAT(kinds_of(report.left_out), ElementsAre("further-value line 1 1"));
}

TEST_F(CsvBrought, IsCutWhereItsOwnSeparatorStands) {
  EXPECT_THAT(patterns_of("value;note\nhttps://evil.example/?a=1,2;x\n"),
              ElementsAre("[url:value = 'https://evil.example/?a=1,2']"));
  EXPECT_THAT(patterns_of("value\tnote\nhttps://evil.example/?b=1,2;3\tx\n"),
              ::testing::Contains("[url:value = 'https://evil.example/?b=1,2;3']"));
}

std::string utf16(std::string_view text, bool little, bool marked) {
  std::string out = !marked ? "" : little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : text) {
    if (!little) out += '\0';
    out += c;
    if (little) out += '\0';
  }
  return out;
}

TEST_F(CsvBrought, IsReadInUtf16) {
  unsigned number = 0;
  for (const bool little : {true, false})
    for (const bool marked : {true, false}) {
      const std::string name = "u" + std::to_string(++number) + ".example";
      EXPECT_EQ(bring(Format::csv, utf16("value,note\r\n" + name + ",x\r\n", little, marked)).fresh, 1u) << name;
      EXPECT_THAT(found(name), ::testing::SizeIs(1));
    }
}

TEST_F(CsvBrought, IsToldWhereAQuoteIsNeverClosed) {
  const std::string text = "value,note\na.example,\"never\n" + std::string(70'000, 'x');
  EXPECT_THROW(bring(Format::csv, text), BundleMistake);
}

TEST_F(CsvBrought, OfOurOwnSaysWhatItsValuesAre) {
  EXPECT_THAT(
      patterns_of(
          "kind,value,marking,name,indicator\r\n"
          "\"mutex:name\",\"Global\\m\",\"tlp:amber\",\"n\",\"indicator--00000000-0000-4000-8000-000000000001\"\r\n"
          "\"ipv4-addr:value\",\"192.0.2.128/25\",\"tlp:amber\",\"n\",\"x\"\r\n"
          "\"email-message:subject\",\"'=SUM(1)\",\"tlp:amber\",\"n\",\"x\"\r\n"
          "\"autonomous-system:number\",\"64500\",\"tlp:amber\",\"n\",\"x\"\r\n"),
      UnorderedElementsAre("[mutex:name = 'Global\\\\m']", "[ipv4-addr:value ISSUBSET '192.0.2.128/25']",
                           "[email-message:subject = '=SUM(1)']", "[autonomous-system:number = 64500]"));
}

class CsvThatLeaves : public AnExchange {};

TEST_F(CsvThatLeaves, HasNoPartOfAPatternThatSaysMoreThanAValue) {
  bring_case("stix-round-trip-through-misp.json");
  const std::string text = csv();
  for (const char* part : {"a.exe", "e3b0c44298fc", "192.0.2.6", "f1.example", "good.example", "x.exe"})
    EXPECT_THAT(text, Not(HasSubstr(part))) << "broadened";
  for (const char* gone : {"192.0.2.4", "192.0.2.5"}) EXPECT_THAT(text, Not(HasSubstr(gone))) << "revoked or expired";
  for (const char* whole : {"192.0.2.1\"", "192.0.2.128/25", "i1.example", "i2.example"})
    EXPECT_THAT(text, HasSubstr(whole));
  EXPECT_THAT(kinds_of(exported_.left_out),
              ::testing::IsSupersetOf({"revoked indicator 1", "expired indicator 1", "more-than-a-value indicator 6",
                                       "no-counterpart indicator pcre 1", "no-counterpart malware 1"}));
}

TEST_F(CsvThatLeaves, HasIndicatorsOfStix20) {
  bring_case("stix20-indicator-missing-from-exports.json");
  EXPECT_THAT(csv(), HasSubstr("stix20.example"));
  ASSERT_EQ(attributes().size(), 1u);
  EXPECT_EQ(attributes()[0]["value"], "stix20.example");
}

TEST_F(CsvThatLeaves, ComesInAgainAsItWas) {
  bring_case("stix-round-trip-through-misp.json");
  const std::string text = csv();
  EXPECT_THAT(bring(Format::csv, text).mistakes, IsEmpty());
  EXPECT_EQ(csv().substr(0, text.size()), text);
}

}  // namespace
}  // namespace ccop::exchange
