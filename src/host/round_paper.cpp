#include "host/round_paper.hpp"

namespace ccop::host {
namespace {

/// What was read, or the first of what is wrong.
template <class T>
T sound(std::variant<T, std::vector<BadInput>> read) {
  if (const auto* faults = std::get_if<std::vector<BadInput>>(&read)) throw faults->front();
  return std::get<T>(std::move(read));
}

}  // namespace

std::vector<exposure::Asked> RoundPaper::asked() const {
  std::vector<exposure::Asked> all;
  all.reserve(sets.size());
  for (std::size_t i = 0; i < sets.size(); ++i) all.push_back({&sets[i], parts[i]});
  return all;
}

std::vector<exposure::BallotQuestion> RoundPaper::questions() const {
  return sound(exposure::ballot_questions(paper, asked()));
}

RoundPaper read_round(const ElectionFacts::Round& round, const Texts& texts) {
  return read_round(text_in(texts, round.paper), round.asks, texts);
}

RoundPaper read_round(std::string_view paper, const std::vector<ElectionFacts::Asked>& asks, const Texts& texts) {
  RoundPaper read{sound(exposure::read_paper(paper)), {}, {}};
  for (const ElectionFacts::Asked& asked : asks) {
    read.sets.push_back(sound(exposure::read_question_set(text_in(texts, asked.questions))));
    read.parts.push_back(asked.part);
  }
  return read;
}

}  // namespace ccop::host
