// How well values are recognised in free text: precision and recall, over lines that people judged and over lines that
// are made.
#include "exchange/free_text/lines.hpp"
#include "exchange/recognise.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <array>
#include <fstream>

namespace ccop::exchange {
namespace {

using free_text_lines::Line;

std::set<std::string> found_in(const std::string& text) {
  static constexpr std::array kinds{"ipv4", "ipv6",   "domain", "url", "email",     "md5",
                                    "sha1", "sha256", "sha512", "cve", "technique", "file"};
  std::set<std::string> found;
  for (const Sign& sign : recognise(text))
    found.insert(std::string{kinds.at(static_cast<std::size_t>(sign.kind))} + " " + sign.value);
  return found;
}

struct Measure {
  std::size_t right{};
  std::size_t too_many{};
  std::size_t missed{};
  std::string told;  ///< each line that was not read as it should be

  [[nodiscard]] double precision() const { return static_cast<double>(right) / static_cast<double>(right + too_many); }
  [[nodiscard]] double recall() const { return static_cast<double>(right) / static_cast<double>(right + missed); }
};

Measure measured(const std::vector<Line>& lines) {
  Measure measure;
  for (const Line& line : lines) {
    const auto found = found_in(line.text);
    std::string differences;
    for (const auto& one : found) {
      const bool is_right = line.expected.contains(one);
      ++(is_right ? measure.right : measure.too_many);
      if (!is_right) differences += "\n    + " + one;
    }
    for (const auto& one : line.expected)
      if (!found.contains(one)) {
        ++measure.missed;
        differences += "\n    - " + one;
      }
    if (!differences.empty()) measure.told += "\n" + line.text + differences;
  }
  return measure;
}

std::vector<Line> judged_lines() {
  std::ifstream file{CCOP_SOURCE_DIR "/tests/exchange/free_text/judged.json"};
  std::vector<Line> lines;
  for (const auto& one : nlohmann::json::parse(file))
    lines.push_back({one["line"], one["expected"].get<std::set<std::string>>(), ""});
  return lines;
}

TEST(FreeTextMeasured, IsReadAsPeopleReadIt) {
  const auto measure = measured(judged_lines());
  EXPECT_GE(measure.precision(), 0.97) << measure.told;
  EXPECT_GE(measure.recall(), 0.97) << measure.told;
  RecordProperty("precision", std::to_string(measure.precision()));
  RecordProperty("recall", std::to_string(measure.recall()));
}

TEST(FreeTextMeasured, GivesBackWhatWasHiddenInTwoThousandLines) {
  const auto measure = measured(free_text_lines::lines(20'261'130, 2000));
  EXPECT_GT(measure.right, 1900u);
  EXPECT_GE(measure.precision(), 0.97) << measure.told;
  EXPECT_GE(measure.recall(), 0.97) << measure.told;
  RecordProperty("precision", std::to_string(measure.precision()));
  RecordProperty("recall", std::to_string(measure.recall()));
}

TEST(FreeTextMeasured, IsMeasuredByLinesThatAreTheSameForTheSameSeedAlone) {
  const auto text_of = [](std::uint64_t seed) { return free_text_lines::lines(seed, 50).back().text; };
  EXPECT_EQ(text_of(1), text_of(1));
  EXPECT_NE(text_of(1), text_of(2));
}

}  // namespace
}  // namespace ccop::exchange
