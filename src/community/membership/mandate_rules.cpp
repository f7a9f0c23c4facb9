// Seats and mandates: clauses 4.1, 4.2, 4.3 and 4.5.
#include "community/bodies/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/chapter.hpp"
#include "community/membership/sentences.hpp"
#include "community/people/state.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::community {
namespace {

/// The main representative's own mandate, if the actor holds one.
const Mandate* main_mandate_of(const Community& now, const Asking& asking) {
  const auto seat = membership(now).seat_of(asking.person, asking.at);
  if (!seat) return nullptr;
  const Mandate& mandate = membership(now).mandates[*seat];
  return mandate.kind == MandateKind::main ? &mandate : nullptr;
}

bool declares_all(const std::vector<std::uint32_t>& declared, const Charter& charter) {
  std::vector<std::uint32_t> all(charter.membership.responsibilities.size());
  std::iota(all.begin(), all.end(), 0u);
  return declared == all;
}

/// What speaks against giving a person a seat from a date on, whoever holds it now.
std::optional<Refusal> objection_to(const Community& now, const SucceedRepresentative& asked) {
  const Person* person = people(now).all.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (asked.until && *asked.until <= asked.from)
    return refuse(clause::membership_by_organization, sentence::ends_before_it_starts);
  if (!declares_all(asked.responsibilities, charter(now)))
    return refuse(clause::responsibilities, sentence::declare_all_responsibilities);
  const bool speaks_elsewhere = std::ranges::any_of(membership(now).mandates, [&](const Mandate& m) {
    return m.person == asked.person && m.organization != asked.organization && (!m.until || *m.until > asked.from);
  });
  if (speaks_elsewhere) return refuse(clause::membership_by_organization, sentence::speaks_for_another);
  return std::nullopt;
}

/// Mandates are recorded by the committee, for organizations that belong.
std::optional<Refusal> objection_to_recording(const Community& now, OrganizationId id, const Asking& asking) {
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_records_mandates);
  const Organization* organization = membership(now).find(id);
  if (organization == nullptr || !organization->belongs(asking.at))
    return refuse(clause::membership_restricted, sentence::no_such_organization);
  return std::nullopt;
}

/// The latest main mandate of the organization that still runs at `from` or begins after it.
std::optional<MandateId> in_the_way(const Membership& membership, OrganizationId organization, Time from) {
  std::optional<MandateId> latest;
  for (const MandateId id : membership.organizations[organization].mandates) {
    const Mandate& mandate = membership.mandates[id];
    if (mandate.kind == MandateKind::main && (!mandate.until || *mandate.until > from)) latest = id;
  }
  return latest;
}

RepresentativeAppointed appointment(const Community& now, const SucceedRepresentative& asked) {
  return {membership(now).mandates.next(), asked.organization, asked.person, asked.from, asked.until,
          asked.responsibilities};
}

/// The end of a mandate, and of the co-Chair's position that rests on it (clauses 3.2 and 3.5).
std::vector<Act> end_of(const Community& now, MandateId id, Time at) {
  std::vector<Act> acts{MandateEnded{id, at}};
  const Mandate& mandate = membership(now).mandates[id];
  if (mandate.kind != MandateKind::main) return acts;
  if (const auto position = bodies(now).position_of(mandate.person, at))
    acts.emplace_back(CoChairVacated{*position, at});
  return acts;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const AppointRepresentative::About& about, const Asking& asking) {
  return objection_to_recording(now, about.organization, asking);
}

Ruling decide(const Community& now, const AppointRepresentative& asked, const Asking&) {
  const SucceedRepresentative same{asked.organization, asked.person, asked.from, asked.until, asked.responsibilities};
  if (auto objection = objection_to(now, same)) return *objection;
  if (in_the_way(membership(now), asked.organization, asked.from))
    return refuse(clause::main_representative, sentence::seat_is_held);
  return accept(appointment(now, same));
}

std::optional<Refusal> bars(const Community& now, const SucceedRepresentative::About& about, const Asking& asking) {
  return objection_to_recording(now, about.organization, asking);
}

