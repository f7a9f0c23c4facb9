// Question sets: a set, whose JSON is read to the same set again, or faults, never anything else.
#include "base/codec.hpp"
#include "exposure/question_set.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::exposure;
  const auto read = read_question_set(ccop::text_of({data, size}));
  if (const auto* faults = std::get_if<std::vector<ccop::BadInput>>(&read)) {
    if (faults->empty()) std::abort();
    return 0;
  }
  const auto& set = std::get<QuestionSet>(read);
  const auto again = read_question_set(ccop::to_json(set));
  if (!std::holds_alternative<QuestionSet>(again) || fingerprint(std::get<QuestionSet>(again)) != fingerprint(set))
    std::abort();
  for (const auto& quarter : questions_by_quarter(set))
    if (quarter.size() > set.questions.size()) std::abort();
  return 0;
}
