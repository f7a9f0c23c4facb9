// Bundles and envelopes, taken apart as they arrive in pieces of any size.
#include "exchange/stix/bundle_reader.hpp"

namespace ccop::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> objects_of(std::string_view text, std::size_t piece) {
  std::vector<std::string> objects;
  BundleReader reader{[&](std::string_view json, std::uint64_t offset) {
                        EXPECT_EQ(text.substr(offset, json.size()), json);
                        objects.emplace_back(json);
                      },
                      1000};
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
  reader.finish();
  return objects;
}
std::string mistake(std::string_view text) {
  try {
    (void)objects_of(text, 7);
  } catch (const BundleMistake& mistake) {
    return mistake.what();
  }
  return {};
}

TEST(Bundles, GiveTheirObjectsInWhateverPiecesTheyArrive) {
  constexpr std::string_view text =
      R"( {"type":"bundle", "id" : "bundle--x","objects":[ {"a":"}]\"{","b":[{"c":[]}]} , {"d":1.5e3},{}],"more":false,"n":{"x":[1]}} )";
  for (std::size_t piece = 1; piece <= text.size(); ++piece)
    EXPECT_THAT(objects_of(text, piece), ElementsAre(R"({"a":"}]\"{","b":[{"c":[]}]})", R"({"d":1.5e3})", "{}"))
        << piece;
}

TEST(Bundles, MayHoldAnEmptyList) {
  EXPECT_THAT(objects_of(R"({"objects":[]})", 3), ElementsAre());
}

TEST(Bundles, SayAtWhichByteTheirFrameIsBroken) {
  EXPECT_THAT(mistake(R"([])"), HasSubstr("at byte 0"));
  EXPECT_THAT(mistake(R"({"objects":{}})"), HasSubstr("at byte 11: expected [, the list of objects"));
  EXPECT_THAT(mistake(R"({"objects":[1]})"), HasSubstr("at byte 12: expected {, an object"));
  EXPECT_THAT(mistake(R"({"objects":[{}{}]})"), HasSubstr("at byte 14: expected , or ]"));
  EXPECT_THAT(mistake(R"({"objects":[{},]})"), HasSubstr("at byte 15"));
  EXPECT_THAT(mistake(R"({"objects":[{}]} x)"), HasSubstr("nothing behind"));
  EXPECT_THAT(mistake(R"({"objects":[],"objects":[]})"), HasSubstr("`objects` once"));
  EXPECT_THAT(mistake(R"({"type":"indicator","objects":[]})"), HasSubstr("\"bundle\""));
  EXPECT_THAT(mistake(R"({"id":"x"})"), HasSubstr("a list `objects`"));
  EXPECT_THAT(mistake(R"({"id" "x"})"), HasSubstr("at byte 6: expected :"));
  EXPECT_THAT(mistake(""), HasSubstr("cut off"));
}

TEST(Bundles, CutOffAnywhereAreToldSo) {
  constexpr std::string_view text = R"({"type":"bundle","objects":[{"a":"b"},{"c":1}],"n":12})";
  for (std::size_t length = 0; length < text.size(); ++length) EXPECT_NE(mistake(text.substr(0, length)), "") << length;
  EXPECT_EQ(mistake(text), "");
}

TEST(Bundles, AreReadWithBoundedMemory) {
  EXPECT_THAT(mistake(R"({"objects":[{"a":")" + std::string(2000, 'x') + R"("}]})"), HasSubstr("at most 1000 bytes"));
  EXPECT_THAT(mistake(R"({"note":")" + std::string(100'000, 'x') + R"("})"), HasSubstr("at most 65536 bytes"));
  EXPECT_THAT(mistake(R"({"objects":[)" + std::string(5000, '{')), HasSubstr("at most 1000 bytes"));
}

}  // namespace
}  // namespace ccop::exchange
