#include "simulation/answers.hpp"

#include "exposure/rating_set.hpp"
#include "simulation/sample_risks.hpp"
#include "simulation/simulation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace ccop::simulation {
namespace {

using exposure::Question;
using exposure::QuestionSet;
using Chosen = std::vector<bool>;

/// A question of a state is harder to be good at by so much, of a hundred.
std::uint64_t difficulty_of(const Question& question) {
  constexpr std::array difficulties{0u, 6u, 14u, 28u};
  std::uint64_t sum = 0;
  for (const char c : question.id) sum += static_cast<unsigned char>(c);
  return difficulties[sum % difficulties.size()];
}

/// What belongs to one seat at one asking.
class Answering {
 public:
  Answering(community::OrganizationId seat, std::uint32_t mood)
      : chance_(1000 * (1 + std::uint64_t{seat.value}) + mood) {
    Chance of_seat{seat.value};
    maturity_ = 10 + of_seat.below(45) + of_seat.below(45);
    skips_ = of_seat.percent(15) ? 30 : 3;
    trouble_ = chance_.below(70) + (100 - maturity_) / 3;
  }

  [[nodiscard]] Chosen answer(const QuestionSet& set, const Question& question, std::size_t answers) {
    Chosen chosen(answers);
    if (chance_.percent(skips_)) return chosen;
    if (set.id == exposure::rating_set_id)
      chosen[rating_of(question)] = true;
    else if (question.choose.max > 1)
      choose_several(chosen, question.choose.max);
    else if (set.rhythm == exposure::Rhythm::yearly)
      chosen[state_of(question, answers)] = true;
    else
      chosen[set.id == "movement" ? movement() : severity(answers)] = true;
    return chosen;
  }

 private:
  [[nodiscard]] std::size_t state_of(const Question& question, std::size_t levels) {
    const std::uint64_t reached = maturity_ + chance_.below(40);
    const std::uint64_t left_undone = 14 + difficulty_of(question);
    return std::min<std::size_t>(levels - 1, reached < left_undone ? 0 : (reached - left_undone) * levels / 100);
  }
  /// Worse, the same or better.
  [[nodiscard]] std::size_t movement() {
    const std::uint64_t drawn = chance_.below(100);
    return drawn < trouble_ / 5 ? 0 : drawn < 70 ? 1 : 2;
  }
  /// Most see a risk about alike: its bands, or those beside them.
  [[nodiscard]] std::size_t rating_of(const Question& question) {
    constexpr std::uint64_t bands = 5;
    const auto number = std::stoul(question.id.substr(exposure::rating_question({}).size() - 1));
    const SampleRisk& sample = sample_risks[(number - 1) % sample_risks.size()];
    const auto near = [&](std::uint64_t band) {
      return std::clamp<std::uint64_t>(band + chance_.below(3), 2, bands + 1) - 2;
    };
    const std::uint64_t frequency = near(sample.bands[0]);
    return frequency * bands + near(sample.bands[1]);
  }
  /// In half of all quarters nothing.
  [[nodiscard]] std::size_t severity(std::size_t levels) {
    constexpr std::uint64_t quiet = 65;
    const std::uint64_t felt = trouble_ + chance_.below(30);
    if (felt < quiet) return 0;
    return std::min<std::size_t>(levels - 1, 1 + (felt - quiet) * (levels - 1) / 70);
  }
  /// Lists begin with what is commonest.
  void choose_several(Chosen& chosen, std::uint32_t most) {
    const std::uint64_t count = std::min<std::uint64_t>(most, chance_.below(2 + trouble_ * chosen.size() / 200));
    for (std::uint64_t i = 0; i < count; ++i)
      chosen[std::min(chance_.below(chosen.size()), chance_.below(chosen.size()))] = true;
  }

  Chance chance_;
  std::uint64_t maturity_{};  ///< of a hundred
  std::uint64_t trouble_{};   ///< how bad the quarter was, of about a hundred
  unsigned skips_{};          ///< of a hundred questions
};

/// One answer for two questions; none where either was skipped.
Chosen both(const Chosen& first, const Chosen& second) {
  Chosen chosen;
  for (const bool one : first)
    for (const bool other : second) chosen.push_back(one && other);
  return chosen;
}

}  // namespace

ballot::Choices answers_of(community::OrganizationId seat, std::uint32_t mood, const host::RoundPaper& paper) {
  Answering answering{seat, mood};
  std::map<std::string, Chosen> by_id;
  for (const exposure::Asked& asked : paper.asked())
    for (const Question* question : exposure::questions_of(asked)) {
      const std::size_t answers = question->from ? paper.paper.techniques.size() : question->levels.size();
      by_id.emplace(question->id, answering.answer(*asked.set, *question, answers));
    }
  ballot::Choices choices;
  for (const exposure::BallotQuestion& question : paper.questions()) {
    const Chosen& first = by_id.at(question.ids.front());
    choices.push_back(question.ids.size() == 1 ? first : both(first, by_id.at(question.ids.back())));
  }
  return choices;
}

}  // namespace ccop::simulation
