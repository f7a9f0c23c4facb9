// Seats and mandates: clauses 4.1, 4.2, 4.3 and 4.5.
#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::community {
namespace {

/// The main representative's own mandate, if the actor holds one.
const Mandate* main_mandate_of(const Community& now, const Actor& actor) {
  const auto seat = now.membership.seat_of(actor.person, actor.at);
  if (!seat) return nullptr;
  const Mandate& mandate = now.membership.mandates[seat->value];
  return mandate.kind == MandateKind::main ? &mandate : nullptr;
}

bool declares_all(const std::vector<std::uint32_t>& declared, const Charter& charter) {
  std::vector<std::uint32_t> all(charter.membership.responsibilities.size());
  std::iota(all.begin(), all.end(), 0u);
  return declared == all;
}

/// What speaks against giving a person a seat from a date on, whoever holds it now.
std::optional<Refusal> objection_to(const Community& now, const SucceedRepresentative& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::management, "only-committee-records-mandates");
  const Organization* organization = now.membership.find(asked.organization);
  if (organization == nullptr || !organization->belongs(actor.at))
    return refuse(clause::membership_restricted, "no-such-organization");
  const Person* person = now.people.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, "no-such-person");
  if (asked.until && *asked.until <= asked.from)
    return refuse(clause::membership_by_organization, "ends-before-it-starts");
  if (!declares_all(asked.responsibilities, now.charter()))
    return refuse(clause::responsibilities, "declare-all-responsibilities");
  const bool speaks_elsewhere = std::ranges::any_of(now.membership.mandates, [&](const Mandate& m) {
    return m.person == asked.person && m.organization != asked.organization && (!m.until || *m.until > asked.from);
  });
  if (speaks_elsewhere) return refuse(clause::membership_by_organization, "speaks-for-another");
  return std::nullopt;
}

/// The latest main mandate of the organization that still runs at `from` or begins after it.
std::optional<MandateId> in_the_way(const Membership& membership, OrganizationId organization, Time from) {
  std::optional<MandateId> latest;
  for (const MandateId id : membership.organizations[organization.value].mandates) {
    const Mandate& mandate = membership.mandates[id.value];
    if (mandate.kind == MandateKind::main && (!mandate.until || *mandate.until > from)) latest = id;
  }
  return latest;
}

RepresentativeAppointed appointment(const Community& now, const SucceedRepresentative& asked) {
  const MandateId next{static_cast<std::uint32_t>(now.membership.mandates.size())};
  return {next, asked.organization, asked.person, asked.from, asked.until, asked.responsibilities};
}

/// The end of a mandate, and of the co-Chair's position that rests on it (clauses 3.2 and 3.5).
std::vector<Act> end_of(const Community& now, MandateId id, Time at) {
  std::vector<Act> acts{MandateEnded{id, at}};
  const Mandate& mandate = now.membership.mandates[id.value];
  if (mandate.kind != MandateKind::main) return acts;
  if (const auto position = now.bodies.position_of(mandate.person, at))
    acts.emplace_back(CoChairVacated{*position, at});
  return acts;
}

}  // namespace

Ruling decide(const Community& now, const AppointRepresentative& asked, const Actor& actor) {
  const SucceedRepresentative same{asked.organization, asked.person, asked.from, asked.until, asked.responsibilities};
  if (auto objection = objection_to(now, same, actor)) return *objection;
  if (in_the_way(now.membership, asked.organization, asked.from))
    return refuse(clause::main_representative, "seat-is-held");
  return accept(appointment(now, same));
}

Ruling decide(const Community& now, const SucceedRepresentative& asked, const Actor& actor) {
  if (auto objection = objection_to(now, asked, actor)) return *objection;
  const auto held = in_the_way(now.membership, asked.organization, asked.from);
  if (!held) return refuse(clause::main_representative, "seat-is-vacant");
  const Mandate& before = now.membership.mandates[held->value];
  if (before.person == asked.person) return refuse(clause::membership_by_organization, "holds-the-seat-already");
  if (before.from > asked.from) return refuse(clause::main_representative, "a-later-mandate-exists");
  if (asked.from < actor.at - days{1}) return refuse(clause::membership_by_organization, "not-in-the-past");
  std::vector<Act> acts = end_of(now, *held, asked.from);
  acts.emplace_back(appointment(now, asked));
  return acts;
}

Ruling decide(const Community& now, const EndMandate& asked, const Actor& actor) {
  const Mandate* mandate = now.membership.find(asked.mandate);
  if (mandate == nullptr) return refuse(clause::the_record, "no-such-mandate");
  if (mandate->until && *mandate->until <= actor.at)
    return refuse(clause::membership_by_organization, "mandate-is-over");
  const Mandate* own = main_mandate_of(now, actor);
  const bool names_alternate =
      mandate->kind == MandateKind::alternate && own != nullptr && own->organization == mandate->organization;
  if (!now.is_committee(actor.person, actor.at) && mandate->person != actor.person && !names_alternate)
    return refuse(clause::management, "only-committee-ends-mandates");
  return end_of(now, asked.mandate, std::max(actor.at, mandate->from));
}

Ruling decide(const Community& now, const NameAlternate& asked, const Actor& actor) {
  const Mandate* own = main_mandate_of(now, actor);
  if (own == nullptr) return refuse(clause::main_representative, "only-main-representative-names-alternate");
  const Person* person = now.people.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, "no-such-person");
  if (asked.until <= asked.from || asked.until <= actor.at)
    return refuse(clause::main_representative, "ends-before-it-starts");
  for (const Mandate& mandate : now.membership.mandates) {
    const bool overlaps = mandate.from < asked.until && (!mandate.until || *mandate.until > asked.from);
    if (!overlaps) continue;
    if (mandate.person == asked.person) return refuse(clause::membership_by_organization, "speaks-already");
    if (mandate.kind == MandateKind::alternate && mandate.organization == own->organization)
      return refuse(clause::main_representative, "one-alternate-at-a-time");
  }
  const MandateId next{static_cast<std::uint32_t>(now.membership.mandates.size())};
  return accept(AlternateNamed{next, own->organization, asked.person, asked.from, asked.until});
}

Ruling decide(const Community& now, const DeclareAbsence& asked, const Actor& actor) {
  const Mandate* own = main_mandate_of(now, actor);
  if (own == nullptr) return refuse(clause::main_representative, "only-main-representative-is-absent");
  if (asked.until <= asked.from || asked.until <= actor.at)
    return refuse(clause::main_representative, "ends-before-it-starts");
  return accept(AbsenceDeclared{own->organization, std::max(asked.from, actor.at), asked.until});
}

Ruling decide(const Community& now, const EndAbsence&, const Actor& actor) {
  const Mandate* own = main_mandate_of(now, actor);
  if (own == nullptr) return refuse(clause::main_representative, "only-main-representative-is-absent");
  const auto& absences = now.membership.organizations[own->organization.value].absences;
  if (std::ranges::none_of(absences, [&](const Absence& a) { return a.until > actor.at; }))
    return refuse(clause::main_representative, "no-absence-declared");
  return accept(AbsenceEnded{own->organization, actor.at});
}

}  // namespace ccop::community
