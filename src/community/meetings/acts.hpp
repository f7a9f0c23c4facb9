// What can happen to meetings and their sessions (sections 5 and 6 of the Terms of Reference), and who comes to
// them besides the seats (clause 4.4).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"
#include "community/meetings/values.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace ccop::community {

struct MeetingPlanned {
  MeetingId meeting;
  MeetingKind kind;
  ContentHash details;  ///< title, place and description
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;            ///< places beyond those of the main representatives
  std::uint32_t commitment_minutes;  ///< what taking part is expected to cost (clause 5.1)
};
BOOST_DESCRIBE_STRUCT(MeetingPlanned, (),
                      (meeting, kind, details, starts, ends, time_zone, capacity, commitment_minutes))

struct MeetingChanged {
  MeetingId meeting;
  ContentHash details;
  Time starts;
  Time ends;
  std::string time_zone;
  std::uint32_t capacity;
  std::uint32_t commitment_minutes;
};
BOOST_DESCRIBE_STRUCT(MeetingChanged, (), (meeting, details, starts, ends, time_zone, capacity, commitment_minutes))

/// The notice went out: the meeting takes invitations, and its sessions can be opened.
struct MeetingPublished {
  MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingPublished, (), (meeting))

struct MeetingCancelled {
  MeetingId meeting;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(MeetingCancelled, (), (meeting, reason))

struct SessionAdded {
  SessionId session;
  MeetingId meeting;
  SessionKind kind;
  ContentHash title;
  Time starts;
  Time ends;
};
BOOST_DESCRIBE_STRUCT(SessionAdded, (), (session, meeting, kind, title, starts, ends))

/// Its title or its times are others; what it is held for stays.
struct SessionChanged {
  SessionId session;
  ContentHash title;
  Time starts;
  Time ends;
};
BOOST_DESCRIBE_STRUCT(SessionChanged, (), (session, title, starts, ends))

struct SessionRemoved {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SessionRemoved, (), (session))

struct AgendaItemAdded {
  SessionId session;
  ContentHash item;
  std::uint32_t minutes;
};
BOOST_DESCRIBE_STRUCT(AgendaItemAdded, (), (session, item, minutes))

/// `text` stands in the place of `item`.
struct AgendaItemChanged {
  SessionId session;
  ContentHash item;
  ContentHash text;
  std::uint32_t minutes;
};
BOOST_DESCRIBE_STRUCT(AgendaItemChanged, (), (session, item, text, minutes))

struct AgendaItemMoved {
  SessionId session;
  ContentHash item;
  std::uint32_t place;  ///< where it stands then, from 0
};
BOOST_DESCRIBE_STRUCT(AgendaItemMoved, (), (session, item, place))

struct AgendaItemRemoved {
  SessionId session;
  ContentHash item;
};
BOOST_DESCRIBE_STRUCT(AgendaItemRemoved, (), (session, item))

struct SessionOpened {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (), (session))

/// The session is about to be closed: nobody comes or goes. The Member who was drawn by lot is to sign what happened;
/// nobody where no Member is left to be asked.
struct ClosingBegun {
  SessionId session;
  PersonId begun_by;
  std::optional<PersonId> attester;
};
BOOST_DESCRIBE_STRUCT(ClosingBegun, (), (session, begun_by, attester))

/// It goes on.
struct SessionResumed {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(SessionResumed, (), (session))

/// A Member who was there has counted what happened.
struct SessionAttested {
  SessionId session;
  PersonId attested_by;
  RoomCounts counts;
};
BOOST_DESCRIBE_STRUCT(SessionAttested, (), (session, attested_by, counts))

/// `attested_by` counted the same; nobody where no Member could.
struct SessionClosed {
  SessionId session;
  RoomCounts counts;
  std::optional<PersonId> attested_by;
};
BOOST_DESCRIBE_STRUCT(SessionClosed, (), (session, counts, attested_by))

/// A participant accepted the meeting's notice of discretion (clause 5.2).
struct DiscretionAccepted {
  MeetingId meeting;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(DiscretionAccepted, (), (meeting, person))

/// By this link one joins from elsewhere: the session's own, or where none is named the meeting's.
struct JoinLinkSet {
  MeetingId meeting;
  std::optional<SessionId> session;
  ContentHash link;
};
BOOST_DESCRIBE_STRUCT(JoinLinkSet, (), (meeting, session, link))

struct JoinLinkRemoved {
  MeetingId meeting;
  std::optional<SessionId> session;
};
BOOST_DESCRIBE_STRUCT(JoinLinkRemoved, (), (meeting, session))

/// Somebody is in the room: for an organization, or for none (co-Chairs' and Secretary's office, guests).
struct SessionEntered {
  SessionId session;
  PersonId person;
  std::optional<OrganizationId> organization;
};
BOOST_DESCRIBE_STRUCT(SessionEntered, (), (session, person, organization))

struct SessionLeft {
  SessionId session;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(SessionLeft, (), (session, person))

/// An external speaker or participant may enter these sessions, by a personal link, and see nothing else (clause 6.2).
struct GuestAdmitted {
  PersonId person;
  ContentHash profile;
  MeetingId meeting;
  std::vector<SessionId> sessions;
  Hash link_key;
  Time until;
};
BOOST_DESCRIBE_STRUCT(GuestAdmitted, (), (person, profile, meeting, sessions, link_key, until))

/// The guest comes in by another link; the one before opens nothing any more.
struct GuestLinkRenewed {
  MeetingId meeting;
  PersonId person;
  Hash link_key;
};
BOOST_DESCRIBE_STRUCT(GuestLinkRenewed, (), (meeting, person, link_key))

struct GuestRevoked {
  MeetingId meeting;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(GuestRevoked, (), (meeting, person))

/// A main representative asked that somebody more may attend a meeting (clause 4.4).
struct InvitationAsked {
  InvitationId invitation;
  MeetingId meeting;
  OrganizationId organization;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(InvitationAsked, (), (invitation, meeting, organization, person))

/// A co-Chair has no objection to an additional representative; with enough of these the invitation is confirmed or
/// waits (clause 4.4).
struct InvitationEndorsed {
  InvitationId invitation;
  PersonId endorsed_by;
};
BOOST_DESCRIBE_STRUCT(InvitationEndorsed, (), (invitation, endorsed_by))

/// An additional representative is cleared and has a place (clause 4.4).
struct InvitationCleared {
  InvitationId invitation;
};
BOOST_DESCRIBE_STRUCT(InvitationCleared, (), (invitation))

/// Cleared, but the meeting is full; the first in the list takes the next place (clause 4.4).
struct InvitationWaitlisted {
  InvitationId invitation;
};
BOOST_DESCRIBE_STRUCT(InvitationWaitlisted, (), (invitation))

struct InvitationRefused {
  InvitationId invitation;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(InvitationRefused, (), (invitation, reason))

struct InvitationWithdrawn {
  InvitationId invitation;
};
BOOST_DESCRIBE_STRUCT(InvitationWithdrawn, (), (invitation))

/// Somebody serves on the committee of one symposium, and no longer (clause 3.1).
struct SymposiumCommitteeAppointed {
  MeetingId meeting;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(SymposiumCommitteeAppointed, (), (meeting, person))

using MeetingsActs =
    List<MeetingPlanned, MeetingChanged, MeetingPublished, MeetingCancelled, SessionAdded, SessionChanged,
         SessionRemoved, AgendaItemAdded, AgendaItemChanged, AgendaItemMoved, AgendaItemRemoved, JoinLinkSet,
         JoinLinkRemoved, SessionOpened, ClosingBegun, SessionResumed, SessionAttested, SessionClosed,
         DiscretionAccepted, SessionEntered, SessionLeft, GuestAdmitted, GuestLinkRenewed, GuestRevoked,
         InvitationAsked, InvitationEndorsed, InvitationCleared, InvitationWaitlisted, InvitationRefused,
         InvitationWithdrawn, SymposiumCommitteeAppointed>;
template <OneOf<MeetingsActs> T>
inline constexpr std::string_view act_chapter<T> = "meetings";

/// What each of them makes of the state.
struct Meetings;
void apply(Meetings& meetings, const MeetingPlanned& act, Time at);
void apply(Meetings& meetings, const MeetingChanged& act, Time at);
void apply(Meetings& meetings, const MeetingPublished& act, Time at);
void apply(Meetings& meetings, const MeetingCancelled& act, Time at);
void apply(Meetings& meetings, const SessionAdded& act, Time at);
void apply(Meetings& meetings, const SessionChanged& act, Time at);
void apply(Meetings& meetings, const SessionRemoved& act, Time at);
void apply(Meetings& meetings, const AgendaItemAdded& act);
void apply(Meetings& meetings, const AgendaItemChanged& act);
void apply(Meetings& meetings, const AgendaItemMoved& act);
void apply(Meetings& meetings, const AgendaItemRemoved& act);
void apply(Meetings& meetings, const JoinLinkSet& act);
void apply(Meetings& meetings, const JoinLinkRemoved& act);
void apply(Meetings& meetings, const SessionOpened& act, Time at);
void apply(Meetings& meetings, const ClosingBegun& act, Time at);
void apply(Meetings& meetings, const SessionResumed& act);
void apply(Meetings& meetings, const SessionAttested& act);
void apply(Meetings& meetings, const SessionClosed& act, Time at);
void apply(Meetings& meetings, const DiscretionAccepted& act);
void apply(Meetings& meetings, const SessionEntered& act, Time at);
void apply(Meetings& meetings, const SessionLeft& act);
void apply(Meetings& meetings, const GuestAdmitted& act);
void apply(Meetings& meetings, const GuestLinkRenewed& act);
void apply(Meetings& meetings, const GuestRevoked& act);
void apply(Meetings& meetings, const InvitationAsked& act, Time at);
void apply(Meetings& meetings, const InvitationEndorsed& act);
void apply(Meetings& meetings, const InvitationCleared& act);
void apply(Meetings& meetings, const InvitationWaitlisted& act);
void apply(Meetings& meetings, const InvitationRefused& act);
void apply(Meetings& meetings, const InvitationWithdrawn& act);
void apply(Meetings& meetings, const SymposiumCommitteeAppointed& act);

}  // namespace ccop::community
