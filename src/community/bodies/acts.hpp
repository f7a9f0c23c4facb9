// What can happen to the bodies: the Management Committee's seats and the Symposium Committees (clauses 3.1 to 3.7).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"

#include <boost/describe.hpp>

namespace ccop::community {

/// The person now is Secretary, ex officio; whoever was before no longer is (clause 3.7).
struct SecretaryAppointed {
  PersonId person;
  Time from;
};
BOOST_DESCRIBE_STRUCT(SecretaryAppointed, (), (person, from))

/// A co-Chair says that the office passed to another person; the Secretary didn't, so another co-Chair must join in.
struct SecretaryAppointmentAsked {
  PersonId person;
  Time from;
  PersonId asked_by;
  Time lapses;
};
BOOST_DESCRIBE_STRUCT(SecretaryAppointmentAsked, (), (person, from, asked_by, lapses))

/// A founding co-Chair sits in one of the positions until a date, before the first election (clause 3.3).
struct CoChairSeated {
  std::uint32_t position;
  PersonId person;
  Time until;
};
BOOST_DESCRIBE_STRUCT(CoChairSeated, (), (position, person, until))

/// A co-Chair resigned or lost the seat that the position rests on (clause 3.5).
struct CoChairVacated {
  std::uint32_t position;
  Time at;
};
BOOST_DESCRIBE_STRUCT(CoChairVacated, (), (position, at))

using BodiesActs = List<SecretaryAppointed, SecretaryAppointmentAsked, CoChairSeated, CoChairVacated>;
template <OneOf<BodiesActs> T>
inline constexpr std::string_view act_chapter<T> = "bodies";

/// What each of them makes of the state.
struct Bodies;
void apply(Bodies& bodies, const SecretaryAppointed& act);
void apply(Bodies& bodies, const SecretaryAppointmentAsked& act, Time at);
void apply(Bodies& bodies, const CoChairSeated& act, Time at);
void apply(Bodies& bodies, const CoChairVacated& act);

}  // namespace ccop::community
