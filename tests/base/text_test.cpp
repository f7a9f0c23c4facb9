// Small things that are done with text.
#include "base/text.hpp"

#include <gmock/gmock.h>

namespace ccop {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Text, FallsIntoPiecesWithoutEmptyOnes) {
  EXPECT_THAT(pieces_of("a,,b,", ','), ElementsAre("a", "b"));
  EXPECT_THAT(pieces_of("", ','), IsEmpty());
  EXPECT_THAT(pieces_of(",", ','), IsEmpty());
  EXPECT_THAT(pieces_of("a b", ','), ElementsAre("a b"));
}

TEST(Text, IsInSmallLettersWhereItIsAscii) {
  EXPECT_EQ(in_small_letters("ABZ az[@{0\xC3\x84"), "abz az[@{0\xC3\x84");
}

TEST(Text, IsCutWhereACharacterBegins) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("abcd", 3), "abc");
  EXPECT_EQ(shortened("a\xC3\xA9z", 2), "a");
  EXPECT_EQ(shortened("a\xC3\xA9z", 3), "a\xC3\xA9");
  EXPECT_EQ(shortened("\xF0\x9F\x98\x80", 3), "");
  EXPECT_EQ(shortened("", 3), "");
}

}  // namespace
}  // namespace ccop
