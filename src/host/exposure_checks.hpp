// Whether question sets, papers and ballots of rounds are sound.
#pragma once

#include "community/exposure/commands.hpp"
#include "exposure/question_set.hpp"
#include "host/checks.hpp"
#include "host/elections.hpp"

namespace ccop::host {

/// What a set is to the rules.
[[nodiscard]] community::QuestionSetFacts facts_of(const exposure::QuestionSet& set);

template <>
class Check<community::ProposeQuestionSet> {
 public:
  Check(const community::Community&, const community::ProposeQuestionSet& asked, community::PersonId, Time)
      : asked_(asked) {}
  [[nodiscard]] std::optional<community::Refusal> objection(const Texts& texts,
                                                            const std::vector<store::Content>& brought) const;

 private:
  community::ProposeQuestionSet asked_;
};

template <>
class Check<community::CallRound> {
 public:
  Check(const community::Community& state, const community::CallRound& asked, community::PersonId person, Time at);
  [[nodiscard]] std::optional<community::Refusal> objection(const Texts& texts,
                                                            const std::vector<store::Content>& brought) const;

 private:
  community::CallRound asked_;
  std::vector<ElectionFacts::Asked> asks_;
};

template <>
class Check<community::PrepareRound> {
 public:
  Check(const community::Community& state, const community::PrepareRound& asked, community::PersonId person, Time at);
  [[nodiscard]] std::optional<community::Refusal> objection(const Texts& texts,
                                                            const std::vector<store::Content>& brought) const;

 private:
  ElectionFacts facts_;
  community::PrepareRound asked_;
};

}  // namespace ccop::host
