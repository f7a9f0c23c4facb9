// What `ccop questions` prints, and what it says of a set that isn't in order.
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <fstream>

namespace ccop::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

/// What the program says, with its exit status.
std::pair<std::string, int> said_by_questions(const std::string& arguments) {
  const std::string command = std::string{CCOP_PROGRAM} + " questions " + arguments + " 2>&1";
  std::FILE* const pipe = popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> piece{};
  while (std::fgets(piece.data(), piece.size(), pipe) != nullptr) text += piece.data();
  return {text, WEXITSTATUS(pclose(pipe))};
}

std::string shipped_file(const std::string& name) {
  return std::string{CCOP_SOURCE_DIR} + "/questions/" + name + ".en.json";
}

TEST(TheQuestionsCommand, ListsTheSetsThatComeWithTheProgram) {
  const auto [said, status] = said_by_questions("");
  EXPECT_EQ(status, 0);
  EXPECT_THAT(said, AllOf(HasSubstr("nist-csf-2.0  version 1, 106 questions, 530 answers\n  fingerprint "),
                          HasSubstr("cisa-cpg-2.0  version 1, 34 questions, 102 answers\n"),
                          HasSubstr("events-of-the-quarter  version 1, 8 questions, 36 answers\n"),
                          HasSubstr("movement  version 1, 6 questions, 18 answers\n")));
}

TEST(TheQuestionsCommand, SaysTheSameOfAFileInOrder) {
  const auto [listed, listing] = said_by_questions("");
  const auto [said, status] = said_by_questions(shipped_file("nist-csf-2.0"));
  EXPECT_EQ(status, 0);
  EXPECT_THAT(said, HasSubstr("106 questions"));
  EXPECT_THAT(listed, HasSubstr(said.substr(0, said.find("  none says"))));
}

TEST(TheQuestionsCommand, NamesTheQuestionsThatAreMarkedAsDescribingOrSaysThatNoneIs) {
  const ccop::testing::TemporaryFolder folder;
  EXPECT_THAT(said_by_questions(shipped_file("movement")).first,
              HasSubstr("none says of itself (\"describes\") that it says what an organization is"));
  EXPECT_THAT(said_by_questions("--show movement").first, HasSubstr("none says of itself"));
  std::ifstream in{shipped_file("movement")};
  auto set = nlohmann::json::parse(in);
  for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) set["questions"][i]["describes"] = true;
  set["questions"][1]["describes"] = false;
  const std::string file = folder.file("marked.json");
  std::ofstream{file} << set;
  EXPECT_THAT(said_by_questions(file),
              Pair(HasSubstr("says what an organization is, and is never counted together with another: GV, PR\n"), 0));
}

TEST(TheQuestionsCommand, NamesEveryFaultWithItsPlace) {
  ccop::testing::TemporaryFolder folder;
  std::ifstream in{shipped_file("movement")};
  auto set = nlohmann::json::parse(in);
  set["questions"][1]["id"] = "GV";
  set["questions"][2]["levels"][0]["evidence"] = "";
  const std::string file = folder.file("faulty.json");
  std::ofstream{file} << set;
  const auto [said, status] = said_by_questions(file);
  EXPECT_EQ(status, 1);
  EXPECT_THAT(said, AllOf(HasSubstr(file + ": questions[1].id: expected another than at questions[0].id"),
                          HasSubstr(file + ": questions[2].levels[0].evidence: expected a text"),
                          Not(HasSubstr("fingerprint"))));
}

TEST(TheQuestionsCommand, SaysWhatIsNoFileOfASet) {
  ccop::testing::TemporaryFolder folder;
  EXPECT_THAT(said_by_questions(folder.file("none.json")), Pair(HasSubstr("can't read"), 1));
  std::ofstream{folder.file("text")} << "no JSON";
  EXPECT_THAT(said_by_questions(folder.file("text")), Pair(HasSubstr("the file: expected JSON"), 1));
  std::ofstream{folder.file("large")} << std::string(std::size_t{5} << 20, ' ');
  EXPECT_THAT(said_by_questions(folder.file("large")), Pair(HasSubstr("divide it into several"), 1));
}

TEST(TheQuestionsCommand, PrintsASetToBeRead) {
  const auto [said, status] = said_by_questions("--show nist-csf-2.0");
  EXPECT_EQ(status, 0);
  EXPECT_THAT(said, AllOf(HasSubstr("NIST CSWP 29"), HasSubstr("GV.SC  Cybersecurity Supply Chain Risk Management"),
                          HasSubstr("  GV.SC-04  Suppliers are known and prioritized by criticality\n    Absent: "),
                          HasSubstr("quarter 2: 29 questions (ID, RC)")));
  EXPECT_THAT(
      said_by_questions("--show events-of-the-quarter").first,
      AllOf(HasSubstr("(up to 8 of these)"), HasSubstr("of the list of techniques that a round is called with")));
}

TEST(TheQuestionsCommand, NamesTheSetsThereAreWhereOneIsNot) {
  EXPECT_THAT(said_by_questions("--show nist"),
              Pair(AllOf(HasSubstr("choose one of: "), HasSubstr("nist-csf-2.0")), 1));
  EXPECT_EQ(said_by_questions("--show movement " + shipped_file("movement")).second, 2);
}

}  // namespace
}  // namespace ccop::cli
