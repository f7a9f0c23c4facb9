#include "exposure/rating_set.hpp"

namespace ccop::exposure {
namespace {

std::string name_of(const std::string& band) {
  return band.substr(0, band.find(": "));
}

std::vector<Level> levels_of(const RatingBands& bands) {
  std::vector<Level> levels;
  for (const std::string& frequency : bands.frequency)
    for (const std::string& impact : bands.impact)
      levels.push_back({name_of(frequency) + " | " + name_of(impact), frequency + ". " + impact + "."});
  return levels;
}

}  // namespace

std::string rating_question(std::uint32_t number) {
  return "RISK-" + std::to_string(number);
}

QuestionSet rating_set(std::uint32_t version, std::string_view community, std::span<const RiskToRate> risks,
                       const RatingBands& bands) {
  QuestionSet set{.id = std::string{rating_set_id},
                  .version = version,
                  .rhythm = Rhythm::yearly,
                  .language = "en",
                  .title = "How often, and how bad: the risks of the register",
                  .rights = "The texts are the community's own.",
                  .credit = std::string{community},
                  .groups = {{"risks", "Risks of the register", {}, {}}},
                  .questions = {},
                  .quarters = {}};
  for (const RiskToRate& risk : risks)
    set.questions.push_back({rating_question(risk.number), "risks", {}, risk.title, {0, 1}, levels_of(bands), {}, {}});
  return set;
}

}  // namespace ccop::exposure
