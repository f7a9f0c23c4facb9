// Trustees who give way, and keys that are made again before voting (clause 3.5).
#include "community/elections/chapter.hpp"
#include "community/elections/conduct.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// An election in preparation whose trustees are named, for whoever conducts it.
std::variant<const Election*, Refusal> with_trustees(const Community& now, ElectionId id, const Asking& asking) {
  auto found = election_in(now, id, ElectionStage::preparation, sentence::not_in_preparation);
  if (std::holds_alternative<Refusal>(found)) return found;
  const Election& election = *std::get<const Election*>(found);
  if (auto objection = objection_to_conduct(now, election, asking)) return *std::move(objection);
  if (election.trustees.empty()) return refuse(clause::candidacies, sentence::no_such_trustee);
  return found;
}

}  // namespace

/// Somebody must be left for some place at least: whoever of the Management Committee is there may keep others out.
std::optional<Refusal> bars(const Community& now, const ReplaceTrustee::About& about, const Asking& asking) {
  const auto found = with_trustees(now, about.election, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Election& election = *std::get<const Election*>(found);
  if (election.rounds_done() == key_rounds) return refuse(clause::candidacies, sentence::keys_are_made);
  for (std::uint32_t number = 1; number <= election.trustees.size(); ++number)
    if (drawn_in_place(now, about.election, number, asking)) return std::nullopt;
  return refuse(clause::candidacies, sentence::too_few_trustees, 1);
}

Wording shown(const Community& now, const ReplaceTrustee& asked) {
  const Election* election = elections(now).find(asked.election);
  const ElectionTrustee* trustee = election == nullptr ? nullptr : election->trustee(asked.trustee);
  return trustee == nullptr ? Wording{} : wording_of(now, trustee->person);
}

/// As often as the charter says, lest somebody draws until the wanted one comes; but always where the one who is there
/// must not stay.
Ruling decide(const Community& now, const ReplaceTrustee& asked, const Asking& asking) {
  const Election& election = elections(now).all[asked.election];
  const ElectionTrustee* trustee = election.trustee(asked.trustee);
  if (trustee == nullptr) return refuse(clause::candidacies, sentence::no_such_trustee);
  const std::uint32_t most = charter(now).elections.trustee_replacements;
  if (election.replacements >= most && is_independent_trustee(now, election, trustee->person, asking.at))
    return refuse(clause::candidacies, sentence::trustees_were_replaced, most);
  const auto next = drawn_in_place(now, asked.election, asked.trustee, asking);
  if (!next) return refuse(clause::candidacies, sentence::too_few_trustees, 1);
  return accept(TrusteeReplaced{asked.election, asked.trustee, *next, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const RemakeKeys::About& about, const Asking& asking) {
  const auto found = with_trustees(now, about.election, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& trustees = std::get<const Election*>(found)->trustees;
  if (std::ranges::all_of(trustees, [](const ElectionTrustee& trustee) { return trustee.messages.empty(); }))
    return refuse(clause::candidacies, sentence::keys_are_not_begun);
  return std::nullopt;
}

Ruling decide(const Community&, const RemakeKeys& asked, const Asking&) {
  return accept(KeysDiscarded{asked.election, asked.reason});
}

}  // namespace ccop::community
