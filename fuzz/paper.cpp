// Papers of rounds: a paper, whose JSON is read to the same paper again, or faults, never anything else.
#include "exposure/paper.hpp"

#include "base/codec.hpp"
#include "exposure/shipped.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::exposure;
  static const std::vector<QuestionSet> sets = shipped_sets();
  const auto read = read_paper(ccop::text_of({data, size}));
  if (const auto* faults = std::get_if<std::vector<ccop::BadInput>>(&read)) {
    if (faults->empty()) std::abort();
    return 0;
  }
  const auto& paper = std::get<Paper>(read);
  const auto again = read_paper(ccop::to_json(paper));
  if (!std::holds_alternative<Paper>(again) || ccop::to_json(std::get<Paper>(again)) != ccop::to_json(paper))
    std::abort();
  std::vector<Asked> asked;
  for (const QuestionSet& set : sets) asked.push_back({&set, {}});
  const auto made = ballot_questions(paper, asked);
  if (const auto* faults = std::get_if<std::vector<ccop::BadInput>>(&made); faults != nullptr && faults->empty())
    std::abort();
  return 0;
}
