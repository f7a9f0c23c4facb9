#include "base/codec.hpp"

#include "base/binary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ccop::codec_test {

enum class Colour { dark_red, green };
BOOST_DESCRIBE_ENUM(Colour, dark_red, green)

struct Inner {
  std::uint32_t count;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (count))

struct Outer {
  std::string name;
  Colour colour;
  std::vector<Inner> inner;
  std::optional<Time> when;
  Hash hash;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (name, colour, inner, when, hash))

struct SomethingHappened {
  bool well;
};
BOOST_DESCRIBE_STRUCT(SomethingHappened, (), (well))

namespace {

using Variant = std::variant<Inner, SomethingHappened>;

std::string complaint(std::string_view json) {
  try {
    (void)from_json<Outer>(json);
  } catch (const BadInput& bad) {
    return bad.what();
  }
  return "none";
}

const std::string zeros = std::string(43, 'A');

TEST(Codec, WritesKeysSortedAndLeavesOutWhatIsAbsent) {
  const Outer outer{"a\"b", Colour::dark_red, {{1}, {2}}, {}, {}};
  EXPECT_EQ(to_json(outer),
            R"({"colour":"dark-red","hash":")" + zeros + R"(","inner":[{"count":1},{"count":2}],"name":"a\"b"})");
}

TEST(Codec, ReadsBackWhatItWrote) {
  const Outer outer{"é", Colour::green, {{7}}, from_rfc3339("2026-02-28T23:59:59.999Z"), sha256(bytes_of("x"))};
  EXPECT_EQ(to_json(from_json<Outer>(to_json(outer))), to_json(outer));
}

TEST(Codec, PutsTheTypeAmongTheKeys) {
  EXPECT_EQ(to_json(Variant{SomethingHappened{true}}), R"({"type":"something-happened","well":true})");
  EXPECT_EQ(to_json(Variant{Inner{3}}), R"({"count":3,"type":"inner"})");
  EXPECT_TRUE(std::get<SomethingHappened>(from_json<Variant>(R"({"well":true,"type":"something-happened"})")).well);
}

TEST(Codec, NamesThePlaceOfEachMistake) {
  EXPECT_EQ(complaint(R"({"colour":"blue","hash":"","inner":[],"name":""})"),
            "colour: expected one of: dark-red, green");
  EXPECT_EQ(complaint(R"({"colour":"green","hash":")" + zeros + R"(","inner":[{"count":1},{"count":-1}],"name":""})"),
            "inner[1].count: expected an integer from 0 to 4294967295");
  EXPECT_EQ(complaint(R"({"colour":"green","hash":")" + zeros + R"(","inner":[],"name":"","extra":1})"),
            "extra: expected no such key here");
  EXPECT_EQ(complaint(R"({"colour":"green","hash":")" + zeros + R"(","inner":[],"name":"","name":""})"),
            "name: expected each key once");
  EXPECT_EQ(complaint(R"({"colour":"green","hash":")" + zeros + R"(","inner":[]})"),
            "name: expected a value (the key is missing)");
  EXPECT_EQ(complaint(R"({"colour":"green","hash":"AAA","inner":[],"name":""})"),
            "hash: expected base64url without padding of 32 bytes");
  EXPECT_EQ(complaint(R"({"colour":"green","hash":")" + zeros +
                      R"(","inner":[],"name":"","when":"2026-02-29T00:00:00.000Z"})"),
            "when: expected a time such as 2026-03-01T09:30:00.000Z");
  EXPECT_EQ(complaint(R"([])"), "the input: expected an object");
}

TEST(Codec, KeepsTypesApart) {
  EXPECT_THROW((void)from_json<Inner>(R"({"count":1.0})"), BadInput);
  EXPECT_THROW((void)from_json<Inner>(R"({"count":"1"})"), BadInput);
  EXPECT_THROW((void)from_json<Inner>(R"({"count":4294967296})"), BadInput);
  EXPECT_THROW((void)from_json<Variant>(R"({"type":"nothing"})"), BadInput);
  EXPECT_THROW((void)from_json<Variant>(R"({"count":1})"), BadInput);
}

TEST(Time, IsReadInOneFormOnly) {
  EXPECT_EQ(to_rfc3339(*from_rfc3339("2024-02-29T12:34:56.789Z")), "2024-02-29T12:34:56.789Z");
  for (const auto* text :
       {"2023-02-29T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "2026-01-01T24:00:00.000Z", "2026-01-01T00:60:00.000Z",
        "2026-01-01T00:00:00Z", "2026-01-01 00:00:00.000Z", "2026-13-01T00:00:00.000Z", "+026-01-01T00:00:00.000Z"})
    EXPECT_FALSE(from_rfc3339(text)) << text;
}

TEST(Time, AMonthLaterIsTheLastDayWhereTheMonthIsShorter) {
  EXPECT_EQ(to_rfc3339(months_after(*from_rfc3339("2026-01-31T10:00:00.000Z"), 1)), "2026-02-28T10:00:00.000Z");
  EXPECT_EQ(to_rfc3339(months_after(*from_rfc3339("2026-11-24T10:00:00.000Z"), 12)), "2027-11-24T10:00:00.000Z");
}

TEST(Bytes, AreReadInCanonicalFormOnly) {
  EXPECT_EQ(to_base64url(bytes_of("\xFB\xFF")), "-_8");
  EXPECT_TRUE(from_base64url("-_8"));
  EXPECT_FALSE(from_base64url("-_9"));  // stray bits at the end
  EXPECT_FALSE(from_base64url("-_8="));
  EXPECT_FALSE(from_base64url("+/8"));
  EXPECT_EQ(to_hex(sha256(bytes_of("abc"))),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-4
}

TEST(Binary, RefusesASnapshotThatIsCutOff) {
  std::string bytes;
  binary::write(bytes, Outer{"name", Colour::green, {{1}}, {}, {}});
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    Outer out{};
    binary::Reader reader{std::string_view{bytes}.substr(0, length)};
    EXPECT_THROW(reader.read(out), BadInput) << length;
  }
}

}  // namespace
}  // namespace ccop::codec_test
