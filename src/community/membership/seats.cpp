#include "community/membership/seats.hpp"

#include "community/bodies/acts.hpp"
#include "community/bodies/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/acts.hpp"
#include "community/membership/sentences.hpp"
#include "community/people/state.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::community {
namespace {

bool declares_all(const std::vector<std::uint32_t>& declared, const Charter& charter) {
  std::vector<std::uint32_t> all(charter.membership.responsibilities.size());
  std::iota(all.begin(), all.end(), 0u);
  return declared == all;
}

/// What speaks against giving a person a seat from a date on, whoever holds it now.
std::optional<Refusal> objection_to_seating(const Community& now, OrganizationId organization, const Seating& asked) {
  const Person* person = people(now).all.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (asked.until && *asked.until <= asked.from)
    return refuse(clause::membership_by_organization, sentence::ends_before_it_starts);
  if (!declares_all(asked.responsibilities, charter(now)))
    return refuse(clause::responsibilities, sentence::declare_all_responsibilities);
  const bool speaks_elsewhere = std::ranges::any_of(membership(now).mandates, [&](const Mandate& m) {
    return m.person == asked.person && m.organization != organization && (!m.until || *m.until > asked.from);
  });
  if (speaks_elsewhere) return refuse(clause::membership_by_organization, sentence::speaks_for_another);
  return std::nullopt;
}

std::optional<Refusal> objection_to_succession(const Community& now, const SeatChange& change, Time at) {
  const Mandate& before = membership(now).mandates[*change.ends];
  const Seating& asked = *change.gives;
  if (before.person == asked.person)
    return refuse(clause::membership_by_organization, sentence::holds_the_seat_already);
  if (before.from > asked.from) return refuse(clause::main_representative, sentence::a_later_mandate_exists);
  if (asked.from < at - days{1}) return refuse(clause::membership_by_organization, sentence::not_in_the_past);
  return std::nullopt;
}

bool has_passkey(const Community& now, std::optional<MandateId> mandate) {
  return mandate && !people(now).all[membership(now).mandates[*mandate].person].passkeys.empty();
}

/// No co-Chair was ever seated, and nobody who speaks for the organization has a passkey: at the founding, when the
/// Secretary fills the seats of the annex (clauses 3.3 and 4.8), and for somebody who never came.
bool nobody_could_join(const Community& now, OrganizationId organization, Time at) {
  return bodies(now).co_chairs.empty() &&
         !has_passkey(now, membership(now).holder(organization, MandateKind::main, at)) &&
         !has_passkey(now, membership(now).holder(organization, MandateKind::alternate, at));
}

}  // namespace

bool speaks_for(const Community& now, OrganizationId organization, PersonId person, Time at) {
  return membership(now).voice_of(organization, at, charter(now).membership.alternate_votes) == person;
}

std::optional<Refusal> objection_to_asking(const Community& now, OrganizationId id, const Asking& asking) {
  const Organization* organization = membership(now).find(id);
  const bool speaks = organization != nullptr && speaks_for(now, id, asking.person, asking.at);
  if (!speaks && !is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_records_mandates);
  if (organization == nullptr || !organization->belongs(asking.at))
    return refuse(clause::membership_restricted, sentence::no_such_organization);
  if (membership(now).waiting(id, asking.at))
    return refuse(clause::membership_by_organization, sentence::another_change_is_waiting);
  return std::nullopt;
}

std::optional<MandateId> in_the_way(const Community& now, OrganizationId organization, Time from) {
  std::optional<MandateId> latest;
  for (const MandateId id : membership(now).organizations[organization].mandates) {
    const Mandate& mandate = membership(now).mandates[id];
    if (mandate.kind == MandateKind::main && (!mandate.until || *mandate.until > from)) latest = id;
  }
  return latest;
}

std::optional<Refusal> objection_to_change(const Community& now, const SeatChange& change, Time at) {
  if (!change.gives) {
    const Mandate& mandate = membership(now).mandates[change.ends.value()];
    if (mandate.until && *mandate.until <= at)
      return refuse(clause::membership_by_organization, sentence::mandate_is_over);
    return std::nullopt;
  }
  if (auto objection = objection_to_seating(now, change.organization, *change.gives)) return objection;
  const auto held = in_the_way(now, change.organization, change.gives->from);
  if (held && !change.ends) return refuse(clause::main_representative, sentence::seat_is_held);
  if (held != change.ends) return refuse(clause::membership_by_organization, sentence::seat_changed_since);
  return change.ends ? objection_to_succession(now, change, at) : std::nullopt;
}

std::vector<Act> end_of(const Community& now, MandateId id, Time at) {
  std::vector<Act> acts{MandateEnded{id, at}};
  const Mandate& mandate = membership(now).mandates[id];
  if (mandate.kind != MandateKind::main) return acts;
  if (const auto position = bodies(now).position_of(mandate.person, at))
    acts.emplace_back(CoChairVacated{*position, at});
  return acts;
}

std::vector<Act> acts_of(const Community& now, const SeatChange& change, Time at) {
  std::vector<Act> acts;
  if (change.ends) {
    const Time ends = change.gives ? change.gives->from : std::max(at, membership(now).mandates[*change.ends].from);
    acts = end_of(now, *change.ends, ends);
  }
  if (change.gives)
    acts.emplace_back(RepresentativeAppointed{membership(now).mandates.next(), change.organization,
                                              change.gives->person, change.gives->from, change.gives->until,
                                              change.gives->responsibilities});
  return acts;
}

Ruling asked_for(const Community& now, const SeatChange& change, const Asking& asking) {
  if (auto objection = objection_to_change(now, change, asking.at)) return *std::move(objection);
  if (is_committee(now, asking.person, asking.at) && nobody_could_join(now, change.organization, asking.at))
    return acts_of(now, change, asking.at);
  const Time lapses = asking.at + days{charter(now).membership.seat_change_days};
  return accept(SeatChangeAsked{membership(now).changes.next(), change.organization, change.ends, change.gives,
                                asking.person, lapses});
}

Wording wording_of(const Community& now, OrganizationId organization) {
  const Organization* found = membership(now).find(organization);
  return found == nullptr ? Wording{} : Wording{{}, {in_clear(found->key), in_clear(found->name)}};
}

Wording wording_of(const Community& now, const SeatChange& change) {
  Wording wording;
  if (change.gives) wording = wording_of(now, change.gives->person);
  if (change.ends) wording = together(wording, wording_of(now, membership(now).mandates[*change.ends].person));
  return together(wording, wording_of(now, change.organization));
}

}  // namespace ccop::community
