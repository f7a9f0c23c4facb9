#include "exposure/organizations.hpp"

#include <algorithm>
#include <cmath>

namespace ccop::exposure::guessing {
namespace {

constexpr double like_its_kind = 0.5;

/// The library's distributions draw other numbers elsewhere.
double between_0_and_1(Random& random) {
  return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// A mixture of levels (Dirichlet, all parameters the evenness). An organization draws half of its answers from all of
/// it, and half from the third of it that its kind is, from the lowest level up.
ByKind draw_question(int evenness, Random& random) {
  Chances of_all{};
  double sum = 0;
  for (double& chance : of_all) {
    for (int i = 0; i < evenness; ++i) chance -= std::log(1 - between_0_and_1(random));
    sum += chance;
  }
  ByKind by_kind{};
  double from = 0;
  for (std::size_t level = 0; level < levels; ++level) {
    const double of_level = of_all[level] / sum;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      const double begins = static_cast<double>(kind) / kinds;
      const double shared = std::min(from + of_level, begins + 1.0 / kinds) - std::max(from, begins);
      by_kind[kind][level] = (1 - like_its_kind) * of_level + like_its_kind * kinds * std::max(shared, 0.0);
    }
    from += of_level;
  }
  return by_kind;
}

std::size_t draw_answer(const Chances& chances, Random& random) {
  double left = between_0_and_1(random);
  std::size_t level = 0;
  while (level + 1 < levels && left >= chances[level]) left -= chances[level++];
  return level;
}

}  // namespace

Organizations::Organizations(int count, int evenness, Random& random) : random_(random) {
  for (std::size_t i = 0; i < questions; ++i) chances_.push_back(draw_question(evenness, random));
  for (int i = 0; i < count; ++i) {
    const auto kind = static_cast<std::size_t>(between_0_and_1(random) * kinds);
    Answers& answers = answers_.emplace_back();
    for (std::size_t q = 0; q < questions; ++q) answers[q] = draw_answer(chances_[q][kind], random);
  }
}

void Organizations::pass_a_year(double change) {
  for (Answers& answers : answers_)
    for (std::size_t& level : answers) {
      const double drawn = between_0_and_1(random_);
      if (drawn >= change) continue;
      if (drawn < rising(level, change))
        ++level;
      else
        --level;
    }
  for (ByKind& question : chances_)
    for (Chances& of_kind : question) of_kind = moved(of_kind, change);
}

Round Organizations::ask(int from, int to) const {
  Round round{{answers_.begin() + from, answers_.begin() + to}, std::vector<Histogram>(questions)};
  for (const Answers& answers : round.answers)
    for (std::size_t q = 0; q < questions; ++q) ++round.counts[q][answers[q]];
  return round;
}

}  // namespace ccop::exposure::guessing
