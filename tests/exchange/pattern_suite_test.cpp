// Patterns of others, judged as their own validator judges them.
#include "exchange/json.hpp"
#include "exchange/stix/pattern.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace ccop::exchange {
namespace {

std::string file_in_source(const std::string& name) {
  std::ifstream in{std::string{CCOP_SOURCE_DIR} + name};
  return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(PatternsOfOthers, AreJudgedAsTheirValidatorJudgesThem) {
  const Json cases = Json::parse(file_in_source("/tests/exchange/vectors/stix_patterns.json"))["cases"];
  std::size_t agreed = 0;
  for (const auto& one : cases) {
    const std::string pattern = one["pattern"];
    const bool is_taken = std::holds_alternative<Pattern>(parse_pattern(pattern));
    EXPECT_EQ(is_taken, one["valid"].get<bool>()) << pattern;
    agreed += is_taken == one["valid"].get<bool>() ? 1 : 0;
  }
  const std::string told = "agree on " + std::to_string(agreed) + " of " + std::to_string(cases.size());
  EXPECT_NE(file_in_source("/docs/exchange.md").find(told), std::string::npos) << "the documentation says: " << told;
}

}  // namespace
}  // namespace ccop::exchange
