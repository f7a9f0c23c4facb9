#include "community/elections/conduct.hpp"

#include "community/clause.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

Hash ticket(const Community& now, ElectionId id, PersonId person) {
  const Election& election = now.elections.all.at(id.value);
  std::string text = "ccop-trustee-lot-v1|" + std::to_string(id.value) + "|" + std::to_string(person.value);
  if (election.motion) text += "|" + to_hex(now.decisions.motions.at(election.motion->value).text);
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.statement) text += "|" + to_hex(*candidacy.statement);
  return sha256(bytes_of(text));
}

}  // namespace

std::variant<const Election*, Refusal> election_in(const Community& now, ElectionId id, ElectionStage stage,
                                                   std::string_view otherwise) {
  const Election* election = now.elections.find(id);
  if (election == nullptr) return refuse(clause::the_record, "no-such-election");
  if (election->stage != stage) return refuse(clause::candidacies, otherwise);
  return election;
}

std::optional<Refusal> objection_to_conduct(const Community& now, const Election& election, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::management, "only-committee-conducts-elections");
  if (election.stands(actor.person)) return refuse(clause::candidacies, "candidates-do-not-conduct");
  return std::nullopt;
}

std::vector<PersonId> drawn_trustees(const Community& now, ElectionId id, const std::vector<PersonId>& used,
                                     std::size_t count, Time at) {
  const Election& election = now.elections.all.at(id.value);
  std::vector<PersonId> trustees;
  const auto take = [&](PersonId person) {
    const bool is_free = std::ranges::find(used, person) == used.end() &&
                         std::ranges::find(trustees, person) == trustees.end() && !election.stands(person);
    if (is_free && trustees.size() < count) trustees.push_back(person);
  };
  for (std::uint32_t position = 0; position < now.charter().bodies.co_chairs; ++position)
    if (const auto person = now.bodies.co_chair(position, at); person && now.is_co_chair(*person, at)) take(*person);
  if (const auto secretary = now.bodies.secretary(at)) take(*secretary);

  std::vector<std::pair<Hash, PersonId>> lots;
  for (std::uint32_t i = 0; i < now.membership.organizations.size(); ++i) {
    const auto holder = now.membership.holder({i}, MandateKind::main, at);
    if (!holder) continue;
    const PersonId person = now.membership.mandates[holder->value].person;
    if (now.membership.holds_member_seat(person, at)) lots.emplace_back(ticket(now, id, person), person);
  }
  std::ranges::sort(lots);
  for (const auto& [hash, person] : lots) take(person);
  return trustees;
}

}  // namespace ccop::community
