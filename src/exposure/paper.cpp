#include "exposure/paper.hpp"

#include "base/codec.hpp"
#include "exposure/faults.hpp"

#include <algorithm>
#include <map>

namespace ccop::exposure {
namespace {

constexpr std::size_t largest_paper = std::size_t{64} << 10;
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_technique = 20;

bool is_technique(std::string_view text) {
  return !text.empty() && text.size() <= longest_technique &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'; });
}

std::vector<BadInput> faults_of(const Paper& paper) {
  std::vector<BadInput> faults;
  if (paper.title.empty() || paper.title.size() > longest_title || !is_plain(paper.title))
    faults.emplace_back("title", "a title of one line, of at most " + std::to_string(longest_title) + " bytes");
  if (paper.techniques.size() > most_techniques)
    faults.emplace_back("techniques", "at most " + std::to_string(most_techniques));
  auto sorted = paper.techniques;
  std::ranges::sort(sorted);
  if (!std::ranges::all_of(sorted, is_technique) || std::ranges::adjacent_find(sorted) != sorted.end())
    faults.emplace_back("techniques", "ids such as T1566.001, each once");
  if (paper.joint.size() > most_joint) faults.emplace_back("joint", "at most " + std::to_string(most_joint) + " pairs");
  return faults;
}

/// Of all sets: where a question's id stands first.
using ById = std::map<std::string, const Question*, std::less<>>;

BallotQuestion on_ballot(const Question& question, const Paper& paper) {
  BallotQuestion made{{question.id}, question.id + ": " + question.text, {}, question.choose.max};
  for (const Level& level : question.levels) made.answers.push_back(level.name);
  if (question.from) made.answers = paper.techniques;
  made.max = std::min(made.max, static_cast<std::uint32_t>(made.answers.size()));
  return made;
}

BallotQuestion together(const Question& first, const Question& second) {
  BallotQuestion made{
      {first.id, second.id}, first.id + " and " + second.id + ": " + first.text + " | " + second.text, {}, 1};
  for (const Level& one : first.levels)
    for (const Level& other : second.levels) made.answers.push_back(one.name + " | " + other.name);
  return made;
}

/// Why these two are not answered together; empty where they are.
std::string unfit(const ById& all, const Joint& pair) {
  const auto first = all.find(pair.first), second = all.find(pair.second);
  if (first == all.end() || second == all.end() || first == second) return "two questions that the round asks";
  for (const Question* one : {first->second, second->second})
    if (one->choose.max != 1 || one->from) return "questions of which one chooses one answer";
  for (const Question* one : {first->second, second->second})
    if (one->describes.value_or(false))
      return "questions of how an organization stands; " + one->id + " says what it is";
  if (first->second->levels.size() * second->second->levels.size() > most_joint_cells)
    return "at most " + std::to_string(most_joint_cells) + " answers together";
  return {};
}

}  // namespace

std::variant<Paper, std::vector<BadInput>> read_paper(std::string_view json) {
  if (json.size() > largest_paper)
    return std::vector{BadInput{"", "at most " + std::to_string(largest_paper) + " bytes"}};
  try {
    auto paper = from_json<Paper>(json);
    auto faults = faults_of(paper);
    if (!faults.empty()) return faults;
    return paper;
  } catch (const BadInput& bad) {
    return std::vector{BadInput{printable(bad.path), bad.expected}};
  }
}

std::vector<const Question*> questions_of(const Asked& asked) {
  if (asked.part) return questions_by_quarter(*asked.set).at(*asked.part - 1);
  std::vector<const Question*> all;
  all.reserve(asked.set->questions.size());
  for (const Question& question : asked.set->questions) all.push_back(&question);
  return all;
}

std::variant<std::vector<BallotQuestion>, std::vector<BadInput>> ballot_questions(const Paper& paper,
                                                                                  std::span<const Asked> asked) {
  std::vector<BadInput> faults;
  std::vector<const Question*> all;
  ById by_id;
  for (const Asked& one : asked)
    for (const Question* question : questions_of(one)) {
      all.push_back(question);
      if (!by_id.emplace(question->id, question).second)
        faults.emplace_back("questions", "each once; " + question->id + " is in two of the sets");
      if (question->from && paper.techniques.empty())
        faults.emplace_back("techniques", "a list, for " + question->id + " asks for some of it");
    }
  std::map<std::string, std::size_t, std::less<>> paired;
  for (std::size_t i = 0; i < paper.joint.size(); ++i) {
    const Joint& pair = paper.joint[i];
    std::string why = unfit(by_id, pair);
    if (why.empty() && (paired.contains(pair.first) || paired.contains(pair.second))) why = "each question in one pair";
    if (!why.empty()) faults.emplace_back("joint[" + std::to_string(i) + "]", why);
    paired.emplace(pair.first, i);
    paired.emplace(pair.second, i);
  }
  if (!faults.empty()) return faults;

  std::vector<BallotQuestion> made;
  std::size_t answers = 0;
  for (const Question* question : all)
    if (!paired.contains(question->id)) made.push_back(on_ballot(*question, paper));
  for (const Joint& pair : paper.joint) made.push_back(together(*by_id.at(pair.first), *by_id.at(pair.second)));
  for (const BallotQuestion& question : made) answers += question.answers.size();
  if (made.size() > most_questions || answers > most_on_ballot)
    return std::vector{BadInput{"questions", "at most " + std::to_string(most_questions) + " questions and " +
                                                 std::to_string(most_on_ballot) + " answers"}};
  return made;
}

}  // namespace ccop::exposure
