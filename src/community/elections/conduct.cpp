#include "community/elections/conduct.hpp"

#include "community/bodies/state.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

Hash ticket(const Community& now, ElectionId id, PersonId person) {
  const Election& election = elections(now).all[id];
  std::string text = "ccop-trustee-lot-v1|" + std::to_string(id.value) + "|" + std::to_string(person.value);
  if (election.motion) text += "|" + to_hex(decisions(now).motions[*election.motion].text.hash);
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.statement) text += "|" + to_hex(candidacy.statement->hash);
  return sha256(bytes_of(text));
}

}  // namespace

std::variant<const Election*, Refusal> election_in(const Community& now, ElectionId id, ElectionStage stage,
                                                   const Sentence<0>& otherwise) {
  const Election* election = elections(now).find(id);
  if (election == nullptr) return refuse(clause::the_record, sentence::no_such_election);
  if (election->stage != stage) return refuse(clause::candidacies, otherwise);
  return election;
}

std::optional<Refusal> objection_to_conduct(const Community& now, const Election& election, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_conducts_elections);
  if (election.stands(asking.person)) return refuse(clause::candidacies, sentence::candidates_do_not_conduct);
  return std::nullopt;
}

std::vector<PersonId> drawn_trustees(const Community& now, ElectionId id, const std::vector<PersonId>& used,
                                     std::size_t count, Time at) {
  const Election& election = elections(now).all[id];
  std::vector<PersonId> trustees;
  const auto take = [&](PersonId person) {
    const bool is_free = std::ranges::find(used, person) == used.end() &&
                         std::ranges::find(trustees, person) == trustees.end() && !election.stands(person);
    if (is_free && trustees.size() < count) trustees.push_back(person);
  };
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position)
    if (const auto person = bodies(now).co_chair(position, at); person && is_co_chair(now, *person, at)) take(*person);
  if (const auto secretary = bodies(now).secretary(at)) take(*secretary);

  std::vector<std::pair<Hash, PersonId>> lots;
  for (const OrganizationId organization : membership(now).organizations.ids()) {
    const auto holder = membership(now).holder(organization, MandateKind::main, at);
    if (!holder) continue;
    const PersonId person = membership(now).mandates[*holder].person;
    if (holds_member_seat(now, person, at)) lots.emplace_back(ticket(now, id, person), person);
  }
  std::ranges::sort(lots);
  for (const auto& [hash, person] : lots) take(person);
  return trustees;
}

}  // namespace ccop::community
