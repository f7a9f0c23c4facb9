// The questions by which Members rate risks (clause 2.5).
#include "exposure/rating_set.hpp"

#include "base/codec.hpp"

#include <gmock/gmock.h>

namespace ccop::exposure {
namespace {

const std::vector<std::string> frequency{"Rare: less than once", "Unlikely: once", "Likely: twice", "Frequent: often",
                                         "Constant: always"};
const std::vector<std::string> impact{"Slight: a little", "Minor: some", "Moderate: more", "Major: much",
                                      "Extreme: all"};
const std::vector<RiskToRate> risks{{1, "The quay floods"}, {7, "The crane fails"}};

QuestionSet rated() {
  return rating_set(3, "The Harbour", risks, {frequency, impact});
}

TEST(TheRatingSet, AsksOneQuestionOfEachRiskWithACellForEachPairOfBands) {
  const QuestionSet set = rated();
  ASSERT_EQ(set.questions.size(), 2u);
  EXPECT_EQ(set.questions[1].id, "RISK-7");
  EXPECT_EQ(set.questions[1].text, "The crane fails");
  EXPECT_EQ(set.questions[1].choose.max, 1u);
  ASSERT_EQ(set.questions[1].levels.size(), 25u);
  EXPECT_EQ(set.questions[1].levels.front().name, "Rare | Slight");
  EXPECT_EQ(set.questions[1].levels[1].name, "Rare | Minor");
  EXPECT_EQ(set.questions[1].levels[5].name, "Unlikely | Slight");
  EXPECT_EQ(set.questions[1].levels[6].evidence, "Unlikely: once. Minor: some.");
  EXPECT_EQ(set.questions[1].levels.back().name, "Constant | Extreme");
}

TEST(TheRatingSet, IsOneThatAnyReaderOfSetsTakes) {
  const QuestionSet set = rated();
  const auto read = read_question_set(to_json(set));
  ASSERT_TRUE(std::holds_alternative<QuestionSet>(read));
  EXPECT_EQ(fingerprint(std::get<QuestionSet>(read)), fingerprint(set));
  EXPECT_EQ(set.id, rating_set_id);
  EXPECT_EQ(set.version, 3u);
}

/// The page makes the same (web/src/chapters/risks/ratingSet.test.ts has this fingerprint, too).
TEST(TheRatingSet, HasTheFingerprintThatThePageComputes) {
  EXPECT_EQ(to_hex(fingerprint(rated())), "ba6e339d68ff91313799a88f10c469c056390997a20245f9cae80296087d7a23");
}

}  // namespace
}  // namespace ccop::exposure
