// Seats and mandates: clauses 4.1, 4.2, 4.3 and 4.5.
#include "community/bodies/acts.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/chapter.hpp"
#include "community/membership/seats.hpp"
#include "community/membership/sentences.hpp"
#include "community/people/state.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {
namespace {

/// The main representative's own mandate, if the actor holds one.
const Mandate* main_mandate_of(const Community& now, const Asking& asking) {
  const auto seat = membership(now).seat_of(asking.person, asking.at);
  if (!seat) return nullptr;
  const Mandate& mandate = membership(now).mandates[*seat];
  return mandate.kind == MandateKind::main ? &mandate : nullptr;
}

/// Whether the mandate is that of the actor's own alternate.
bool is_own_alternate(const Community& now, const Mandate& mandate, const Asking& asking) {
  const Mandate* own = main_mandate_of(now, asking);
  return mandate.kind == MandateKind::alternate && own != nullptr && own->organization == mandate.organization;
}

/// What a command that gives somebody a seat asks for; `ends` is whose mandate it takes the place of.
template <class C>
SeatChange change_by(const C& asked, std::optional<MandateId> ends) {
  return {
      asked.organization,    ends, Seating{asked.person, asked.from, asked.until, asked.responsibilities}, {}, {}, {},
      SeatChangeState::asked};
}

SeatChange succession(const Community& now, const SucceedRepresentative& asked) {
  return change_by(asked, in_the_way(now, asked.organization, asked.from));
}

SeatChange end_by_others(const Community& now, MandateId mandate) {
  return {membership(now).mandates[mandate].organization, mandate, {}, {}, {}, {}, SeatChangeState::asked};
}

/// When the seat of whoever serves this term ended: by the date of their last mandate, else with what is settled now.
Time seat_ended(const Community& now, const CoChairTerm& term, Time at) {
  for (const Mandate& mandate : membership(now).mandates | std::views::reverse) {
    if (mandate.person != term.person || mandate.kind != MandateKind::main || mandate.from > at) continue;
    return mandate.until && *mandate.until <= at ? std::max(term.from, *mandate.until) : at;
  }
  return at;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const AppointRepresentative::About& about, const Asking& asking) {
  return objection_to_asking(now, about.organization, asking);
}

Wording shown(const Community& now, const AppointRepresentative& asked) {
  return wording_of(now, change_by(asked, std::nullopt));
}

Ruling decide(const Community& now, const AppointRepresentative& asked, const Asking& asking) {
  return asked_for(now, change_by(asked, std::nullopt), asking);
}

std::optional<Refusal> bars(const Community& now, const SucceedRepresentative::About& about, const Asking& asking) {
  return objection_to_asking(now, about.organization, asking);
}

Wording shown(const Community& now, const SucceedRepresentative& asked) {
  return membership(now).find(asked.organization) == nullptr ? Wording{} : wording_of(now, succession(now, asked));
}

Ruling decide(const Community& now, const SucceedRepresentative& asked, const Asking& asking) {
  const SeatChange change = succession(now, asked);
  if (!change.ends) return refuse(clause::main_representative, sentence::seat_is_vacant);
  return asked_for(now, change, asking);
}

std::optional<Refusal> bars(const Community& now, const EndMandate::About& about, const Asking& asking) {
  const Mandate* mandate = membership(now).find(about.mandate);
  if (mandate == nullptr) return refuse(clause::the_record, sentence::no_such_mandate);
  if (mandate->until && *mandate->until <= asking.at)
    return refuse(clause::membership_by_organization, sentence::mandate_is_over);
  if (mandate->person == asking.person || is_own_alternate(now, *mandate, asking)) return std::nullopt;
  if (!is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_ends_mandates);
  if (membership(now).waiting(mandate->organization, asking.at))
    return refuse(clause::membership_by_organization, sentence::another_change_is_waiting);
  return std::nullopt;
}

Wording shown(const Community& now, const EndMandate& asked) {
  return membership(now).find(asked.mandate) == nullptr ? Wording{}
                                                        : wording_of(now, end_by_others(now, asked.mandate));
}

Ruling decide(const Community& now, const EndMandate& asked, const Asking& asking) {
  const Mandate& mandate = membership(now).mandates[asked.mandate];
  if (mandate.person == asking.person || is_own_alternate(now, mandate, asking))
    return end_of(now, asked.mandate, std::max(asking.at, mandate.from));
  return asked_for(now, end_by_others(now, asked.mandate), asking);
}

std::optional<Refusal> bars(const Community& now, const NameAlternate::About&, const Asking& asking) {
  if (main_mandate_of(now, asking) != nullptr) return std::nullopt;
  return refuse(clause::main_representative, sentence::only_main_representative_names_alternate);
}

Wording shown(const Community& now, const NameAlternate& asked) {
  return wording_of(now, asked.person);
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

/// A mandate that ends by its date takes the co-Chair's position with it, as one that somebody ends does (clauses 3.2
/// and 3.5); and so does an organization that is a Member no longer.
std::vector<Act> MembershipChapter::due(const Community& now, Time at) {
  for (const CoChairTerm& term : bodies(now).co_chairs)
    if (term.serves(at) && !holds_member_seat(now, term.person, at))
      return {CoChairVacated{term.position, seat_ended(now, term, at)}};
  return {};
}

}  // namespace ccop::community
