// What may be asked of the membership, and by whom (clauses 4.1 to 4.7). Declared in the order of the clauses.
#pragma once

#include "community/act.hpp"

namespace ccop::community {

struct Community;

/// Records that an organization appointed its main representative. Refused while the seat is held (clause 4.3) or
/// unless all responsibilities of the function are declared (clause 4.5).
struct AppointRepresentative {
  static constexpr bool formal = true;
  OrganizationId organization;
  PersonId person;
  Time from;
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;
};
BOOST_DESCRIBE_STRUCT(AppointRepresentative, (), (organization, person, from, until, responsibilities))

/// Passes a seat on: the holder's mandate ends where the successor's begins (clause 4.2).
struct SucceedRepresentative {
  static constexpr bool formal = true;
  OrganizationId organization;
  PersonId person;
  Time from;
  std::optional<Time> until;
  std::vector<std::uint32_t> responsibilities;
};
BOOST_DESCRIBE_STRUCT(SucceedRepresentative, (), (organization, person, from, until, responsibilities))

struct EndMandate {
  static constexpr bool formal = true;
  MandateId mandate;
};
BOOST_DESCRIBE_STRUCT(EndMandate, (), (mandate))

struct NameAlternate {
  static constexpr bool formal = true;
  PersonId person;
  Time from;
  Time until;
};
BOOST_DESCRIBE_STRUCT(NameAlternate, (), (person, from, until))

struct DeclareAbsence {
  Time from;
  Time until;
};
BOOST_DESCRIBE_STRUCT(DeclareAbsence, (), (from, until))

struct EndAbsence {};
BOOST_DESCRIBE_STRUCT(EndAbsence, (), ())

struct InviteRepresentative {
  MeetingId meeting;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(InviteRepresentative, (), (meeting, person))

/// Asks that an invitation be cleared. Refused unless the actor is a co-Chair; waits while the meeting is full
/// (clause 4.4).
struct ClearInvitation {
  static constexpr bool formal = true;
  InvitationId invitation;
};
BOOST_DESCRIBE_STRUCT(ClearInvitation, (), (invitation))

struct RefuseInvitation {
  static constexpr bool formal = true;
  InvitationId invitation;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(RefuseInvitation, (), (invitation, reason))

struct WithdrawInvitation {
  InvitationId invitation;
};
BOOST_DESCRIBE_STRUCT(WithdrawInvitation, (), (invitation))

struct ProposeObserver {
  static constexpr bool formal = true;
  std::string key;
  std::string name;
  ContentHash statement;
};
BOOST_DESCRIBE_STRUCT(ProposeObserver, (), (key, name, statement))

struct CommentOnObserver {
  ProposalId proposal;
  ContentHash comment;
};
BOOST_DESCRIBE_STRUCT(CommentOnObserver, (), (proposal, comment))

/// Proposes that an Observer be one no longer. Refused for one that the charter lists: the charter is then amended.
struct ProposeObserverEnd {
  static constexpr bool formal = true;
  OrganizationId organization;
  ContentHash statement;
};
BOOST_DESCRIBE_STRUCT(ProposeObserverEnd, (), (organization, statement))

/// An Observer's main representative declares that the organization leaves.
struct LeaveAsObserver {
  static constexpr bool formal = true;
};
BOOST_DESCRIBE_STRUCT(LeaveAsObserver, (), ())

/// One committee member's opinion whether the organization is to be an Observer from here on; a majority of the
/// committee decides, once the consultation is over (clause 4.6).
struct DecideOnObserver {
  static constexpr bool formal = true;
  ProposalId proposal;
  bool admit;
};
BOOST_DESCRIBE_STRUCT(DecideOnObserver, (), (proposal, admit))

[[nodiscard]] Ruling decide(const Community& now, const AppointRepresentative& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const SucceedRepresentative& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const EndMandate& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const NameAlternate& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const DeclareAbsence& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const EndAbsence& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const InviteRepresentative& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ClearInvitation& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RefuseInvitation& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawInvitation& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ProposeObserver& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CommentOnObserver& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const DecideOnObserver& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ProposeObserverEnd& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const LeaveAsObserver& asked, const Actor& actor);

}  // namespace ccop::community
