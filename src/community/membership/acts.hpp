// What can happen to the membership: organizations, mandates, absences, invitations, observers (section 4 of the Terms
// of Reference).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"
#include "community/membership/values.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

/// A person speaks for an organization from a date (clause 4.2), with the responsibilities of the function declared
/// (4.5).
struct RepresentativeAppointed {
  MandateId mandate;
  OrganizationId organization;
  PersonId person;
  Time from;
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;  ///< positions in the charter's list
};
BOOST_DESCRIBE_STRUCT(RepresentativeAppointed, (), (mandate, organization, person, from, until, responsibilities))

/// The main representative named an alternate for a period (clause 4.3).
struct AlternateNamed {
  MandateId mandate;
  OrganizationId organization;
  PersonId person;
  Time from;
  Time until;
};
BOOST_DESCRIBE_STRUCT(AlternateNamed, (), (mandate, organization, person, from, until))

/// It was asked that a mandate end, that somebody get the seat, or both; it waits for a second person to join in.
struct SeatChangeAsked {
  SeatChangeId change;
  OrganizationId organization;
  std::optional<MandateId> ends;
  std::optional<Seating> gives;
  PersonId asked_by;
  Time lapses;
};
BOOST_DESCRIBE_STRUCT(SeatChangeAsked, (), (change, organization, ends, gives, asked_by, lapses))

/// The second person joined in; the acts that were asked for follow in the same entry.
struct SeatChangeConfirmed {
  SeatChangeId change;
  PersonId confirmed_by;
};
BOOST_DESCRIBE_STRUCT(SeatChangeConfirmed, (), (change, confirmed_by))

struct SeatChangeWithdrawn {
  SeatChangeId change;
  PersonId withdrawn_by;
};
BOOST_DESCRIBE_STRUCT(SeatChangeWithdrawn, (), (change, withdrawn_by))

struct MandateEnded {
  MandateId mandate;
  Time at;
};
BOOST_DESCRIBE_STRUCT(MandateEnded, (), (mandate, at))

/// The main representative said to be absent, so the alternate speaks and votes (clause 4.3).
struct AbsenceDeclared {
  OrganizationId organization;
  Time from;
  Time until;
};
BOOST_DESCRIBE_STRUCT(AbsenceDeclared, (), (organization, from, until))

struct AbsenceEnded {
  OrganizationId organization;
  Time at;
};
BOOST_DESCRIBE_STRUCT(AbsenceEnded, (), (organization, at))

/// An organization is proposed as Observer; the members are consulted until `consultation_ends` (clause 4.6).
struct ObserverProposed {
  ProposalId proposal;
  std::string key;
  std::string name;
  ContentHash statement;
  Time consultation_ends;
};
BOOST_DESCRIBE_STRUCT(ObserverProposed, (), (proposal, key, name, statement, consultation_ends))

struct ObserverCommented {
  ProposalId proposal;
  OrganizationId organization;
  ContentHash comment;
};
BOOST_DESCRIBE_STRUCT(ObserverCommented, (), (proposal, organization, comment))

/// One member of the Management Committee said yes or no (clause 4.6).
struct ObserverOpinionGiven {
  ProposalId proposal;
  PersonId given_by;
  bool admit;
};
BOOST_DESCRIBE_STRUCT(ObserverOpinionGiven, (), (proposal, given_by, admit))

struct ObserverAdmitted {
  ProposalId proposal;
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(ObserverAdmitted, (), (proposal, organization))

struct ObserverDeclined {
  ProposalId proposal;
};
BOOST_DESCRIBE_STRUCT(ObserverDeclined, (), (proposal))

/// It is proposed that an Observer admitted under clause 4.6 be one no longer; the members are consulted as on its
/// admission.
struct ObserverEndProposed {
  ProposalId proposal;
  OrganizationId organization;
  ContentHash statement;
  Time consultation_ends;
};
BOOST_DESCRIBE_STRUCT(ObserverEndProposed, (), (proposal, organization, statement, consultation_ends))

/// The organization is an Observer no longer: the committee ended it, or it left by itself (then without a proposal).
struct ObserverEnded {
  OrganizationId organization;
  std::optional<ProposalId> proposal;
};
BOOST_DESCRIBE_STRUCT(ObserverEnded, (), (organization, proposal))

struct ObserverKept {
  ProposalId proposal;
};
BOOST_DESCRIBE_STRUCT(ObserverKept, (), (proposal))

using MembershipActs =
    List<RepresentativeAppointed, AlternateNamed, SeatChangeAsked, SeatChangeConfirmed, SeatChangeWithdrawn,
         MandateEnded, AbsenceDeclared, AbsenceEnded, ObserverProposed, ObserverCommented, ObserverOpinionGiven,
         ObserverAdmitted, ObserverDeclined, ObserverEndProposed, ObserverEnded, ObserverKept>;
template <OneOf<MembershipActs> T>
inline constexpr std::string_view act_chapter<T> = "membership";

/// What each of them makes of the state.
struct Membership;
void apply(Membership& membership, const RepresentativeAppointed& act);
void apply(Membership& membership, const AlternateNamed& act);
void apply(Membership& membership, const SeatChangeAsked& act, Time at);
void apply(Membership& membership, const SeatChangeConfirmed& act);
void apply(Membership& membership, const SeatChangeWithdrawn& act);
void apply(Membership& membership, const MandateEnded& act);
void apply(Membership& membership, const AbsenceDeclared& act);
void apply(Membership& membership, const AbsenceEnded& act);
void apply(Membership& membership, const ObserverProposed& act, Time at);
void apply(Membership& membership, const ObserverCommented& act, Time at);
void apply(Membership& membership, const ObserverOpinionGiven& act);
void apply(Membership& membership, const ObserverAdmitted& act, Time at);
void apply(Membership& membership, const ObserverDeclined& act);
void apply(Membership& membership, const ObserverEndProposed& act, Time at);
void apply(Membership& membership, const ObserverEnded& act, Time at);
void apply(Membership& membership, const ObserverKept& act);

}  // namespace ccop::community
