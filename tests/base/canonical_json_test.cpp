#include "base/canonical_json.hpp"

#include "base/codec.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>

namespace ccop {
namespace {

std::string number(std::uint64_t bits) {
  std::string out;
  append_json_number(out, std::bit_cast<double>(bits));
  return out;
}

// RFC 8785, appendix B.
TEST(CanonicalJson, WritesNumbersAsTheRfcDoes) {
  EXPECT_EQ(number(0x0000000000000000), "0");
  EXPECT_EQ(number(0x8000000000000000), "0");
  EXPECT_EQ(number(0x0000000000000001), "5e-324");
  EXPECT_EQ(number(0x8000000000000001), "-5e-324");
  EXPECT_EQ(number(0x7fefffffffffffff), "1.7976931348623157e+308");
  EXPECT_EQ(number(0x4340000000000000), "9007199254740992");
  EXPECT_EQ(number(0xc340000000000000), "-9007199254740992");
  EXPECT_EQ(number(0x4430000000000000), "295147905179352830000");
  EXPECT_EQ(number(0x44b52d02c7e14af5), "9.999999999999997e+22");
  EXPECT_EQ(number(0x44b52d02c7e14af6), "1e+23");
  EXPECT_EQ(number(0x44b52d02c7e14af7), "1.0000000000000001e+23");
  EXPECT_EQ(number(0x444b1ae4d6e2ef4e), "999999999999999700000");
  EXPECT_EQ(number(0x444b1ae4d6e2ef4f), "999999999999999900000");
  EXPECT_EQ(number(0x444b1ae4d6e2ef50), "1e+21");
  EXPECT_EQ(number(0x3eb0c6f7a0b5ed8c), "9.999999999999997e-7");
  EXPECT_EQ(number(0x3eb0c6f7a0b5ed8d), "0.000001");
  EXPECT_EQ(number(0x41b3de4355555553), "333333333.3333332");
  EXPECT_EQ(number(0x41b3de4355555557), "333333333.33333343");
  EXPECT_EQ(number(0xbecbf647612f3696), "-0.0000033333333333333333");
  EXPECT_EQ(number(0x43143ff3c1cb0959), "1424953923781206.2");
}

TEST(CanonicalJson, HasNoInfinityAndNoNan) {
  std::string out;
  EXPECT_THROW(append_json_number(out, std::numeric_limits<double>::infinity()), std::invalid_argument);
  EXPECT_THROW(append_json_number(out, std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
}

// RFC 8785, sections 3.2.2 and 3.2.3.
TEST(CanonicalJson, WritesTheExampleOfTheRfc) {
  EXPECT_EQ(canonicalize(R"({
       "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
       "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
       "literals": [null, true, false]
     })"),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(CanonicalJson, SortsKeysByUtf16CodeUnits) {
  EXPECT_EQ(
      canonicalize(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})"),
      "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"\xC3\xB6\":7,\"\xE2\x82\xAC\":1,\"\xF0\x9F\x98\x80\":5,\"\xEF\xAC\xB3\":3}");
  EXPECT_EQ(canonicalize(R"({"a\ue000":1,"a\ud83d\ude00":2,"aa":3,"a":4})"),
            "{\"a\":4,\"aa\":3,\"a\xF0\x9F\x98\x80\":2,\"a\xEE\x80\x80\":1}");
}

TEST(CanonicalJson, RefusesWhatHasNoOneForm) {
  EXPECT_THROW((void)canonicalize(R"({"a":1,"a":2})"), BadInput);
  EXPECT_THROW((void)canonicalize("9007199254740993"), BadInput);
  EXPECT_THROW((void)canonicalize("18446744073709551615"), BadInput);
  EXPECT_THROW((void)canonicalize("{"), BadInput);
  EXPECT_THROW((void)canonicalize("\"\xC3\x28\""), BadInput);
  EXPECT_THROW((void)canonicalize(std::string(100, '[') + std::string(100, ']')), BadInput);
}

}  // namespace
}  // namespace ccop
