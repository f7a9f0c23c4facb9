#include "exposure/shipped.hpp"

#include <stdexcept>

namespace ccop::exposure {

std::vector<QuestionSet> shipped_sets() {
  std::vector<QuestionSet> sets;
  for (const std::string_view text : shipped_texts()) {
    auto read = read_question_set(text);
    if (const auto* faults = std::get_if<std::vector<BadInput>>(&read))
      throw std::logic_error(std::string{"a question set of the program is not in order: "} + faults->front().what());
    sets.push_back(std::get<QuestionSet>(std::move(read)));
  }
  return sets;
}

}  // namespace ccop::exposure
