// Whether what trustees and voters send is sound.
#pragma once

#include "community/elections/commands.hpp"
#include "community/kernel/standing.hpp"
#include "host/checks.hpp"
#include "host/elections.hpp"

namespace ccop::host {

/// What the checks of elections have in common: the election as its archive has it, the command, and who sends it.
template <class C>
class ElectionCheck {
 public:
  ElectionCheck(const community::Community& state, const C& asked, community::PersonId person, Time at)
      : facts_(facts_of(state, asked.election, at)),
        asked_(asked),
        person_(person),
        votes_for_(casting_organization(state, facts_.election, person, at)) {}

  [[nodiscard]] std::optional<community::Refusal> objection(const Texts& texts,
                                                            const std::vector<store::Content>& brought) const;

 private:
  ElectionFacts facts_;
  C asked_;
  community::PersonId person_;
  std::optional<community::OrganizationId> votes_for_;
};

template <>
class Check<community::PostKeyMessage> : public ElectionCheck<community::PostKeyMessage> {
  using ElectionCheck::ElectionCheck;
};
template <>
class Check<community::OpenElection> : public ElectionCheck<community::OpenElection> {
  using ElectionCheck::ElectionCheck;
};
template <>
class Check<community::CastBallot> : public ElectionCheck<community::CastBallot> {
  using ElectionCheck::ElectionCheck;
};
template <>
class Check<community::PostDecryption> : public ElectionCheck<community::PostDecryption> {
  using ElectionCheck::ElectionCheck;
};
template <>
class Check<community::DeclareResult> : public ElectionCheck<community::DeclareResult> {
  using ElectionCheck::ElectionCheck;
};

}  // namespace ccop::host
