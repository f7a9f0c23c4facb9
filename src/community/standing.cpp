#include "community/kernel/standing.hpp"

#include "community/bodies/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "community/record/state.hpp"

namespace ccop::community {

bool is_founded(const Community& now) {
  return record(now).in_force != nullptr;
}

const Charter& charter(const Community& now) {
  return *record(now).in_force;
}

bool session_key_counts(const Community& now, PersonId person, const Hash& key, Time at) {
  const SessionKey* known = people(now).all[person].session_key(key);
  return known != nullptr && !known->is_over && known->until > at &&
         (!known->seat || membership(now).seat_of(person, at) == known->seat);
}

bool is_secretary(const Community& now, PersonId person, Time at) {
  return bodies(now).secretary(at) == person;
}

bool is_co_chair(const Community& now, PersonId person, Time at) {
  return bodies(now).position_of(person, at).has_value() && holds_member_seat(now, person, at);
}

bool is_committee(const Community& now, PersonId person, Time at) {
  return is_secretary(now, person, at) || is_co_chair(now, person, at);
}

std::size_t committee_size(const Community& now, Time at) {
  std::size_t size = 1;  // there is a Secretary from the founding on
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position) {
    const auto person = bodies(now).co_chair(position, at);
    if (person && is_co_chair(now, *person, at)) ++size;
  }
  return size;
}

bool holds_seat(const Community& now, PersonId person, Time at) {
  return membership(now).seat_of(person, at).has_value();
}

bool holds_member_seat(const Community& now, PersonId person, Time at) {
  return membership(now).holds_member_seat(person, at);
}

std::optional<OrganizationId> voting_organization(const Community& now, PersonId person, Time at) {
  const auto organization = membership(now).seat_organization(person, at);
  if (!organization || membership(now).organizations[*organization].status != Status::member) return std::nullopt;
  if (membership(now).voice_of(*organization, at, charter(now).membership.alternate_votes) != person)
    return std::nullopt;
  return organization;
}

}  // namespace ccop::community
