// What kind of file something is, by how it begins.
#include "exchange/format.hpp"

#include "exchange/an_exchange.hpp"

#include <filesystem>

namespace ccop::exchange {
namespace {

TEST(FormatOfAFile, IsThatOfEachCaseByItsNameBeforeTheFirstHyphen) {
  std::size_t looked_at = 0;
  for (const auto& file : std::filesystem::directory_iterator{std::string{CCOP_SOURCE_DIR} + "/tests/exchange/cases"}) {
    const std::string name = file.path().filename();
    const auto kind = name.substr(0, name.find('-'));
    EXPECT_EQ(word_of(format_of(testing::case_of(name))), kind == "stix20" ? "stix" : kind) << name;
    ++looked_at;
  }
  EXPECT_GE(looked_at, 22u);
}

TEST(FormatOfAFile, IsToldByTheFirstNameThatOneFormatAloneHas) {
  for (const std::string misp : {R"({"Event": {}})", R"( [ {"Event": {"info": "a \" { b"}} ])", R"({"response": []})",
                                 R"({"type": "ip-src", "value": "198.51.100.7", "to_ids": true})",
                                 "\xEF\xBB\xBF{\"response\": {\"objects\": 1}}"})
    EXPECT_EQ(format_of(misp), Format::misp) << misp;
  for (const std::string stix :
       {R"({"type": "bundle", "id": "x", "objects": [{"Event": 1}]})", R"({"objects": []})", "{}", "[]",
        R"([{"type": "tool", "spec_version": "2.1", "x": {"response": 1}}])", R"({"a": "unfinished)"})
    EXPECT_EQ(format_of(stix), Format::stix) << stix;
}

TEST(FormatOfAFile, IsAListWhereMostLinesHoldAValueAndTextElse) {
  for (const std::string list : {"198.51.100.7\nevil.example\n", "value\n192.0.2.1\n192.0.2.2\nnonsense\n",
                                 "value,comment\nevil.example,\"seen, twice\"\n", "# ours\nhxxp://evil[.]example/a",
                                 "a;b\r\nx;d41d8cd98f00b204e9800998ecf8427e\r\n", "\xFF\xFEv\0"})
    EXPECT_EQ(format_of(list), Format::csv) << list;
  for (const std::string text :
       {"", "  \n", "We saw 198.51.100.7 talk to evil.example.", "[ipv4-addr:value = '198.51.100.7']",
        "Report\n\nThey came from here:\nevil.example\nand left again by night\nwithout a trace\n"})
    EXPECT_EQ(format_of(text), Format::text) << text;
}

}  // namespace
}  // namespace ccop::exchange
