// The paper and the question sets of a round, read from the contents that the record names.
#pragma once

#include "exposure/paper.hpp"
#include "host/elections.hpp"

namespace ccop::host {

struct RoundPaper {
  exposure::Paper paper;
  std::vector<exposure::QuestionSet> sets;
  std::vector<std::optional<std::uint32_t>> parts;  ///< of each set, which is asked

  [[nodiscard]] std::vector<exposure::Asked> asked() const;
  /// Throws BadInput for the first that does not fit.
  [[nodiscard]] std::vector<exposure::BallotQuestion> questions() const;
};

/// Throws BadInput where a content is not there, or is not what it should be.
[[nodiscard]] RoundPaper read_round(const ElectionFacts::Round& round, const Texts& texts);

/// The same of a paper that comes with the call.
[[nodiscard]] RoundPaper read_round(std::string_view paper, const std::vector<ElectionFacts::Asked>& asks,
                                    const Texts& texts);

}  // namespace ccop::host
