#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {

std::optional<PersonId> Bodies::secretary(Time at) const {
  for (const SecretaryTerm& term : secretaries | std::views::reverse)
    if (term.from <= at) return term.person;
  return std::nullopt;
}

std::optional<std::uint32_t> Bodies::position_of(PersonId person, Time at) const {
  for (const CoChairTerm& term : co_chairs)
    if (term.person == person && term.serves(at)) return term.position;
  return std::nullopt;
}

std::optional<PersonId> Bodies::co_chair(std::uint32_t position, Time at) const {
  for (const CoChairTerm& term : co_chairs)
    if (term.position == position && term.serves(at)) return term.person;
  return std::nullopt;
}

void apply(Bodies& bodies, const SecretaryAppointed& act) {
  bodies.secretaries.push_back({act.person, act.from});
}

void apply(Bodies& bodies, const CoChairSeated& act, Time at) {
  bodies.co_chairs.push_back({act.position, act.person, at, act.until, {}});
}

void apply(Bodies& bodies, const CoChairVacated& act) {
  for (CoChairTerm& term : bodies.co_chairs)
    if (term.position == act.position && !term.vacated) term.vacated = std::max(term.from, act.at);
}

void apply(Bodies& bodies, const SymposiumCommitteeAppointed& act) {
  bodies.symposium_committees.push_back({act.meeting, act.person});
}

Ruling decide(const Community& now, const AppointSecretary& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at)) return refuse(clause::secretary, "only-committee-records-secretary");
  const Person* person = now.people.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, "no-such-person");
  if (now.is_co_chair(asked.person, actor.at)) return refuse(clause::bodies, "co-chair-is-not-secretary");
  if (now.bodies.secretary(actor.at) == asked.person) return refuse(clause::secretary, "is-secretary-already");
  if (!now.bodies.secretaries.empty() && asked.from < now.bodies.secretaries.back().from)
    return refuse(clause::secretary, "a-later-appointment-exists");
  return accept(SecretaryAppointed{asked.person, asked.from});
}

Ruling decide(const Community& now, const SeatFoundingCoChair& asked, const Actor& actor) {
  if (!now.is_secretary(actor.person, actor.at))
    return refuse(clause::secretary_duties, "only-secretary-seats-founders");
  const auto& terms = now.charter().bodies.founding_terms_months;
  if (asked.position >= terms.size())
    return refuse(clause::bodies, "no-such-position", {{"count", std::to_string(terms.size())}});
  if (std::ranges::find(now.bodies.co_chairs, asked.position, &CoChairTerm::position) != now.bodies.co_chairs.end())
    return refuse(clause::co_chair_term, "founder-was-seated-already");
  if (!now.membership.holds_member_seat(asked.person, actor.at))
    return refuse(clause::co_chair_holds_seat, "holds-no-member-seat");
  if (now.is_secretary(asked.person, actor.at)) return refuse(clause::bodies, "co-chair-is-not-secretary");
  if (now.bodies.position_of(asked.person, actor.at)) return refuse(clause::bodies, "is-co-chair-already");
  if (asked.until <= actor.at || asked.until > months_after(actor.at, static_cast<int>(terms[asked.position])))
    return refuse(clause::co_chair_term, "founding-term-lasts-at-most",
                  {{"months", std::to_string(terms[asked.position])}});
  return accept(CoChairSeated{asked.position, asked.person, asked.until});
}

Ruling decide(const Community& now, const ResignCoChair&, const Actor& actor) {
  const auto position = now.bodies.position_of(actor.person, actor.at);
  if (!position) return refuse(clause::co_chair_term, "is-no-co-chair");
  return accept(CoChairVacated{*position, actor.at});
}

Ruling decide(const Community& now, const AppointSymposiumCommittee& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at))
    return refuse(clause::management, "only-committee-appoints-symposium-committee");
  const Meeting* meeting = now.meetings.find(asked.meeting);
  if (meeting == nullptr || meeting->kind != MeetingKind::symposium || meeting->ends <= actor.at)
    return refuse(clause::bodies, "symposium-committee-serves-a-coming-symposium");
  if (!now.membership.seat_of(asked.person, actor.at))
    return refuse(clause::bodies, "symposium-committee-comes-from-membership");
  const bool serves = std::ranges::any_of(now.bodies.symposium_committees, [&](const CommitteeSeat& seat) {
    return seat.meeting == asked.meeting && seat.person == asked.person;
  });
  if (serves) return refuse(clause::bodies, "serves-already");
  return accept(SymposiumCommitteeAppointed{asked.meeting, asked.person});
}

}  // namespace ccop::community
