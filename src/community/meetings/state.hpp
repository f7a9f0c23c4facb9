// Meetings as planned and as they run, and who is invited to them.
#pragma once

#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"
#include "community/kernel/wording.hpp"
#include "community/meetings/acts.hpp"

#include <optional>
#include <vector>

namespace ccop::community {

enum class MeetingState { planned, published, cancelled };
BOOST_DESCRIBE_ENUM(MeetingState, planned, published, cancelled)

struct AgendaItem {
  ContentHash item{};
  std::uint32_t minutes{};
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (item, minutes))

struct Attendance {
  PersonId person{};
  std::optional<OrganizationId> organization;
  Time since{};
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (person, organization, since))

struct Session {
  MeetingId meeting{};
  SessionKind kind{};
  ContentHash title{};
  Time starts{};
  Time ends{};
  bool removed{};
  std::optional<Time> opened_at;
  std::optional<Time> closed_at;
  std::vector<AgendaItem> agenda;
  std::vector<Attendance> present;  ///< who is here now; who came and went is in the record alone

  [[nodiscard]] bool is_live() const { return opened_at && !closed_at; }
  [[nodiscard]] bool is_present(PersonId person) const;
  [[nodiscard]] bool is_present(PersonId person, OrganizationId organization) const;
};
BOOST_DESCRIBE_STRUCT(Session, (), (meeting, kind, title, starts, ends, removed, opened_at, closed_at, agenda, present))

struct Guest {
  PersonId person{};
  std::vector<SessionId> sessions;
  Hash link_key{};
  Time until{};
};
BOOST_DESCRIBE_STRUCT(Guest, (), (person, sessions, link_key, until))

struct Meeting {
  MeetingKind kind{};
  MeetingState state{};
  ContentHash details{};
  Time starts{};
  Time ends{};
  std::string time_zone;
  std::uint32_t capacity{};
  std::uint32_t commitment_minutes{};
  std::optional<Time> published_at;
  std::optional<ContentHash> reason;  ///< of a cancellation
  std::vector<SessionId> sessions;
  std::vector<Guest> guests;
  std::vector<PersonId> discreet;  ///< who accepted the notice of discretion

  [[nodiscard]] bool accepted_discretion(PersonId person) const;
  [[nodiscard]] const Guest* guest(PersonId person) const;
};
BOOST_DESCRIBE_STRUCT(Meeting, (),
                      (kind, state, details, starts, ends, time_zone, capacity, commitment_minutes, published_at,
                       reason, sessions, guests, discreet))

enum class InvitationState { asked, cleared, waitlisted, refused, withdrawn };
BOOST_DESCRIBE_ENUM(InvitationState, asked, cleared, waitlisted, refused, withdrawn)

struct Invitation {
  MeetingId meeting{};
  OrganizationId organization{};
  PersonId person{};
  InvitationState state{};
  std::vector<PersonId> endorsed_by;
  std::optional<ContentHash> reason;  ///< of a refusal
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (meeting, organization, person, state, endorsed_by, reason))

struct CommitteeSeat {
  MeetingId meeting{};
  PersonId person{};
};
BOOST_DESCRIBE_STRUCT(CommitteeSeat, (), (meeting, person))

struct Meetings {
  Table<Meeting, MeetingId> all;
  Table<Session, SessionId> sessions;
  Table<Invitation, InvitationId> invitations;
  std::vector<CommitteeSeat> symposium_committees;

  [[nodiscard]] const Meeting* find(MeetingId id) const { return all.find(id); }
  [[nodiscard]] const Invitation* find(InvitationId id) const { return invitations.find(id); }
  /// Empty for a session that was taken out of the programme again.
  [[nodiscard]] const Session* find(SessionId id) const;
  [[nodiscard]] std::size_t cleared(MeetingId meeting) const;
  /// Additional representatives and guests with a place at the meeting; never more than its capacity.
  [[nodiscard]] std::size_t confirmed(MeetingId meeting) const;
};
BOOST_DESCRIBE_STRUCT(Meetings, (), (all, sessions, invitations, symposium_committees))

[[nodiscard]] inline const Meetings& meetings(const Community& now) {
  return of<Meetings>(now);
}

/// The details of a meeting; nothing of one that is not known.
[[nodiscard]] Wording wording_of(const Community& now, MeetingId meeting);

/// How many of the Members are in the room, by whoever casts their vote, and how many must be (clause 6.5).
struct Quorum {
  std::size_t present{};
  std::size_t needed{};
  std::size_t members{};
  bool stands{};
};
[[nodiscard]] Quorum quorum(const Community& now, SessionId session, Time at);

void apply(Meetings& meetings, const MeetingPlanned& act);
void apply(Meetings& meetings, const MeetingChanged& act);
void apply(Meetings& meetings, const MeetingPublished& act, Time at);
void apply(Meetings& meetings, const MeetingCancelled& act);
void apply(Meetings& meetings, const SessionAdded& act);
void apply(Meetings& meetings, const SessionRemoved& act);
void apply(Meetings& meetings, const AgendaItemAdded& act);
void apply(Meetings& meetings, const AgendaItemRemoved& act);
void apply(Meetings& meetings, const SessionOpened& act, Time at);
void apply(Meetings& meetings, const SessionClosed& act, Time at);
void apply(Meetings& meetings, const DiscretionAccepted& act);
void apply(Meetings& meetings, const SessionEntered& act, Time at);
void apply(Meetings& meetings, const SessionLeft& act);
void apply(Meetings& meetings, const GuestAdmitted& act);

void apply(Meetings& meetings, const InvitationAsked& act);
void apply(Meetings& meetings, const InvitationEndorsed& act);
void apply(Meetings& meetings, const InvitationCleared& act);
void apply(Meetings& meetings, const InvitationWaitlisted& act);
void apply(Meetings& meetings, const InvitationRefused& act);
void apply(Meetings& meetings, const InvitationWithdrawn& act);
void apply(Meetings& meetings, const SymposiumCommitteeAppointed& act);

}  // namespace ccop::community
