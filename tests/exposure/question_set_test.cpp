// What a question set must be, and what is said where it isn't.
#include "exposure/a_question_set.hpp"

#include <gmock/gmock.h>

namespace ccop::exposure {
namespace {

using testing::a_set;
using testing::a_set_of;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::faults_in;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::json;
using ::testing::StartsWith;

/// The set with one value in another's place.
json with(const char* pointer, json value) {
  json set = a_set();
  set[json::json_pointer{pointer}] = std::move(value);
  return set;
}
json without(const char* object, const char* member) {
  json set = a_set();
  set[json::json_pointer{object}].erase(member);
  return set;
}

TEST(AQuestionSet, IsReadWithAllThatItSays) {
  ASSERT_THAT(faults_in(a_set()), IsEmpty());
  const QuestionSet set = testing::read_in_order(a_set().dump());
  EXPECT_EQ(set.id, "small");
  EXPECT_EQ(set.questions[0].levels[1].evidence, "They are written.");
  EXPECT_EQ(set.questions[1].choose.max, 2u);
  EXPECT_EQ(set.questions[2].from, CalledList::techniques);
  EXPECT_EQ(answers_in(set), 4u);
}

TEST(AQuestionSet, MayBeAskedWholeAlways) {
  const json set = without("", "quarters");
  EXPECT_THAT(faults_in(set), IsEmpty());
  EXPECT_THAT(questions_by_quarter(testing::read_in_order(set.dump())), IsEmpty());
}

TEST(AQuestionSet, AsksAQuestionInTheQuarterOfItsOutermostGroup) {
  const QuestionSet set = testing::read_in_order(a_set().dump());
  EXPECT_EQ(outermost(set, "GV.A"), "GV");
  EXPECT_EQ(outermost(set, "ID"), "ID");
  EXPECT_THAT(questions_by_quarter(set), ElementsAre(ElementsAre(&set.questions[0]), ElementsAre(&set.questions[1]),
                                                     ElementsAre(&set.questions[2]), IsEmpty()));
}

TEST(AQuestionSet, RepeatsNoId) {
  EXPECT_THAT(faults_in(with("/questions/1/id", "GV.A-01")),
              ElementsAre("questions[1].id: expected another than at questions[0].id: each once"));
  EXPECT_THAT(faults_in(with("/groups/3/id", "ID")),
              Contains("groups[3].id: expected another than at groups[2].id: each once"));
}

TEST(AQuestionSet, HasEachQuestionInAGroup) {
  EXPECT_THAT(faults_in(with("/questions/1/group", "RS")),
              ElementsAre("questions[1].group: expected the id of a group of this set"));
  EXPECT_THAT(faults_in(without("/questions/1", "group")),
              ElementsAre(StartsWith("questions[1].group: expected a value")));
}

TEST(AQuestionSet, HasGroupsTwoDeepAtMost) {
  const auto* const refusal = "groups[1].in: expected the id of a group that is itself in none";
  EXPECT_THAT(faults_in(with("/groups/1/in", "GV.A")), Contains(refusal));
  EXPECT_THAT(faults_in(with("/groups/1/in", "XX")), ElementsAre(refusal));
  EXPECT_THAT(faults_in(with("/groups", json::array())), Contains(StartsWith("groups: expected at least one")));
}

TEST(AQuestionSet, HasTwoToTwentyFiveLevelsInAQuestion) {
  EXPECT_THAT(faults_in(a_set_of(1, 1)), ElementsAre("questions[0].levels: expected 2 to 25 levels, not 1"));
  EXPECT_THAT(faults_in(a_set_of(1, 2)), IsEmpty());
  EXPECT_THAT(faults_in(a_set_of(1, 25)), IsEmpty());
  EXPECT_THAT(faults_in(a_set_of(1, 26)), ElementsAre("questions[0].levels: expected 2 to 25 levels, not 26"));
}

TEST(AQuestionSet, HasASentenceForEachLevel) {
  EXPECT_THAT(faults_in(without("/questions/0/levels/1", "evidence")),
              ElementsAre(StartsWith("questions[0].levels[1].evidence: expected a value")));
  EXPECT_THAT(faults_in(with("/questions/0/levels/1/evidence", " ")),
              ElementsAre("questions[0].levels[1].evidence: expected a text that says something"));
}

TEST(AQuestionSet, HasLevelsThatDiffer) {
  EXPECT_THAT(faults_in(with("/questions/0/levels/1/evidence", "There are none.")),
              ElementsAre(HasSubstr("another than at questions[0].levels[0].evidence")));
  EXPECT_THAT(faults_in(with("/questions/0/levels/1/name", "No")),
              ElementsAre(HasSubstr("another than at questions[0].levels[0].name")));
}

TEST(AQuestionSet, HasSixHundredQuestionsAtMost) {
  EXPECT_THAT(faults_in(a_set_of(600, 2)), IsEmpty());
  EXPECT_THAT(faults_in(a_set_of(601, 2)),
              ElementsAre(StartsWith("questions: expected at most 600 questions, not 601")));
  EXPECT_THAT(faults_in(a_set_of(0, 2)), ElementsAre("questions: expected at least one question"));
}

TEST(AQuestionSet, HasFourThousandAnswersAtMost) {
  EXPECT_THAT(faults_in(a_set_of(400, 10)), IsEmpty());
  EXPECT_THAT(faults_in(a_set_of(401, 10)), ElementsAre(HasSubstr("at most 4000 answers together, not 4010")));
}

TEST(AQuestionSet, LetsOneChooseNoMoreThanThereIs) {
  EXPECT_THAT(faults_in(with("/questions/0/choose/max", 2)), IsEmpty());
  EXPECT_THAT(faults_in(with("/questions/0/choose/max", 3)),
              ElementsAre(HasSubstr("choose.max: expected at most as many")));
  EXPECT_THAT(faults_in(with("/questions/0/choose/max", 0)), ElementsAre(HasSubstr("choose.max: expected at least 1")));
  EXPECT_THAT(faults_in(with("/questions/2/choose/max", 100)), IsEmpty());
  EXPECT_THAT(faults_in(with("/questions/2/choose/max", 101)),
              ElementsAre(HasSubstr("choose.max: expected at most 100")));
}

TEST(AQuestionSet, LetsEachQuestionBeSkipped) {
  EXPECT_THAT(faults_in(with("/questions/0/choose/min", 1)),
              ElementsAre("questions[0].choose.min: expected 0, so that each may skip the question"));
}

TEST(AQuestionSet, TakesAnswersFromAListOrItsOwn) {
  EXPECT_THAT(faults_in(with("/questions/0/from", "techniques")),
              ElementsAre(StartsWith("questions[0].levels: expected none")));
  EXPECT_THAT(faults_in(with("/questions/2/from", "countries")),
              ElementsAre("questions[2].from: expected one of: techniques"));
  EXPECT_THAT(faults_in(without("/questions/2", "from")),
              Contains("questions[2].levels: expected 2 to 25 levels, not 0"));
}

TEST(AQuestionSet, HasTextsOfBoundedLength) {
  const std::string name(200, 'n'), sentence(600, 's'), note(1'500, 'r');
  const auto bounded = [](const char* pointer, const std::string& longest) {
    EXPECT_THAT(faults_in(with(pointer, longest)), IsEmpty()) << pointer;
    const auto size = std::to_string(longest.size());
    EXPECT_THAT(faults_in(with(pointer, longest + "x")), ElementsAre(HasSubstr("expected at most " + size + " bytes")))
        << pointer;
  };
  for (const auto* pointer : {"/title", "/groups/0/name", "/questions/0/name", "/questions/0/levels/0/name"})
    bounded(pointer, name);
  for (const auto* pointer : {"/groups/1/text", "/questions/0/text", "/questions/0/levels/0/evidence"})
    bounded(pointer, sentence);
  for (const auto* pointer : {"/rights", "/credit"}) bounded(pointer, note);
}

TEST(AQuestionSet, HasIdsOfPlainLetters) {
  const std::string longest(64, 'i');
  for (const std::string& fine : {std::string{"a"}, std::string{"GV.OC-01"}, std::string{"1.A"}, longest})
    EXPECT_THAT(faults_in(with("/questions/0/id", fine)), IsEmpty()) << fine;
  for (const std::string& odd :
       {std::string{""}, std::string{"a b"}, std::string{"-a"}, std::string{".a"}, std::string{"a/b"},
        std::string{"a_b"}, std::string{"\xC3\xA9"}, std::string{"a\n"}, longest + "i"}) {
    EXPECT_THAT(faults_in(with("/questions/0/id", odd)),
                ElementsAre(StartsWith("questions[0].id: expected 1 to 64 letters")))
        << odd;
    EXPECT_THAT(faults_in(with("/id", odd)), ElementsAre(StartsWith("id: expected 1 to 64 letters"))) << odd;
    EXPECT_THAT(faults_in(with("/groups/4/id", odd)), Contains(StartsWith("groups[4].id: expected 1 to 64 letters")))
        << odd;
  }
}

TEST(AQuestionSet, HoldsNothingThatATerminalObeysOrThatTurnsTextRound) {
  for (const auto* odd : {"a\x1B[2J", "a\nb", "a\x7F", "a\xC2\x9B", "a\xE2\x80\xAE", "a\xE2\x81\xA6", "a\xE2\x80\xA8"})
    EXPECT_THAT(faults_in(with("/questions/0/text", odd)),
                ElementsAre("questions[0].text: expected one line without control characters"));
  for (const auto* fine : {"a \xC2\xA0 b", "l\xE2\x80\x99\xC3\xA9t\xC3\xA9", "\xE2\x80\x94", "\xE2\x81\x84"})
    EXPECT_THAT(faults_in(with("/questions/0/text", fine)), IsEmpty()) << fine;
  json set = a_set();
  set["a\x1B[2J"] = 1;
  EXPECT_THAT(faults_in(set), ElementsAre("a?[2J: expected no such key here"));
}

TEST(AQuestionSet, HasNoMembersThatNobodyKnows) {
  EXPECT_THAT(faults_in(with("/owner", "x")), ElementsAre("owner: expected no such key here"));
  EXPECT_THAT(faults_in(with("/questions/1/weight", 2)), ElementsAre("questions[1].weight: expected no such key here"));
  EXPECT_THAT(faults_in(with("/questions/0/levels/0/score", 2)),
              ElementsAre("questions[0].levels[0].score: expected no such key here"));
}

TEST(AQuestionSet, IsInEnglishAndHasAVersion) {
  EXPECT_THAT(faults_in(with("/language", "fr")), ElementsAre(StartsWith("language: expected \"en\"")));
  EXPECT_THAT(faults_in(with("/rhythm", "quarterly")), ElementsAre(StartsWith("rhythm: expected \"yearly\"")));
  EXPECT_THAT(faults_in(with("/rhythm", "daily")), ElementsAre(StartsWith("rhythm: expected")));
  EXPECT_THAT(faults_in(with("/version", 0)), ElementsAre(StartsWith("version: expected a number from 1")));
}

TEST(AQuestionSet, AsksEachOutermostGroupInOneOfFourQuarters) {
  EXPECT_THAT(faults_in(with("/quarters/3", json::array({"GV"}))),
              ElementsAre("quarters[3][0]: expected another than at quarters[0][0]: each once",
                          "quarters: expected each outermost group once; DE is missing"));
  EXPECT_THAT(faults_in(with("/quarters/3/0", "GV.A")),
              ElementsAre("quarters[3][0]: expected the id of a group that is in no other",
                          "quarters: expected each outermost group once; DE is missing"));
  EXPECT_THAT(faults_in(with("/quarters", {{"GV", "ID"}, {"PR"}, {"DE"}})),
              ElementsAre("quarters: expected 4 lists, not 3"));
  EXPECT_THAT(faults_in(with("/quarters", {{"GV", "ID"}, {"PR"}, {"DE"}, json::array()})),
              ElementsAre("quarters[3]: expected at least one group"));
}

TEST(AQuestionSet, IsToldAllItsFaultsAtOnce) {
  json set = a_set();
  set["title"] = "";
  set["questions"][0]["id"] = "a b";
  set["questions"][1]["group"] = "RS";
  EXPECT_THAT(faults_in(set),
              ElementsAre(StartsWith("title:"), StartsWith("questions[0].id:"), StartsWith("questions[1].group:")));
}

TEST(AQuestionSet, OfWhatIsNoJsonOrTooLargeIsRefused) {
  const auto refusal = [](const std::string& text) {
    return std::get<std::vector<BadInput>>(read_question_set(text)).at(0).expected;
  };
  EXPECT_THAT(refusal(""), StartsWith("JSON"));
  EXPECT_THAT(refusal("[1]"), HasSubstr("an object"));
  EXPECT_THAT(refusal(R"({"id":"a","id":"a"})"), HasSubstr("each key once"));
  EXPECT_THAT(refusal(a_set().dump() + std::string(largest_set, ' ')), HasSubstr("divide it into several"));
}

}  // namespace
}  // namespace ccop::exposure
