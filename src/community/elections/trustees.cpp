// Who holds the keys of an election: by right, by lot, and never where it touches them (clause 3.5).
#include "community/bodies/state.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/conduct.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/state.hpp"
#include "community/record/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

using Ticket = Hash (*)(const Community& now, ElectionId id, PersonId person, const Asking& asking);

Hash ticket_at_first(const Community& now, ElectionId id, PersonId person, const Asking&) {
  const Election& election = elections(now).all[id];
  std::string text = "ccop-trustee-lot-v1|" + std::to_string(id.value) + "|" + std::to_string(person.value);
  if (election.motion) text += "|" + to_hex(decisions(now).motions[*election.motion].text.hash);
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.statement) text += "|" + to_hex(candidacy.statement->hash);
  return sha256(bytes_of(text));
}

/// Who comes in another's place nobody can tell before the one who asks has signed: the record's head is part of that.
Hash ticket_in_place(const Community& now, ElectionId id, PersonId person, const Asking& asking) {
  const Hash root = asking.head ? asking.head->root : Hash{};
  return sha256(bytes_of("ccop-trustee-lot-v2|" + record(now).log_key + "|" + std::to_string(id.value) + "|" +
                         std::to_string(elections(now).all[id].replacements) + "|" + to_hex(root) + "|" +
                         std::to_string(person.value)));
}

/// Neither stands, nor speaks for an organization that has a candidate.
bool is_impartial(const Community& now, const Election& election, PersonId person, Time at) {
  if (election.stands(person)) return false;
  const auto own = membership(now).seat_organization(person, at);
  return !own || std::ranges::none_of(election.candidacies, [&](const Candidacy& candidacy) {
    return election.stands(candidacy.person) && membership(now).seat_organization(candidacy.person, at) == own;
  });
}

/// The Secretary, who never stands, and the co-Chairs.
std::vector<PersonId> by_right(const Community& now, Time at) {
  std::vector<PersonId> people;
  if (const auto secretary = bodies(now).secretary(at)) people.push_back(*secretary);
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position)
    if (const auto person = bodies(now).co_chair(position, at); person && is_co_chair(now, *person, at))
      people.push_back(*person);
  return people;
}

/// The Members' main representatives, in the order of their tickets; none of the Management Committee.
std::vector<PersonId> by_lot(const Community& now, ElectionId id, Ticket ticket, const Asking& asking) {
  std::vector<std::pair<Hash, PersonId>> lots;
  for (const OrganizationId organization : membership(now).organizations.ids()) {
    const auto holder = membership(now).holder(organization, MandateKind::main, asking.at);
    if (!holder) continue;
    const PersonId person = membership(now).mandates[*holder].person;
    if (holds_member_seat(now, person, asking.at) && !is_committee(now, person, asking.at))
      lots.emplace_back(ticket(now, id, person, asking), person);
  }
  std::ranges::sort(lots);
  std::vector<PersonId> people;
  people.reserve(lots.size());
  for (const auto& [hash, person] : lots) people.push_back(person);
  return people;
}

bool has(const std::vector<PersonId>& people, PersonId person) {
  return std::ranges::find(people, person) != people.end();
}

}  // namespace

std::vector<PersonId> drawn_trustees(const Community& now, ElectionId id, const std::vector<PersonId>& used,
                                     std::size_t count, Time at) {
  const Election& election = elections(now).all[id];
  std::vector<PersonId> trustees;
  for (const PersonId person : by_right(now, at))
    if (trustees.empty() && !has(used, person) && is_impartial(now, election, person, at)) trustees.push_back(person);
  Asking asking;
  asking.at = at;
  for (const PersonId person : by_lot(now, id, &ticket_at_first, asking))
    if (!has(used, person) && is_impartial(now, election, person, at)) trustees.push_back(person);
  if (trustees.size() > count) trustees.resize(count);
  return trustees;
}

std::optional<PersonId> drawn_in_place(const Community& now, ElectionId id, std::uint32_t number,
                                       const Asking& asking) {
  const Election& election = elections(now).all[id];
  const auto may_come = [&](PersonId person) {
    return !has(election.drawn, person) && is_impartial(now, election, person, asking.at);
  };
  bool has_committee = false;
  for (std::uint32_t other = 1; other <= election.trustees.size(); ++other)
    if (other != number && is_committee(now, election.trustee(other)->person, asking.at)) has_committee = true;
  if (!has_committee)
    for (const PersonId person : by_right(now, asking.at))
      if (may_come(person)) return person;
  for (const PersonId person : by_lot(now, id, &ticket_in_place, asking))
    if (may_come(person)) return person;
  return std::nullopt;
}

bool is_independent_trustee(const Community& now, const Election& election, PersonId person, Time at) {
  if (!is_impartial(now, election, person, at)) return false;
  if (!is_committee(now, person, at)) return true;
  for (const ElectionTrustee& other : election.trustees) {
    if (other.person == person) return true;
    if (is_committee(now, other.person, at)) return false;
  }
  return true;
}

}  // namespace ccop::community
