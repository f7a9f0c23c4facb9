// What a round asks: the sets in their order, in part or whole, with questions that are answered together.
#include "exposure/paper.hpp"

#include "exposure/a_question_set.hpp"

#include <gmock/gmock.h>

namespace ccop::exposure {
namespace {

using testing::a_set;
using ::testing::ElementsAre;
using ::testing::StartsWith;

Paper paper_of(std::vector<Joint> joint = {}, std::vector<std::string> techniques = {"T1566", "T1190.001"}) {
  return {"Spring", std::move(techniques), std::move(joint)};
}
std::vector<std::string> faults_of(const std::variant<std::vector<BallotQuestion>, std::vector<BadInput>>& made) {
  std::vector<std::string> all;
  if (const auto* faults = std::get_if<std::vector<BadInput>>(&made))
    for (const BadInput& fault : *faults) all.push_back(fault.path + ": " + fault.expected);
  return all;
}
std::vector<std::string> faults_in(const std::string& json) {
  std::vector<std::string> all;
  const auto read = read_paper(json);
  if (const auto* faults = std::get_if<std::vector<BadInput>>(&read))
    for (const BadInput& fault : *faults) all.push_back(fault.path + ": " + fault.expected);
  return all;
}

class APaper : public ::testing::Test {
 protected:
  QuestionSet set = testing::read_in_order(a_set().dump());
};

TEST_F(APaper, AsksASetWholeOrAQuarterOfIt) {
  const auto whole = std::get<0>(ballot_questions(paper_of(), std::vector<Asked>{{&set, {}}}));
  ASSERT_EQ(whole.size(), 3u);
  EXPECT_EQ(whole[0].text, "GV.A-01: Are there aims?");
  EXPECT_THAT(whole[0].answers, ElementsAre("No", "Yes"));
  EXPECT_EQ(whole[1].max, 2u);
  const auto second = std::get<0>(ballot_questions(paper_of(), std::vector<Asked>{{&set, 2}}));
  ASSERT_EQ(second.size(), 1u);
  EXPECT_THAT(second[0].text, StartsWith("ID-01"));
}

TEST_F(APaper, GivesTheTechniquesThatOneChoosesFrom) {
  const auto third = std::get<0>(ballot_questions(paper_of(), std::vector<Asked>{{&set, 3}}));
  EXPECT_THAT(third[0].answers, ElementsAre("T1566", "T1190.001"));
  EXPECT_EQ(third[0].max, 2u) << "no more than there are";
  EXPECT_THAT(faults_of(ballot_questions(paper_of({}, {}), std::vector<Asked>{{&set, 3}})),
              ElementsAre("techniques: a list, for PR-01 asks for some of it"));
}

TEST_F(APaper, CountsTwoQuestionsTogetherInThePlaceOfBoth) {
  auto more = a_set();
  more["questions"][1]["choose"]["max"] = 1;
  set = testing::read_in_order(more.dump());
  const auto made =
      std::get<0>(ballot_questions(paper_of({{"GV.A-01", "ID-01"}}), std::vector<Asked>{{&set, 1}, {&set, 2}}));
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].text, "GV.A-01 and ID-01: Are there aims? | Which?");
  EXPECT_THAT(made[0].answers, ElementsAre("No | One", "No | Two", "Yes | One", "Yes | Two"));
  EXPECT_EQ(made[0].max, 1u);
}

TEST_F(APaper, CountsNothingTogetherThatDoesNotFit) {
  const std::vector<Asked> asked{{&set, {}}};
  for (const Joint& pair : {Joint{"GV.A-01", "GV.A-01"}, Joint{"GV.A-01", "no"}, Joint{"no", "ID-01"}})
    EXPECT_THAT(faults_of(ballot_questions(paper_of({pair}), asked)),
                ElementsAre("joint[0]: two questions that the round asks"));
  for (const Joint& pair : {Joint{"GV.A-01", "ID-01"}, Joint{"PR-01", "GV.A-01"}})
    EXPECT_THAT(faults_of(ballot_questions(paper_of({pair}), asked)),
                ElementsAre("joint[0]: questions of which one chooses one answer"))
        << "several may be chosen";
}

/// Whoever wants to know how the small ones stand, or those of a region, of whom there may be two.
TEST_F(APaper, Clause2_2_CountsNothingTogetherWithWhatAnOrganizationIs) {
  auto attackers = a_set();
  attackers["questions"][1]["choose"]["max"] = 1;
  attackers["questions"][1]["describes"] = true;
  set = testing::read_in_order(attackers.dump());
  const std::vector<Asked> asked{{&set, {}}};
  for (const Joint& pair : {Joint{"GV.A-01", "ID-01"}, Joint{"ID-01", "GV.A-01"}})
    EXPECT_THAT(faults_of(ballot_questions(paper_of({pair}), asked)),
                ElementsAre("joint[0]: questions of how an organization stands; ID-01 says what it is"));
  EXPECT_EQ(std::get<0>(ballot_questions(paper_of(), asked)).size(), 3u) << "by itself it may be asked";
  attackers["questions"][1]["describes"] = false;
  set = testing::read_in_order(attackers.dump());
  EXPECT_EQ(std::get<0>(ballot_questions(paper_of({{"GV.A-01", "ID-01"}}), asked)).size(), 2u);
}

TEST_F(APaper, AsksEachQuestionOnce) {
  EXPECT_THAT(faults_of(ballot_questions(paper_of(), std::vector<Asked>{{&set, 1}, {&set, 1}})),
              ElementsAre("questions: each once; GV.A-01 is in two of the sets"));
}

TEST(APaperOfSomebody, IsReadStrictly) {
  EXPECT_THAT(faults_in(R"({"title":"T","techniques":["T1"],"joint":[]})"), ElementsAre());
  EXPECT_THAT(faults_in("[]").size(), 1u);
  EXPECT_THAT(faults_in("no JSON").size(), 1u);
  EXPECT_THAT(faults_in(R"({"title":"T","techniques":[],"joint":[],"more":1})").size(), 1u);
  EXPECT_THAT(faults_in(R"({"title":"T\n","techniques":[],"joint":[]})"), ElementsAre(StartsWith("title")));
  EXPECT_THAT(faults_in(R"({"title":"T","techniques":["T1","T1"],"joint":[]})"), ElementsAre(StartsWith("techniques")));
  EXPECT_THAT(faults_in(R"({"title":"T","techniques":["t1"],"joint":[]})"), ElementsAre(StartsWith("techniques")));
  std::string many = R"({"title":"T","techniques":[],"joint":[)";
  for (int i = 0; i < 7; ++i) many += std::string(i > 0 ? "," : "") + R"({"first":"a","second":"b"})";
  EXPECT_THAT(faults_in(many + "]}"), ElementsAre("joint: at most 6 pairs"));
  EXPECT_THAT(faults_in(std::string(70'000, ' ')), ElementsAre(StartsWith(": at most")));
}

}  // namespace
}  // namespace ccop::exposure
