#include "community/bodies/chapter.hpp"
#include "community/bodies/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

bool was_seated(const Bodies& bodies, std::uint32_t position) {
  return std::ranges::find(bodies.co_chairs, position, &CoChairTerm::position) != bodies.co_chairs.end();
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const AppointSecretary::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::secretary, sentence::only_committee_records_secretary);
}

Wording shown(const Community& now, const AppointSecretary& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community& now, const AppointSecretary& asked, const Asking& asking) {
  const Person* person = people(now).all.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (is_co_chair(now, asked.person, asking.at)) return refuse(clause::bodies, sentence::co_chair_is_not_secretary);
  if (bodies(now).secretary(asking.at) == asked.person)
    return refuse(clause::secretary, sentence::is_secretary_already);
  const auto& secretaries = bodies(now).secretaries;
  if (!secretaries.empty() && asked.from < secretaries.back().from)
    return refuse(clause::secretary, sentence::a_later_appointment_exists);
  if (is_secretary(now, asking.person, asking.at)) return accept(SecretaryAppointed{asked.person, asked.from});

  const AskedSecretary* pending = bodies(now).pending_secretary(asking.at);
  const bool waits = pending != nullptr && is_co_chair(now, pending->asked_by, asking.at);
  if (!waits || pending->asked_by == asking.person) {
    const Time lapses = asking.at + days{charter(now).membership.seat_change_days};
    return accept(SecretaryAppointmentAsked{asked.person, asked.from, asking.person, lapses});
  }
  if (pending->person != asked.person || pending->from != asked.from)
    return refuse(clause::secretary, sentence::another_secretary_is_asked_for);
  return accept(SecretaryAppointed{asked.person, asked.from});
}

std::optional<Refusal> bars(const Community& now, const SeatFoundingCoChair::About& about, const Asking& asking) {
  if (!is_secretary(now, asking.person, asking.at))
    return refuse(clause::secretary_duties, sentence::only_secretary_seats_founders);
  const auto& terms = charter(now).bodies.founding_terms_months;
  if (about.position >= terms.size()) return refuse(clause::bodies, sentence::no_such_position, terms.size());
  if (was_seated(bodies(now), about.position))
    return refuse(clause::co_chair_term, sentence::founder_was_seated_already);
  return std::nullopt;
}

Wording shown(const Community& now, const SeatFoundingCoChair& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community& now, const SeatFoundingCoChair& asked, const Asking& asking) {
  const auto months = charter(now).bodies.founding_terms_months[asked.position];
  if (!holds_member_seat(now, asked.person, asking.at))
    return refuse(clause::co_chair_holds_seat, sentence::holds_no_member_seat);
  if (is_secretary(now, asked.person, asking.at)) return refuse(clause::bodies, sentence::co_chair_is_not_secretary);
  if (bodies(now).position_of(asked.person, asking.at)) return refuse(clause::bodies, sentence::is_co_chair_already);
  if (asked.until <= asking.at || asked.until > months_after(asking.at, static_cast<int>(months)))
    return refuse(clause::co_chair_term, sentence::founding_term_lasts_at_most, months);
  return accept(CoChairSeated{asked.position, asked.person, asked.until});
}

std::optional<Refusal> bars(const Community& now, const ResignCoChair::About&, const Asking& asking) {
  if (bodies(now).position_of(asking.person, asking.at)) return std::nullopt;
  return refuse(clause::co_chair_term, sentence::is_no_co_chair);
}

Ruling decide(const Community& now, const ResignCoChair&, const Asking& asking) {
  return accept(CoChairVacated{bodies(now).position_of(asking.person, asking.at).value(), asking.at});
}

std::vector<Act> BodiesChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> BodiesChapter::tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> found;
  if (!is_secretary(now, person, at)) return found;
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position)
    if (!was_seated(bodies(now), position)) found.push_back({.kind = "seat-co-chair", .by = {}, .position = position});
  return found;
}

void BodiesChapter::duties(const Community& now, Time at, Duties& found) {
  const Bodies& all = bodies(now);
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position)
    if (!was_seated(all, position))
      found.push_back({.what = {.kind = "seat-co-chair", .by = {}, .position = position},
                       .clause = clause::bodies,
                       .owner = Owner::secretary,
                       .since = all.secretaries.front().from,
                       .met_by = wire_name<SeatFoundingCoChair>()});
  if (const AskedSecretary* asked = all.pending_secretary(at))
    found.push_back({.what = {.kind = "confirm-secretary", .by = asked->lapses, .person = asked->person},
                     .clause = clause::secretary,
                     .owner = Owner::co_chairs,
                     .since = asked->asked_at,
                     .met_by = wire_name<AppointSecretary>()});
}

}  // namespace ccop::community
