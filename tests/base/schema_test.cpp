// Schemas say what the codec does: the same members, the same names, the same places for what may be absent.
#include "base/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ccop {
namespace {

using ::testing::HasSubstr;

enum class Colour { red, dark_blue };
BOOST_DESCRIBE_ENUM(Colour, red, dark_blue)

struct LeafView {
  std::optional<Colour> colour;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(LeafView, (), (colour, at))

struct Tree {
  Id<struct TreeTag> id;
  std::vector<LeafView> leaves;
  Hash hash{};
  Bytes bytes;
  std::int32_t height{};
};
BOOST_DESCRIBE_STRUCT(Tree, (), (id, leaves, hash, bytes, height))

struct CutDown {
  std::string why;
};
BOOST_DESCRIBE_STRUCT(CutDown, (), (why))
struct Grow {};
BOOST_DESCRIBE_STRUCT(Grow, (), ())

TEST(ASchema, DescribesEachStructOnceUnderItsName) {
  schema::Components components;
  EXPECT_EQ(schema::of<Tree>(components), R"({"$ref":"#/components/schemas/Tree"})");
  EXPECT_EQ(
      components.all().at("Tree"),
      R"({"type":"object","required":["id","leaves","hash","bytes","height"],"additionalProperties":false,"properties":{)"
      R"("id":{"type":"integer","minimum":0},"leaves":{"type":"array","items":{"$ref":"#/components/schemas/Leaf"}},)"
      R"("hash":{"type":"string","pattern":"^[A-Za-z0-9_-]{43}$"},"bytes":{"$ref":"#/components/schemas/Base64url"},)"
      R"("height":{"type":"integer"}}})");
  EXPECT_EQ(components.all().at("Colour"), R"({"type":"string","enum":["red","dark-blue"]})");
}

TEST(ASchema, DoesNotRequireWhatMayBeAbsent) {
  schema::Components components;
  static_cast<void>(schema::of<LeafView>(components));
  EXPECT_THAT(components.all().at("Leaf"), HasSubstr(R"("required":["at"])"));
}

TEST(ASchema, TellsAlternativesApartByTheirNamesOnTheWire) {
  schema::Components components;
  using Deed = std::variant<CutDown, Grow>;
  EXPECT_THAT(schema::of<Deed>(components), HasSubstr(R"("oneOf":[{"$ref":"#/components/schemas/CutDown"})"));
  EXPECT_THAT(components.all().at("CutDown"), HasSubstr(R"("properties":{"type":{"const":"cut-down"},"why":)"));
  EXPECT_THAT(components.all().at("CutDown"), HasSubstr(R"("required":["type","why"])"));
  EXPECT_EQ(to_json(Deed{Grow{}}), R"({"type":"grow"})");
}

TEST(ASchema, AllowsNoNameForTwoTypes) {
  schema::Components components;
  const auto any = [] { return std::string{"{}"}; };
  components.refer("Tree", typeid(CutDown), any);
  EXPECT_THROW(static_cast<void>(schema::of<Tree>(components)), std::logic_error);
}

}  // namespace
}  // namespace ccop
