#include "community/kernel/standing.hpp"

#include "community/bodies/state.hpp"
#include "community/kernel/owed.hpp"
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

std::vector<PersonId> co_chairs(const Community& now, Time at) {
  std::vector<PersonId> found;
  for (std::uint32_t position = 0; position < charter(now).bodies.co_chairs; ++position)
    if (const auto person = bodies(now).co_chair(position, at); person && is_co_chair(now, *person, at))
      found.push_back(*person);
  return found;
}

std::size_t committee_size(const Community& now, Time at) {
  return 1 + co_chairs(now, at).size();  // there is a Secretary from the founding on
}

bool holds_seat(const Community& now, PersonId person, Time at) {
  return membership(now).seat_of(person, at).has_value();
}

bool holds_member_seat(const Community& now, PersonId person, Time at) {
  return membership(now).holds_member_seat(person, at);
}

std::optional<OrganizationId> speaking_member(const Community& now, PersonId person, Time at) {
  const auto organization = membership(now).seat_organization(person, at);
  if (!organization || membership(now).organizations[*organization].status != Status::member) return std::nullopt;
  return organization;
}

bool owes(const Community& now, const Duty& duty, PersonId person, Time at) {
  switch (duty.owner) {
    case Owner::seat:
      return membership(now).seat_organization(person, at) == duty.seat;
    case Owner::secretary:
      return is_secretary(now, person, at);
    case Owner::co_chairs:
      return is_co_chair(now, person, at);
    case Owner::committee:
      return is_committee(now, person, at);
    case Owner::membership:
      return speaking_member(now, person, at).has_value();
  }
  return false;
}

std::optional<PersonId> speaker_for(const Community& now, OrganizationId seat, Time at) {
  if (const auto voice = membership(now).voice_of(seat, at, true)) return voice;
  const auto alternate = membership(now).holder(seat, MandateKind::alternate, at);
  return alternate ? std::optional{membership(now).mandates[*alternate].person} : std::nullopt;
}

std::optional<OrganizationId> voting_organization(const Community& now, PersonId person, Time at) {
  const auto member = speaking_member(now, person, at);
  if (!member || membership(now).voice_of(*member, at, charter(now).membership.alternate_votes) != person)
    return std::nullopt;
  return member;
}

}  // namespace ccop::community
