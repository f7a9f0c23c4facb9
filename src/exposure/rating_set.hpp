// The question set by which Members rate the risks of the register (clause 2.5): of each risk one question, of which an
// answer is a band of frequency together with a band of impact, so that its totals are the risk's heat map. It is
// proposed and adopted as any other set; the page makes the same (web/src/chapters/risks/ratingSet.ts).
#pragma once

#include "exposure/question_set.hpp"

#include <span>

namespace ccop::exposure {

/// By which its versions are known from all other sets.
constexpr std::string_view rating_set_id = "risks";

struct RiskToRate {
  std::uint32_t number{};  ///< in the register, from 1
  std::string title;
};

/// The charter's: each a name and what it is, as "Rare: less than once in 10 years", from the least.
struct RatingBands {
  std::span<const std::string> frequency;
  std::span<const std::string> impact;
};

/// Levels run through all impacts of the rarest, then of the next.
[[nodiscard]] QuestionSet rating_set(std::uint32_t version, std::string_view community,
                                     std::span<const RiskToRate> risks, const RatingBands& bands);

/// "RISK-7": the question of a risk, in every version.
[[nodiscard]] std::string rating_question(std::uint32_t number);

}  // namespace ccop::exposure
