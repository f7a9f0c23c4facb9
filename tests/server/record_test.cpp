// The record as pages read it: what an entry's acts point to has a name, and all of it can be searched.
#include "server/demo_site.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using Json = nlohmann::json;

class TheRecordOfAYear : public DemoSite {
 protected:
  Json page(const std::string& query) { return Json::parse(*ask("GET", "/api/record" + query, "").body); }
  /// All that fits, page by page.
  std::vector<Json> all(const std::string& query) {
    std::vector<Json> rows;
    for (std::string before;;) {
      const Json one = page("?" + query + before);
      rows.insert(rows.end(), one["entries"].begin(), one["entries"].end());
      if (one["first"] == 0) return rows;
      before = (query.empty() ? "before=" : "&before=") + std::to_string(one["first"].get<std::uint64_t>());
    }
  }
};

std::string name_of_member(const Json& row, const std::string& member) {
  for (const Json& subject : row["about"])
    if (subject["member"] == member) return subject["name"].get<std::string>();
  return {};
}

TEST_F(TheRecordOfAYear, NamesTheMotionThatAnActOpened) {
  const auto opened = all("acts=motion-opened");
  ASSERT_FALSE(opened.empty());
  for (const Json& row : opened) {
    EXPECT_THAT(row["acts"].get<std::vector<std::string>>(), ::testing::Contains("motion-opened"));
    EXPECT_FALSE(name_of_member(row, "motion").empty());
  }
}

TEST_F(TheRecordOfAYear, IsSearchedAsAWholeAndNotOnlyOnItsLastPage) {
  const auto everything = all("");
  const auto wanted = std::ranges::count_if(everything, [](const Json& row) {
    return std::ranges::find(row["acts"], "meeting-published") != row["acts"].end();
  });
  EXPECT_GT(wanted, 1);
  EXPECT_EQ(std::ssize(all("acts=meeting-published")), wanted);
  EXPECT_EQ(everything.size(), site().live().size());
}

TEST_F(TheRecordOfAYear, FindsANameInSmallLetters) {
  const auto opened = all("acts=motion-opened");
  ASSERT_FALSE(opened.empty());
  std::string title = name_of_member(opened.front(), "motion");
  std::ranges::transform(title, title.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  title = title.substr(0, title.find(' '));
  const auto found = all("text=" + title);
  const auto is_there = [&](const Json& row) { return row["seq"] == opened.front()["seq"]; };
  EXPECT_TRUE(std::ranges::any_of(found, is_there));
  EXPECT_LT(found.size(), site().live().size());
}

TEST_F(TheRecordOfAYear, FindsNothingWhereNothingFits) {
  EXPECT_TRUE(all("text=nowhere-at-all").empty());
}

TEST_F(TheRecordOfAYear, FindsNothingThatIsSealedForItsReader) {
  for (const Json& row : all("acts=session-entered,vote-cast")) EXPECT_EQ(row["is_sealed"], false);
}

}  // namespace
}  // namespace ccop::server
