#include "community/membership/state.hpp"

#include "community/membership/acts.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {

std::optional<OrganizationId> Membership::find_key(std::string_view key) const {
  const auto found = std::ranges::find(organizations, key, &Organization::key);
  if (found == organizations.end()) return std::nullopt;
  return OrganizationId{static_cast<std::uint32_t>(found - organizations.begin())};
}

bool Membership::belongs(std::string_view key, Time at) const {
  const auto id = find_key(key);
  return id && organizations[*id].belongs(at);
}

std::optional<MandateId> Membership::holder(OrganizationId organization, MandateKind kind, Time at) const {
  for (const MandateId id : organizations[organization].mandates | std::views::reverse) {
    const Mandate& mandate = mandates[id];
    if (mandate.kind == kind && mandate.holds(at)) return id;
  }
  return std::nullopt;
}

std::optional<MandateId> Membership::seat_of(PersonId person, Time at) const {
  for (const MandateId id : mandates.ids() | std::views::reverse) {
    const Mandate& mandate = mandates[id];
    if (mandate.person == person && mandate.holds(at) && organizations[mandate.organization].belongs(at)) return id;
  }
  return std::nullopt;
}

std::optional<OrganizationId> Membership::seat_organization(PersonId person, Time at) const {
  const auto seat = seat_of(person, at);
  return seat ? std::optional{mandates[*seat].organization} : std::nullopt;
}

std::optional<OrganizationId> Membership::own_organization(PersonId person, Time at) const {
  const auto seat = seat_of(person, at);
  if (!seat || mandates[*seat].kind != MandateKind::main) return std::nullopt;
  return mandates[*seat].organization;
}

bool Membership::holds_member_seat(PersonId person, Time at) const {
  const auto seat = seat_of(person, at);
  if (!seat) return false;
  const Mandate& mandate = mandates[*seat];
  return mandate.kind == MandateKind::main && organizations[mandate.organization].status == Status::member;
}

bool Membership::is_absent(OrganizationId organization, Time at) const {
  return std::ranges::any_of(organizations[organization].absences,
                             [&](const Absence& absence) { return absence.from <= at && at < absence.until; });
}

std::optional<PersonId> Membership::voice_of(OrganizationId organization, Time at, bool alternate_votes) const {
  const bool by_alternate =
      alternate_votes && is_absent(organization, at) && holder(organization, MandateKind::alternate, at);
  const auto seat = holder(organization, by_alternate ? MandateKind::alternate : MandateKind::main, at);
  if (!seat) return std::nullopt;
  return mandates[*seat].person;
}

std::optional<SeatChangeId> Membership::waiting(OrganizationId organization, Time at) const {
  for (const SeatChangeId id : changes.ids())
    if (changes[id].organization == organization && changes[id].waits(at)) return id;
  return std::nullopt;
}

std::size_t Membership::members(Time at) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      organizations, [&](const Organization& o) { return o.status == Status::member && o.belongs(at); }));
}

std::vector<OrganizationId> Membership::roll(Time at) const {
  std::vector<OrganizationId> all;
  for (const auto i : organizations.ids())
    if (organizations[i].status == Status::member && organizations[i].belongs(at)) all.push_back({i});
  return all;
}

std::vector<OrganizationId> Membership::seats(Time at) const {
  std::vector<OrganizationId> all;
  for (const auto i : organizations.ids())
    if (organizations[i].belongs(at)) all.push_back({i});
  return all;
}

void take_over(Membership& membership, const Charter& charter, Time at) {
  for (Organization& known : membership.organizations) {
    if (!known.in_charter || !known.belongs(at)) continue;
    if (std::ranges::find(charter.organizations, known.key, &CharterOrganization::key) == charter.organizations.end())
      known.until = at;
  }
  for (const CharterOrganization& listed : charter.organizations) {
    const auto known = std::ranges::find(membership.organizations, listed.key, &Organization::key);
    if (known == membership.organizations.end()) {
      membership.organizations.add({listed.key, listed.name, listed.status, at, {}, true, {}, {}});
    } else {
      known->name = listed.name;
      known->status = listed.status;
      known->in_charter = true;
      if (!known->belongs(at)) known->until.reset();
    }
  }
}

void apply(Membership& membership, const RepresentativeAppointed& act) {
  membership.mandates.add({MandateKind::main, act.organization, act.person, act.from, act.until, act.responsibilities});
  membership.organizations[act.organization].mandates.push_back(act.mandate);
}

void apply(Membership& membership, const AlternateNamed& act) {
  membership.mandates.add({MandateKind::alternate, act.organization, act.person, act.from, act.until, {}});
  membership.organizations[act.organization].mandates.push_back(act.mandate);
}

void apply(Membership& membership, const SeatChangeAsked& act, Time at) {
  membership.changes.add({act.organization, act.ends, act.gives, act.asked_by, at, act.lapses, SeatChangeState::asked});
}

void apply(Membership& membership, const SeatChangeConfirmed& act) {
  membership.changes[act.change].state = SeatChangeState::done;
}

void apply(Membership& membership, const SeatChangeWithdrawn& act) {
  membership.changes[act.change].state = SeatChangeState::withdrawn;
}

void apply(Membership& membership, const MandateEnded& act) {
  membership.mandates[act.mandate].until = act.at;
}

void apply(Membership& membership, const AbsenceDeclared& act) {
  membership.organizations[act.organization].absences.push_back({act.from, act.until});
}

void apply(Membership& membership, const AbsenceEnded& act) {
  for (Absence& absence : membership.organizations[act.organization].absences)
    if (absence.until > act.at) absence.until = std::max(absence.from, act.at);
}

void apply(Membership& membership, const ObserverProposed& act, Time at) {
  membership.proposals.add(
      {act.key, act.name, act.statement, act.consultation_ends, ProposalState::consulted, {}, {}, {}, false, at});
}

void apply(Membership& membership, const ObserverCommented& act, Time at) {
  membership.proposals[act.proposal].comments.push_back({act.organization, act.comment, at});
}

void apply(Membership& membership, const ObserverOpinionGiven& act) {
  membership.proposals[act.proposal].opinions.push_back({act.given_by, act.admit});
}

void apply(Membership& membership, const ObserverAdmitted& act, Time at) {
  ObserverProposal& proposal = membership.proposals[act.proposal];
  proposal.state = ProposalState::admitted;
  proposal.organization = act.organization;
  if (act.organization.value < membership.organizations.size()) {  // it comes back
    Organization& back = membership.organizations[act.organization];
    back.name = proposal.name;
    back.status = Status::observer;
    back.in_charter = false;
    back.until.reset();
  } else {
    membership.organizations.add({proposal.key, proposal.name, Status::observer, at, {}, false, {}, {}});
  }
}

void apply(Membership& membership, const ObserverDeclined& act) {
  membership.proposals[act.proposal].state = ProposalState::declined;
}

void apply(Membership& membership, const ObserverEndProposed& act, Time at) {
  const Organization& organization = membership.organizations[act.organization];
  membership.proposals.add({organization.key,
                            organization.name,
                            act.statement,
                            act.consultation_ends,
                            ProposalState::consulted,
                            {},
                            {},
                            act.organization,
                            true,
                            at});
}

void apply(Membership& membership, const ObserverEnded& act, Time at) {
  membership.organizations[act.organization].until = at;
  if (act.proposal) membership.proposals[*act.proposal].state = ProposalState::ended;
}

void apply(Membership& membership, const ObserverKept& act) {
  membership.proposals[act.proposal].state = ProposalState::kept;
}

}  // namespace ccop::community
