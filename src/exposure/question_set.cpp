#include "exposure/question_set.hpp"

#include "base/codec.hpp"
#include "exposure/faults.hpp"

#include <algorithm>

namespace ccop::exposure {

std::variant<QuestionSet, std::vector<BadInput>> read_question_set(std::string_view json) {
  if (json.size() > largest_set)
    return std::vector{BadInput{"", "at most " + std::to_string(largest_set) + " bytes; divide it into several sets"}};
  try {
    auto set = from_json<QuestionSet>(json);
    auto faults = faults_of(set);
    if (!faults.empty()) return faults;
    return set;
  } catch (const BadInput& bad) {
    return std::vector{BadInput{printable(bad.path), bad.expected}};
  }
}

std::size_t answers_in(const QuestionSet& set) {
  std::size_t answers = 0;
  for (const Question& question : set.questions) answers += question.levels.size();
  return answers;
}

std::string_view outermost(const QuestionSet& set, std::string_view group) {
  const auto found = std::ranges::find(set.groups, group, &Group::id);
  return found != set.groups.end() && found->in ? std::string_view{*found->in} : group;
}

std::vector<std::vector<const Question*>> questions_by_quarter(const QuestionSet& set) {
  std::vector<std::vector<const Question*>> asked;
  if (!set.quarters) return asked;
  for (const auto& groups : *set.quarters) {
    auto& quarter = asked.emplace_back();
    for (const Question& question : set.questions)
      if (std::ranges::find(groups, outermost(set, question.group)) != groups.end()) quarter.push_back(&question);
  }
  return asked;
}

Hash fingerprint(const QuestionSet& set) {
  return sha256(bytes_of("ccop: the questions of a round of exposure, 1\n"), bytes_of(to_json(set)));
}

}  // namespace ccop::exposure
