// How the bodies are filled (clauses 3.1 to 3.7). Elections of co-Chairs are a chapter of their own.
#pragma once

#include "community/act.hpp"

namespace ccop::community {

struct Community;

/// Records that the office which is Secretary ex officio passed to another person (clause 3.7): no vote, no choice.
struct AppointSecretary {
  static constexpr bool formal = true;
  PersonId person;
  Time from;
};
BOOST_DESCRIBE_STRUCT(AppointSecretary, (), (person, from))

/// Seats a founding co-Chair in a position that nobody has held yet, for at most the charter's founding term
/// (clause 3.3).
struct SeatFoundingCoChair {
  static constexpr bool formal = true;
  std::uint32_t position;
  PersonId person;
  Time until;
};
BOOST_DESCRIBE_STRUCT(SeatFoundingCoChair, (), (position, person, until))

struct ResignCoChair {
  static constexpr bool formal = true;
};
BOOST_DESCRIBE_STRUCT(ResignCoChair, (), ())

struct AppointSymposiumCommittee {
  static constexpr bool formal = true;
  MeetingId meeting;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(AppointSymposiumCommittee, (), (meeting, person))

[[nodiscard]] Ruling decide(const Community& now, const AppointSecretary& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const SeatFoundingCoChair& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ResignCoChair& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const AppointSymposiumCommittee& asked, const Actor& actor);

}  // namespace ccop::community
