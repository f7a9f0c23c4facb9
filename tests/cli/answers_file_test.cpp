// Answers to a round in a file, made into the choices of its ballot, and what does not fit.
#include "cli/answers_file.hpp"

#include "exposure/paper.hpp"
#include "exposure/shipped.hpp"

#include <gmock/gmock.h>

namespace ccop::cli {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// The ballot of movement and events, of which two questions are counted together.
ballot::Election the_round() {
  exposure::Paper paper{"Spring", {"T1566", "T1190"}, {{"availability", "loss"}}};
  std::vector<exposure::QuestionSet> sets = exposure::shipped_sets();
  std::vector<exposure::Asked> asked;
  for (const exposure::QuestionSet& set : sets)
    if (set.rhythm == exposure::Rhythm::quarterly) asked.push_back({&set, {}});
  ballot::Election election;
  election.uuid = "ABCDEFGHJKLMNP";
  const auto made = exposure::ballot_questions(paper, asked);
  for (const auto& question : std::get<std::vector<exposure::BallotQuestion>>(made))
    election.questions.push_back({question.answers, {}, 0, question.max, question.text});
  return election;
}

std::string file_with(const std::string& answers, const std::string& election = "ABCDEFGHJKLMNP") {
  return R"({"format":"ccop-answers-v1","election":")" + election + R"(","answers":)" + answers + "}";
}

/// The names that are chosen in the ballot's question that begins so.
std::vector<std::string> chosen(const std::string& answers, std::string_view question) {
  const ballot::Election election = the_round();
  const auto choices = choices_of_answers(election, file_with(answers));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < choices.size(); ++i)
    for (std::size_t j = 0; j < choices[i].size(); ++j)
      if (choices[i][j] && election.questions[i].question.starts_with(question))
        names.push_back(election.questions[i].answers[j]);
  return names;
}

std::string refused(const std::string& file) {
  try {
    (void)choices_of_answers(the_round(), file);
  } catch (const BadInput& bad) {
    return bad.what();
  }
  return "";
}

TEST(AnswersInAFile, AreChosenByTheirNames) {
  EXPECT_THAT(chosen(R"({"movement/GV":["Better"]})", "GV: "), ElementsAre("Better"));
  EXPECT_THAT(chosen(R"({"events-of-the-quarter/techniques":["T1190","T1566"]})", "techniques: "),
              ElementsAre("T1566", "T1190"));
}

TEST(AnswersInAFile, AreSkippedWhereNoneAreThere) {
  for (const auto& question : choices_of_answers(the_round(), file_with("{}"))) EXPECT_THAT(question, Each(false));
  EXPECT_THAT(chosen(R"({"movement/GV":[]})", "GV: "), ElementsAre());
}

TEST(AnswersInAFile, ToTwoQuestionsThatAreCountedTogetherAreOneChoice) {
  EXPECT_THAT(chosen(R"({"events-of-the-quarter/availability":["Minor"],"events-of-the-quarter/loss":["None"]})",
                     "availability and loss: "),
              ElementsAre("Minor | None"));
  EXPECT_THAT(chosen(R"({"events-of-the-quarter/availability":["Minor"]})", "availability and loss: "), ElementsAre());
}

TEST(AnswersInAFile, ThatDoNotFitAreAllNamed) {
  EXPECT_THAT(refused(file_with(R"({"movement/GV":["Best"],"nist-csf-2.0/GV.OC-01":["Begun"]})")),
              AllOf(HasSubstr("movement/GV: \"Best\" is none of its answers"),
                    HasSubstr("nist-csf-2.0/GV.OC-01: this ballot does not ask it")));
  EXPECT_THAT(refused(file_with(R"({"movement/GV":["Better","Same"]})")), HasSubstr("at most 1 of its answers"));
  EXPECT_THAT(refused(file_with(R"({"events-of-the-quarter/techniques":["T1566","T1566"]})")),
              HasSubstr("stands there twice"));
  EXPECT_THAT(refused(file_with(R"({"movement/GV":["Same"],"another/GV":["Same"]})")),
              HasSubstr("another set's question has the same id"));
  EXPECT_THAT(
      refused(file_with(R"({"events-of-the-quarter/availability":["Huge"],"events-of-the-quarter/loss":["None"]})")),
      HasSubstr("none of the answers to both"));
}

TEST(AnswersInAFile, AreOfThisRoundAndNoOtherFile) {
  EXPECT_THAT(refused(file_with("{}", "ZYXWVUTSRQPNML")), HasSubstr("answers to another round"));
  EXPECT_THAT(refused(R"({"format":"another"})"), HasSubstr("ccop-answers-v1"));
  for (const std::string text : {"", "no JSON", "[]", R"({"format":"ccop-answers-v1","election":"ABCDEFGHJKLMNP"})"})
    EXPECT_NE(refused(text), "") << text;
  EXPECT_NE(refused(file_with(R"({"movement/GV":"Better"})")), "");
}

}  // namespace
}  // namespace ccop::cli
