// Whether a voting key that somebody registers is one, and theirs.
#pragma once

#include "community/keyboxes/commands.hpp"
#include "host/checks.hpp"

namespace ccop::host {

template <>
class Check<community::RegisterVotingKey> {
 public:
  Check(const community::Community& state, const community::RegisterVotingKey& asked, community::PersonId person,
        Time at);
  [[nodiscard]] std::optional<community::Refusal> objection(const Texts& texts,
                                                            const std::vector<store::Content>& brought) const;

 private:
  std::string log_;
  community::RegisterVotingKey asked_;
};

}  // namespace ccop::host