Ruling decide(const Community& now, const SucceedRepresentative& asked, const Asking& asking) {
  if (auto objection = objection_to(now, asked)) return *objection;
  const auto held = in_the_way(membership(now), asked.organization, asked.from);
  if (!held) return refuse(clause::main_representative, sentence::seat_is_vacant);
  const Mandate& before = membership(now).mandates[*held];
  if (before.person == asked.person)
    return refuse(clause::membership_by_organization, sentence::holds_the_seat_already);
  if (before.from > asked.from) return refuse(clause::main_representative, sentence::a_later_mandate_exists);
  if (asked.from < asking.at - days{1}) return refuse(clause::membership_by_organization, sentence::not_in_the_past);
  std::vector<Act> acts = end_of(now, *held, asked.from);
  acts.emplace_back(appointment(now, asked));
  return acts;
}

std::optional<Refusal> bars(const Community& now, const EndMandate& about, const Asking& asking) {
  const Mandate* mandate = membership(now).find(about.mandate);
  if (mandate == nullptr) return refuse(clause::the_record, sentence::no_such_mandate);
  if (mandate->until && *mandate->until <= asking.at)
    return refuse(clause::membership_by_organization, sentence::mandate_is_over);
  const Mandate* own = main_mandate_of(now, asking);
  const bool names_alternate =
      mandate->kind == MandateKind::alternate && own != nullptr && own->organization == mandate->organization;
  if (is_committee(now, asking.person, asking.at) || mandate->person == asking.person || names_alternate)
    return std::nullopt;
  return refuse(clause::management, sentence::only_committee_ends_mandates);
}

Ruling decide(const Community& now, const EndMandate& asked, const Asking& asking) {
  return end_of(now, asked.mandate, std::max(asking.at, membership(now).mandates[asked.mandate].from));
}

std::optional<Refusal> bars(const Community& now, const NameAlternate::About&, const Asking& asking) {
  if (main_mandate_of(now, asking) != nullptr) return std::nullopt;
  return refuse(clause::main_representative, sentence::only_main_representative_names_alternate);
}

Ruling decide(const Community& now, const NameAlternate& asked, const Asking& asking) {
  const Mandate& own = *main_mandate_of(now, asking);
  const Person* person = people(now).all.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (asked.until <= asked.from || asked.until <= asking.at)
    return refuse(clause::main_representative, sentence::ends_before_it_starts);
  for (const Mandate& mandate : membership(now).mandates) {
    const bool overlaps = mandate.from < asked.until && (!mandate.until || *mandate.until > asked.from);
    if (!overlaps) continue;
    if (mandate.person == asked.person) return refuse(clause::membership_by_organization, sentence::speaks_already);
    if (mandate.kind == MandateKind::alternate && mandate.organization == own.organization)
      return refuse(clause::main_representative, sentence::one_alternate_at_a_time);
  }
  return accept(
      AlternateNamed{membership(now).mandates.next(), own.organization, asked.person, asked.from, asked.until});
}

std::optional<Refusal> bars(const Community& now, const DeclareAbsence::About&, const Asking& asking) {
  if (main_mandate_of(now, asking) != nullptr) return std::nullopt;
  return refuse(clause::main_representative, sentence::only_main_representative_is_absent);
}

Ruling decide(const Community& now, const DeclareAbsence& asked, const Asking& asking) {
  if (asked.until <= asked.from || asked.until <= asking.at)
    return refuse(clause::main_representative, sentence::ends_before_it_starts);
  return accept(
      AbsenceDeclared{main_mandate_of(now, asking)->organization, std::max(asked.from, asking.at), asked.until});
}

std::optional<Refusal> bars(const Community& now, const EndAbsence&, const Asking& asking) {
  const Mandate* own = main_mandate_of(now, asking);
  if (own == nullptr) return refuse(clause::main_representative, sentence::only_main_representative_is_absent);
  const auto& absences = membership(now).organizations[own->organization].absences;
  if (std::ranges::none_of(absences, [&](const Absence& a) { return a.until > asking.at; }))
    return refuse(clause::main_representative, sentence::no_absence_declared);
  return std::nullopt;
}

Ruling decide(const Community& now, const EndAbsence&, const Asking& asking) {
  return accept(AbsenceEnded{main_mandate_of(now, asking)->organization, asking.at});
}

}  // namespace ccop::community
