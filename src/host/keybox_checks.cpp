#include "host/keybox_checks.hpp"

#include "ballot/voting_key.hpp"
#include "community/kernel/clause.hpp"
#include "community/record/state.hpp"
#include "host/sentences.hpp"

namespace ccop::host {

using namespace community;

Check<RegisterVotingKey>::Check(const Community& state, const RegisterVotingKey& asked, PersonId, Time)
    : log_(record(state).log_key), asked_(asked) {}

std::optional<Refusal> Check<RegisterVotingKey>::objection(const Texts&, const std::vector<store::Content>&) const {
  const auto challenge = ballot::scalar_from_decimal(asked_.proof.challenge);
  const auto response = ballot::scalar_from_decimal(asked_.proof.response);
  const ballot::VotingKeyStatement said{log_,          asked_.organization.value, asked_.year, asked_.box, {asked_.key},
                                        asked_.sealing};
  if (challenge && response && ballot::holds_for_voting_key(said, {*challenge, *response})) return std::nullopt;
  return refuse(clause::the_record, sentence::voting_key_is_not_proved);
}

}  // namespace ccop::host
