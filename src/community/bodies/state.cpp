#include "community/bodies/state.hpp"

#include "community/bodies/acts.hpp"

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

const AskedSecretary* Bodies::pending_secretary(Time at) const {
  return asked_secretary && at < asked_secretary->lapses ? &*asked_secretary : nullptr;
}

void apply(Bodies& bodies, const SecretaryAppointed& act) {
  bodies.secretaries.push_back({act.person, act.from});
  bodies.asked_secretary.reset();
}

void apply(Bodies& bodies, const SecretaryAppointmentAsked& act, Time at) {
  bodies.asked_secretary = AskedSecretary{act.person, act.from, act.asked_by, act.lapses, at};
}

void apply(Bodies& bodies, const CoChairSeated& act, Time at) {
  bodies.co_chairs.push_back({act.position, act.person, at, act.until, {}});
}

void apply(Bodies& bodies, const CoChairVacated& act) {
  for (CoChairTerm& term : bodies.co_chairs)
    if (term.position == act.position && (!term.vacated || act.at < *term.vacated))
      term.vacated = std::max(term.from, act.at);
}

}  // namespace ccop::community
